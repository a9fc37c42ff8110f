import { describe, expect, test } from 'vitest';
import { askHold, beginHold, checkIn, endHold, fireHold, startHold } from '../../lib/domain/hold';
import { answerHold } from '../../lib/domain/hold';
import { endPromise, firePromise, makePromise, renewPromise } from '../../lib/domain/promise';
import { holdSchema, promisedSchema } from '../../lib/domain/stored-times';

const minute = 60_000;
const plan = {
  conversationId: 'talk',
  customer: '陈明',
  reason: 'ask the depot',
  announcedMs: 5 * minute,
  pulseMs: minute,
};
const asked = askHold('h', { ...plan, contact: '13800138000' }, 100);
const running = startHold('h', plan, 100);
const promised = makePromise(
  'p',
  {
    conversationId: 'talk',
    customer: 'Dana',
    kind: 'call-back',
    owner: 'Noor',
    what: 'news',
    warnMs: 0,
    due: 900,
  },
  100,
);

describe('a hold', () => {
  test.each([
    ['asked for', asked],
    ['agreed to', answerHold(asked, 'yes', 200)],
    ['declined', answerHold(asked, 'call-back', 200)],
    ['running', beginHold(answerHold(asked, 'yes', 200), 'dana@mail.example', 300)],
    ['announced', fireHold(running, 100 + minute)],
    ['with a check-in', checkIn(running, 200)],
    ['over', endHold(running, 300)],
  ])('that is %s is read as it was written', (_, hold) => {
    expect(holdSchema.safeParse(structuredClone(hold)).data).toEqual(hold);
  });

  test.each([
    ['a pulse that would never end', { pulseMs: 0 }],
    ['a moment that no calendar has', { dueAt: 8.64e15 + 1 }],
    ['a moment before all calendars', { startedAt: -8.64e15 - 1 }],
    ['a moment that is no number', { openSince: Number.NaN }],
    ['a check-in that no calendar has', { checkIns: [Infinity] }],
    ['an answer that nobody gives', { answer: 'perhaps' }],
    ['a moment that is there and is none', { endedAt: undefined }],
    ['no reason', { reason: undefined }],
  ])('with %s is not worked with', (_, change) => {
    expect(holdSchema.safeParse({ ...running, ...change }).success).toBe(false);
  });

  test('may have any moment that a calendar has', () => {
    const edge = { ...running, startedAt: -8.64e15, dueAt: 8.64e15 };
    expect(holdSchema.safeParse(edge).data).toEqual(edge);
  });
});

describe('a promise', () => {
  test.each([
    ['made', promised],
    ['announced', firePromise(promised, 900)],
    ['renewed', renewPromise(promised, 2000, false, 500)],
    ['kept', endPromise(promised, 'kept', '', 500)],
    ['broken', endPromise(promised, 'broken', '已道歉', 1500)],
  ])('that is %s is read as it was written', (_, each) => {
    expect(promisedSchema.safeParse(structuredClone(each)).data).toEqual(each);
  });

  test.each([
    ['no time at all', { terms: [] }],
    ['a time that no calendar has', { terms: [{ at: 100, due: 9e15, told: true }] }],
    ['a kind of its own', { kind: 'wish' }],
    ['an end that nobody knows', { end: { at: 1, how: 'forgotten', done: '' } }],
    ['an end at no moment', { end: { at: Infinity, how: 'kept', done: '' } }],
    ['nobody to keep it', { owner: null }],
  ])('with %s is not worked with', (_, change) => {
    expect(promisedSchema.safeParse({ ...promised, ...change }).success).toBe(false);
  });
});
