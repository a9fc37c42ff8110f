import { describe, expect, test } from 'vitest';
import {
  dueOf,
  endPromise,
  firePromise,
  makePromise,
  renewPromise,
  reopenPromise,
  snoozePromise,
  viewPromise,
} from '../../lib/domain/promise';

const minute = 60_000;
const start = 1_000_000;
const due = start + 30 * minute;
const plan = {
  conversationId: 'c1',
  customer: 'Li',
  kind: 'promise' as const,
  owner: 'Noor',
  what: 'news from the depot',
  warnMs: 5 * minute,
  due,
};
const made = makePromise('p1', plan, start);

describe('a promise', () => {
  test('has an owner and a time, and is called to mind before it (P1)', () => {
    const { due: at, ...facts } = plan;
    expect(made).toEqual({
      id: 'p1',
      ...facts,
      madeAt: start,
      terms: [{ at: start, due: at, told: true }],
      dueAt: at - 5 * minute,
    });
    expect([dueOf(made), made.dueAt]).toEqual([due, due - 5 * minute]);
  });

  test('that is due sooner than the warning is called at its time', () => {
    for (const ahead of [2 * minute, plan.warnMs])
      expect(makePromise('p', { ...plan, due: start + ahead }, start).dueAt).toBe(start + ahead);
  });

  test.each([
    ['ahead', start, 'ahead', 30 * minute],
    ['soon', due - 5 * minute, 'soon', 5 * minute],
    ['at its time', due, 'soon', 0],
    ['overdue', due + 1, 'overdue', -1],
  ])('is %s by the times alone', (_, now, state, leftMs) => {
    expect(viewPromise(made, now)).toEqual({ state, leftMs });
  });

  test('is renewed before it lapses, and the first time stays on record (P3)', () => {
    const renewed = renewPromise(made, due + 60 * minute, true, due);
    expect(renewed.terms).toEqual([
      { at: start, due, told: true },
      { at: due, due: due + 60 * minute, told: true },
    ]);
    expect(renewed.dueAt).toBe(due + 55 * minute);
  });

  test.each([
    ['once it has lapsed', due + 60 * minute, due + 1],
    ['to a time that is over', due - 1, due],
    ['to this very moment', due, due],
  ])('is not renewed %s', (_, next, now) => {
    expect(renewPromise(made, next, true, now)).toBe(made);
  });

  test.each(['kept', 'broken', 'dropped'] as const)('%s, it is over and not due', (how) => {
    const over = endPromise(made, how, 'sent a voucher', due + minute);
    expect(over.end).toMatchObject({ at: due + minute, how, done: 'sent a voucher' });
    expect(over).not.toHaveProperty('dueAt');
    expect(viewPromise(over, due + 99 * minute)).toEqual({ state: how, leftMs: -minute });
    expect(endPromise(over, 'kept', '', due + 2 * minute)).toBe(over);
    expect(renewPromise(over, due + 99 * minute, true, start)).toBe(over);
    expect(snoozePromise(over, minute, start)).toBe(over);
    expect(firePromise(over, due + 99 * minute)).toBe(over);
  });

  test('opened again, it is due as it was', () => {
    const over = endPromise(made, 'kept', '', start + minute);
    expect(reopenPromise(over)).toEqual(made);
    expect(reopenPromise(made)).toBe(made);
    const later = snoozePromise(firePromise(made, due), minute, due);
    expect(reopenPromise(endPromise(later, 'kept', '', due))).toEqual(later);
  });
});

describe('speaking of it', () => {
  test('happens before its time and at its time, each once', () => {
    expect(firePromise(made, due - 6 * minute)).toBe(made);
    const warned = firePromise(made, due - 5 * minute);
    expect(firePromise(warned, due - minute)).toBe(warned);
    const told = firePromise(warned, due);
    expect(told).not.toBe(warned);
    expect(firePromise(told, due + 99 * minute)).toBe(told);
  });

  test('after sleeping over both happens once', () => {
    const told = firePromise(made, due + 60 * minute);
    expect([told.dueAt, told.firedFor]).toEqual([due, due]);
    expect(firePromise(told, due + 61 * minute)).toBe(told);
  });

  test('is put off, but not over its time', () => {
    const warned = firePromise(made, due - 5 * minute);
    expect(snoozePromise(warned, 2 * minute, due - 4 * minute).dueAt).toBe(due - 2 * minute);
    expect(snoozePromise(warned, 20 * minute, due - 4 * minute).dueAt).toBe(due);
  });

  test('is put off as often as one likes once the time is up', () => {
    const told = firePromise(made, due);
    expect(snoozePromise(told, minute, due).dueAt).toBe(due + minute);
    const later = snoozePromise(told, 5 * minute, due + minute);
    expect(firePromise(later, due + 5 * minute)).toBe(later);
    expect(firePromise(later, due + 6 * minute).firedFor).toBe(due + 6 * minute);
  });

  test('does not happen twice when the clock is set back and comes again', () => {
    const told = firePromise(made, due);
    expect(firePromise(told, due - 60 * minute)).toBe(told);
    expect(firePromise(told, due)).toBe(told);
  });
});
