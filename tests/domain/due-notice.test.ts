import { describe, expect, test } from 'vitest';
import { dueItems } from '../../lib/domain/due';
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
      { title: 'Check in with This customer', message: 'On hold for 2 min: asking the warehouse' },
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
