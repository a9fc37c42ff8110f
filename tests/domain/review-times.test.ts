import { describe, expect, test } from 'vitest';
import { answerHold, askHold, endHold, startHold } from '../../lib/domain/hold';
import { endPromise, makePromise, renewPromise } from '../../lib/domain/promise';
import type { Ending } from '../../lib/domain/promise';
import { fateOf, overrunOf, reviewTimes } from '../../lib/domain/review-times';

const minute = 60_000;
const plan = { conversationId: 'c', customer: 'Dana', owner: 'Noor', what: 'call', warnMs: 0 };
const promise = (due: number) => makePromise('p', { ...plan, kind: 'promise', due }, 0);
const hold = (announcedMs: number) =>
  startHold(
    'h',
    { conversationId: 'c', customer: 'Dana', reason: 'look', announcedMs, pulseMs: minute },
    0,
  );

describe('a promise', () => {
  test.each([
    { how: 'kept', at: 10, fate: 'kept' },
    { how: 'kept', at: 11, fate: 'late' },
    { how: 'broken', at: 5, fate: 'broken' },
    { how: 'dropped', at: 5, fate: undefined },
  ] as const)('that is $how at $at, due at 10, is counted as $fate', ({ how, at, fate }) => {
    expect(fateOf(endPromise(promise(10), how satisfies Ending, '', at), 99)).toBe(fate);
  });

  test('is open until its time is up, by its newest time', () => {
    const renewed = renewPromise(promise(10), 20, true, 9);
    expect(fateOf(renewed, 20)).toBe('open');
    expect(fateOf(renewed, 21)).toBe('overdue');
    expect(fateOf(endPromise(renewed, 'kept', '', 15), 99)).toBe('kept');
  });
});

test('a hold overran by what it took beyond what was told; one that never ran did not', () => {
  expect(overrunOf(endHold(hold(minute), minute))).toBe(0);
  expect(overrunOf(endHold(hold(minute), 3 * minute))).toBe(2 * minute);
  expect(overrunOf(hold(minute))).toBeUndefined();
  const asked = askHold('h', hold(minute), 0);
  expect(overrunOf(answerHold(asked, 'no', 5))).toBeUndefined();
});

test('a review counts each once, and names the middle overrun', () => {
  const promises = [promise(10), endPromise(promise(10), 'kept', '', 9), promise(200)];
  const holds = [1, 2, 3, 5].map((minutes) => endHold(hold(minute), minutes * minute));
  expect(reviewTimes(promises, [...holds, hold(minute)], 100)).toEqual({
    promises: { kept: 1, late: 0, broken: 0, overdue: 1, open: 1 },
    holds: { within: 1, over: 3 },
    overrunMs: 2 * minute,
  });
  expect(reviewTimes([], [], 0)).toEqual({
    promises: { kept: 0, late: 0, broken: 0, overdue: 0, open: 0 },
    holds: { within: 0, over: 0 },
  });
});
