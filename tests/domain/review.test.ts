import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginOf, edgesOf, periodFilters, periods } from '../../lib/domain/review';

/** By the calendar of this place, wherever the tests run. */
const local = (...[year, month, day, hour = 0]: [number, number, number, number?]) =>
  new Date(year, month - 1, day, hour).getTime();
const now = local(2026, 3, 9, 15);
const days = (edges: readonly number[]) =>
  edges.map((edge) => {
    const at = new Date(edge);
    expect([at.getHours(), at.getMinutes(), at.getSeconds()]).toEqual([0, 0, 0]);
    return `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()}`;
  });

describe('a period', () => {
  test('of a month begins with the thirtieth day, today among them', () => {
    expect(days([beginOf('month', now)])).toEqual(['2026-2-8']);
  });

  test('of a year begins with the twelfth month, this one among them', () => {
    expect(days([beginOf('year', now)])).toEqual(['2025-4-1']);
    expect(days([beginOf('year', local(2026, 12, 31))])).toEqual(['2026-1-1']);
  });

  test('of all there is begins with everything, and filters nothing', () => {
    expect(beginOf('all', now)).toBe(0);
    expect(periodFilters('all', now)).toEqual([]);
  });

  test.each(['month', 'year'] as const)('of a %s looks at what came in since then', (period) => {
    expect(periodFilters(period, now)).toEqual([{ by: 'receivedAt', from: beginOf(period, now) }]);
  });
});

describe('the steps of a chart', () => {
  test('are days in a month, with the end of today', () => {
    const edges = edgesOf('month', beginOf('month', now), now);
    expect(edges).toHaveLength(31);
    expect(days(edges.slice(0, 2))).toEqual(['2026-2-8', '2026-2-9']);
    expect(days(edges.slice(-2))).toEqual(['2026-3-9', '2026-3-10']);
  });

  test('are months in a year, with the end of this one', () => {
    const edges = edgesOf('year', beginOf('year', now), now);
    expect(edges).toHaveLength(13);
    expect(days(edges.slice(0, 2))).toEqual(['2025-4-1', '2025-5-1']);
    expect(days(edges.slice(-2))).toEqual(['2026-3-1', '2026-4-1']);
  });

  test('of all there is are months, from that of the first record', () => {
    expect(days(edgesOf('all', local(2026, 1, 20, 9), now))).toEqual([
      '2026-1-1',
      '2026-2-1',
      '2026-3-1',
      '2026-4-1',
    ]);
  });

  test('are years where there would be more than sixty months', () => {
    const five = 60 * 30 * 86_400_000;
    const first = local(2020, 6, 15);
    expect(days(edgesOf('all', first, first + five)).slice(0, 2)).toEqual(['2020-6-1', '2020-7-1']);
    expect(days(edgesOf('all', first, first + five + 1))).toEqual([
      '2020-1-1',
      '2021-1-1',
      '2022-1-1',
      '2023-1-1',
      '2024-1-1',
      '2025-1-1',
      '2026-1-1',
    ]);
  });

  test('at the very moment when one ends have the next one, too', () => {
    const midnight = local(2026, 3, 10);
    expect(days(edgesOf('month', local(2026, 3, 9), midnight))).toEqual([
      '2026-3-9',
      '2026-3-10',
      '2026-3-11',
    ]);
  });

  test('rise one by one from before the first record to after the last, which lies in the last step', () => {
    const moment = fc.integer({ min: local(2015, 1, 1), max: local(2035, 1, 1) });
    const length = fc.integer({ min: 0, max: 3000 }).map((count) => count * 86_400_000);
    fc.assert(
      fc.property(fc.constantFrom(...periods), moment, length, (period, from, after) => {
        const edges = edgesOf(period, from, from + after);
        expect(edges).toEqual([...new Set(edges)].toSorted((a, b) => a - b));
        expect(edges[0]).toBeLessThanOrEqual(from);
        expect(edges.at(-2)).toBeLessThanOrEqual(from + after);
        expect(edges.at(-1)).toBeGreaterThan(from + after);
      }),
    );
  });
});
