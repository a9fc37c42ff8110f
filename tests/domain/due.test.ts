import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { badgeOf, callOf, dueItems, isWaiting, minutesOf, nextLook } from '../../lib/domain/due';
import type { DueItem } from '../../lib/domain/due';
import { askHold, endHold, fireHold, startHold } from '../../lib/domain/hold';
import { endPromise, makePromise } from '../../lib/domain/promise';

const minute = 60_000;
const hour = 60 * minute;
/** As if the machine stood at Greenwich. */
const utc = (at: number) => Math.floor(at / minute) % 1440;
const plan = { conversationId: 'c1', customer: 'Li', reason: 'depot', announcedMs: minute };
const hold = startHold('h1', { ...plan, pulseMs: 30_000 }, 0);
const promised = makePromise(
  'p1',
  {
    conversationId: 'c2',
    customer: 'Ann',
    kind: 'call-back',
    owner: 'Noor',
    what: 'news',
    warnMs: 5 * minute,
    due: 10 * minute,
  },
  0,
);
const itemAt = (at: number, more: Partial<DueItem> = {}): DueItem => ({
  id: 'x',
  kind: 'promise',
  conversationId: 'c',
  customer: '',
  since: 0,
  what: '',
  at,
  dueAt: at,
  firedFor: undefined,
  ...more,
});

describe('what is due', () => {
  test('are check-ins and promises in one list, the most urgent first', () => {
    expect(dueItems([hold], [promised]).map(({ id, kind, at }) => [id, kind, at])).toEqual([
      ['h1', 'hold', 30_000],
      ['p1', 'call-back', 10 * minute],
    ]);
    const later = { ...hold, dueAt: 11 * minute };
    expect(dueItems([later], [promised]).map(({ id }) => id)).toEqual(['p1', 'h1']);
  });

  test('tell whom they concern, since when, what it is, and when to speak of it', () => {
    expect(dueItems([hold], [promised])).toEqual([
      {
        id: 'h1',
        kind: 'hold',
        conversationId: 'c1',
        customer: 'Li',
        since: 0,
        what: 'depot',
        at: 30_000,
        dueAt: 30_000,
        firedFor: undefined,
      },
      {
        id: 'p1',
        kind: 'call-back',
        conversationId: 'c2',
        customer: 'Ann',
        since: 0,
        what: 'news',
        at: 10 * minute,
        dueAt: 5 * minute,
        firedFor: undefined,
      },
    ]);
  });

  test('is nothing that is over, or only asked for', () => {
    const asked = askHold('h2', { ...plan, pulseMs: 30_000 }, 0);
    const over = [endHold(hold, 5), asked];
    expect(dueItems(over, [endPromise(promised, 'kept', '', 5)])).toEqual([]);
  });

  test('is nothing of a stored row that does not fit together', () => {
    const { startedAt: _, ...notStarted } = hold;
    const { dueAt: __, ...notDue } = promised;
    const ended = { ...promised, end: { at: 5, how: 'kept' as const, done: '' } };
    expect(dueItems([notStarted], [notDue, ended])).toEqual([]);
  });

  test('waits until somebody has spoken of it', () => {
    const [item] = dueItems([hold], []);
    const [told] = dueItems([fireHold(hold, 30_000)], []);
    expect([item && isWaiting(item), told && isWaiting(told)]).toEqual([true, false]);
  });
});

