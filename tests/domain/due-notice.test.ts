import { describe, expect, test } from 'vitest';
import { dueItems } from '../../lib/domain/due';
import type { DueItem } from '../../lib/domain/due';
import { dueNotice } from '../../lib/domain/due-notice';
import { startHold } from '../../lib/domain/hold';
import type { Hold } from '../../lib/domain/hold';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';

const minute = 60_000;
function holdOf(customer: string, reason: string) {
  const plan = { conversationId: 'c1', customer, reason, announcedMs: minute, pulseMs: 30_000 };
  return startHold('h1', plan, 0);
}

const noticeOf = (hold: Hold, now: number, messages: typeof english) => {
  const [item] = dueItems([hold], []);
  if (!item) throw new Error('The hold does not run.');
  // As if it had just fallen due: what comes late is another test.
  const { title, message } = dueNotice({ ...item, at: now }, now, messages);
  return { title, message };
};

describe('the notice of a check-in that is due', () => {
  test.each([
    [
      english,
      'Dana',
      'asking the warehouse',
      { title: 'Check in with Dana', message: 'On hold for 2 min: asking the warehouse' },
    ],
    [
      english,
      '',
      'asking the warehouse',
      { title: 'Check in with this customer', message: 'On hold for 2 min: asking the warehouse' },
    ],
    [
      chinese,
      '陈先生',
      '核对库存',
      { title: '回应一下：陈先生', message: '已等候 2 分钟：核对库存' },
    ],
    [chinese, '', '核对库存', { title: '回应一下：这位客户', message: '已等候 2 分钟：核对库存' }],
  ])('says who waits, how long, and for what', (messages, customer, reason, notice) => {
    expect(noticeOf(holdOf(customer, reason), 2 * minute, messages)).toEqual(notice);
  });

  test.each([
    [0, 1],
    [29_000, 1],
    [89_000, 1],
    [90_000, 2],
    [-60 * minute, 1],
    [61 * minute, 61],
  ])('after %d ms it speaks of %d minutes, never of none', (now, minutes) => {
    const { message } = noticeOf(holdOf('Dana', 'x'), now, english);
    expect(message).toBe(`On hold for ${minutes} min: x`);
  });

  test.each([
    [english, 'On hold for 1 min'],
    [chinese, '已等候 1 分钟'],
  ])('without a reason it ends with the time', (messages, message) => {
    expect(noticeOf(holdOf('Dana', ''), minute, messages).message).toBe(message);
  });

  test('what looks like a place in a name stays as it is', () => {
    expect(noticeOf(holdOf('$1 $2', '$1'), minute, english)).toEqual({
      title: 'Check in with $1 $2',
      message: 'On hold for 1 min: $1',
    });
  });
});

describe('the notice of what was promised', () => {
  const item: DueItem = {
    id: 'p1',
    kind: 'promise',
    conversationId: 'c1',
    customer: 'Dana',
    since: 0,
    what: 'call the depot',
    at: 10_000 * minute,
    dueAt: 0,
    firedFor: undefined,
  };
  const told = (early: number, more: Partial<DueItem> = {}) =>
    dueNotice({ ...item, ...more }, item.at - early * minute, english);

  test.each([
    [5, 'in 5 min'],
    [4.2, 'in 5 min'],
    [119, 'in 119 min'],
    [120, 'in 2 h'],
    [0, 'now'],
    [-0.9, 'now'],
    [-1, '1 min late'],
    [-119, '119 min late'],
    [-120, '2 h late'],
    [-47 * 60, '47 h late'],
    [-48 * 60, '2 d late'],
    [-4 * 24 * 60, '4 d late'],
  ])('%d minutes before: %s', (early, when) => {
    expect(told(early).message).toBe(`${when} · call the depot`);
    expect(told(early, { what: '' }).message).toBe(when);
  });

  test.each<[DueItem['kind'], string]>([
    ['promise', 'Your promise to Dana'],
    ['call-back', 'Call Dana back'],
    ['follow-up', 'Ask Dana whether it is solved'],
  ])('of a %s: %s; it was kept, or is told again in five minutes', (kind, title) => {
    expect(told(0, { kind })).toEqual({
      title,
      message: 'now · call the depot',
      done: 'Kept',
      later: 'Remind in 5 min',
    });
  });

  test('a check-in that comes late says so', () => {
    const hold = { kind: 'hold', since: item.at - 3 * minute } as const;
    expect(told(-2, hold)).toEqual({
      title: 'Check in with Dana',
      message: 'On hold for 5 min: call the depot · 2 min late',
      done: 'Check in',
      later: 'Again later',
    });
    expect(told(-0.5, hold).message).toBe('On hold for 4 min: call the depot');
  });
});
