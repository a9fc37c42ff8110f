import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentColumnIds, wordColumnIds } from '../../lib/domain/log-column';
import {
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