describe('quiet hours', () => {
  const night = { from: 22 * 60, to: 7 * 60 };

  test.each([
    ['before them', 21 * hour, 21 * hour],
    ['at their beginning', 22 * hour, 31 * hour],
    ['over midnight', 26 * hour, 31 * hour],
    ['at their end', 31 * hour, 31 * hour],
  ])('%s', (_, at, call) => {
    expect(callOf(itemAt(at), 0, night, utc)).toBe(call);
  });

  test('what fell due before them and was slept over waits for their end too', () => {
    expect(callOf(itemAt(20 * hour), 23 * hour, night, utc)).toBe(31 * hour);
  });

  test('what fell due before them is as late as it is once they are over', () => {
    expect(callOf(itemAt(20 * hour), 31 * hour, night, utc)).toBe(20 * hour);
  });

  test('are those of the clock on this machine', () => {
    expect(minutesOf(new Date(2026, 2, 9, 7, 5, 59).getTime())).toBe(7 * 60 + 5);
    expect(minutesOf(new Date(2026, 10, 22).getTime())).toBe(0);
  });

  test('are not for holds, and not for who has none', () => {
    expect(callOf(itemAt(23 * hour, { kind: 'hold' }), 0, night, utc)).toBe(23 * hour);
    expect(callOf(itemAt(23 * hour), 0, undefined, utc)).toBe(23 * hour);
    expect(callOf(itemAt(23 * hour), 0, { from: 60, to: 60 }, utc)).toBe(23 * hour);
  });

  test('a call never falls into them, and never comes before its time', () => {
    const hours = fc.record({ from: fc.nat(1439), to: fc.nat(1439) });
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), hours, (dueMinute, nowMinute, quiet) => {
        const [at, now] = [dueMinute * minute, nowMinute * minute];
        const call = callOf(itemAt(at), now, quiet, utc);
        const told = Math.max(call, now);
        const length = (quiet.to - quiet.from + 1440) % 1440;
        expect(call).toBeGreaterThanOrEqual(at);
        expect((utc(told) - quiet.from + 1440) % 1440).toBeGreaterThanOrEqual(length);
      }),
    );
  });
});

describe('the badge', () => {
  test.each([
    [[], '', false],
    [[12 * minute], '12m', false],
    [[12 * minute + 1], '13m', false],
    [[99 * minute], '99m', false],
    [[100 * minute], '2h', false],
    [[24 * hour], '24h', false],
    [[24 * hour + 1], '', false],
    [[0], '0m', true],
    [[-5 * minute, 7 * minute], '0m', true],
  ])('for %j is %s', (moments, text, isDue) => {
    expect(
      badgeOf(
        moments.map((at) => itemAt(at)),
        0,
      ),
    ).toEqual({ text, isDue });
  });

  test('counts from now', () => {
    expect(badgeOf([itemAt(hour)], hour - 5 * minute)).toEqual({ text: '5m', isDue: false });
    expect(badgeOf([itemAt(hour)], hour)).toEqual({ text: '0m', isDue: true });
  });
});

describe('the next look', () => {
  const look = (items: DueItem[], now = 0) => nextLook(items, now, 2000, undefined, utc);

  test('is not needed where nothing is due', () => {
    expect(look([])).toBeUndefined();
    expect(look([itemAt(0, { firedFor: 0 })], minute)).toBeUndefined();
    expect(look([itemAt(minute, { firedFor: minute })], minute)).toBeUndefined();
  });

  test('is at the moment with its grace, and at each minute of the badge before it', () => {
    expect(look([itemAt(30_000)])).toBe(30_000);
    expect(look([itemAt(30_000)], 30_000)).toBe(32_000);
    expect(look([itemAt(90_000, { firedFor: 90_000 })])).toBe(30_000);
    expect(look([itemAt(10 * hour)])).toBe(hour);
  });

  test.each([
    ['a minute while the badge shows minutes', 99 * minute, minute],
    ['what is over of the last hour, once it shows hours', 100 * minute, 40 * minute],
    ['an hour a whole day before', 24 * hour, hour],
    ['the moment itself, while there is no badge', 24 * hour + 1, 24 * hour + 2001],
  ])('is after %s', (_, at, next) => {
    expect(look([itemAt(at)])).toBe(next);
  });

  test('of what was slept over is at once, with its grace', () => {
    expect(look([itemAt(0)], hour)).toBe(hour + 2000);
  });

  test('is always ahead', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (moments) => {
        const next = look(moments.map((at) => itemAt(at)));
        expect(next ?? 1).toBeGreaterThan(0);
      }),
    );
  });
});
