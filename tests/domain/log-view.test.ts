import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentColumnIds, wordColumnIds } from '../../lib/domain/log-column';
import {
  minutesOf,
  newestView,
  sortKeys,
  viewOfQuery,
  viewToQuery,
  withFilter,
} from '../../lib/domain/log-view';
import type { Filter, View } from '../../lib/domain/log-view';

const moment = fc.integer({ min: 1, max: 2 ** 42 });
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    by: fc.constantFrom(...wordColumnIds),
    words: fc.uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ by: fc.constantFrom(...momentColumnIds), from: moment, before: moment }),
  fc.record({ by: fc.constantFrom(...momentColumnIds), from: moment }),
  fc.record({ by: fc.constantFrom(...momentColumnIds), before: moment }),
);
const view: fc.Arbitrary<View> = fc.record({
  filters: fc.uniqueArray(filter, { maxLength: 4, selector: ({ by }) => by }),
  sort: fc.record({ by: fc.constantFrom(...sortKeys), down: fc.boolean() }),
  search: fc.string({ unit: 'grapheme', maxLength: 60 }),
});

test('an address gives back the view it was made of', () => {
  fc.assert(
    fc.property(view, (one) => {
      expect(viewOfQuery(viewToQuery(one))).toEqual(one);
    }),
  );
});

test('what an address asks for and nobody understands is passed over', () => {
  expect(viewOfQuery('sort=-nothing&colour=red&dueAt=soon&state=judged')).toEqual({
    ...newestView,
    filters: [{ by: 'state', words: ['judged'] }],
  });
});

test('a filter takes the place of one by the same column, and one that asks for nothing goes', () => {
  const judged = withFilter(newestView, { by: 'state', words: ['judged'] });
  expect(withFilter(judged, { by: 'state', words: ['', 'recorded'] }).filters).toEqual([
    { by: 'state', words: ['', 'recorded'] },
  ]);
  expect(withFilter(judged, { by: 'state', words: [] })).toEqual(newestView);
  expect(withFilter(judged, { by: 'dueAt' })).toEqual(judged);
});

test.each<[string, Filter]>([
  ['its beginning alone', { by: 'dueAt', from: 0 }],
  ['its end alone', { by: 'dueAt', before: 0 }],
  ['both', { by: 'dueAt', from: 60_000, before: 120_000 }],
])('a time is asked for by %s', (_, asked) => {
  expect(withFilter(newestView, asked).filters).toEqual([asked]);
  expect(viewOfQuery(viewToQuery(withFilter(newestView, asked))).filters).toEqual([asked]);
});

test('an address says what is asked for, and nothing besides', () => {
  const by = (sort: View['sort'], more: Partial<View> = {}) =>
    viewToQuery({ ...newestView, sort, ...more });
  expect(viewToQuery(newestView)).toBe('');
  expect(by({ by: 'number', down: false })).toBe('sort=number');
  expect(by({ by: 'dueAt', down: true })).toBe('sort=-dueAt');
  expect(by(newestView.sort, { search: '退款 now' })).toBe('q=%E9%80%80%E6%AC%BE+now');
  const filters: Filter[] = [
    { by: 'state', words: ['judged', ''] },
    { by: 'dueAt', from: 5 },
  ];
  expect(by(newestView.sort, { filters })).toBe('state=judged&state=&dueAt=5..');
});

describe('of an address that somebody wrote', () => {
  test.each(['dueAt=a5..6', 'dueAt=5..6b', 'dueAt=..', 'dueAt=5', 'dueAt=-5..6', 'number=5..6'])(
    '“%s” is passed over',
    (query) => {
      expect(viewOfQuery(query)).toEqual(newestView);
    },
  );

  test.each(['sort=num-ber', 'sort=--number', 'sort=', 'sort=-'])(
    '“%s” is sorted as ever',
    (query) => {
      expect(viewOfQuery(query)).toEqual(newestView);
    },
  );

  test('words to look for are cut where nobody types so many', () => {
    expect(viewOfQuery(`q=${'x'.repeat(401)}`).search).toBe('x'.repeat(400));
  });
});

test.each([
  [{}, 1, Infinity],
  [{ from: 0, before: 0 }, 1, 0],
  [{ from: 120_000, before: 180_000 }, 2, 3],
  [{ from: 120_001, before: 180_001 }, 3, 4],
])('the moments %j are the minutes from %d to before %d', (asked, from, before) => {
  expect(minutesOf({ by: 'dueAt', ...asked })).toEqual({ from, before });
});
