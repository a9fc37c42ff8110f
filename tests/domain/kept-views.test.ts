import { describe, expect, test } from 'vitest';
import { firstViews, keptViewsSchema, withColumn, withNamed } from '../../lib/domain/kept-views';
import type { KeptViews } from '../../lib/domain/kept-views';

const kept: KeptViews = {
  format: 1,
  columns: ['state', 'dueAt'],
  views: [
    { name: 'Open', query: 'state=recorded' },
    { name: '超时', query: 'promise=late' },
  ],
};

describe('a view under a name', () => {
  test('comes behind the others, without the blanks around its name', () => {
    expect(withNamed(kept, '  Late at night ', 'q=late').views).toEqual([
      ...kept.views,
      { name: 'Late at night', query: 'q=late' },
    ]);
  });

  test('takes the place of the one that had it', () => {
    expect(withNamed(kept, ' Open', 'state=judged')).toEqual({
      ...kept,
      views: [
        { name: '超时', query: 'promise=late' },
        { name: 'Open', query: 'state=judged' },
      ],
    });
  });

  test.each([
    ['no name', ''],
    ['a name of blanks', ' \t　'],
    ['a name longer than a button', 'x'.repeat(61)],
  ])('is not kept with %s', (_, name) => {
    expect(withNamed(kept, name, 'q=late')).toBe(kept);
  });

  test('is kept with the longest name there is', () => {
    expect(withNamed(kept, '长'.repeat(60), '').views).toHaveLength(3);
  });
});

describe('a column', () => {
  test('that is shown stands where the list of columns has it', () => {
    expect(withColumn(kept, 'severity', true).columns).toEqual(['state', 'severity', 'dueAt']);
    expect(withColumn(kept, 'receivedAt', true).columns).toEqual(['state', 'receivedAt', 'dueAt']);
  });

  test('that is hidden goes, and nothing else does', () => {
    expect(withColumn(kept, 'state', false)).toEqual({ ...kept, columns: ['dueAt'] });
  });

  test('is there once, however often it is shown, and not, however often it is hidden', () => {
    expect(withColumn(kept, 'dueAt', true)).toEqual(kept);
    expect(withColumn(kept, 'person', false)).toEqual(kept);
  });
});

test('what was kept is read again as it was left, and so are the first views', () => {
  for (const each of [kept, firstViews, { ...kept, columns: [] }])
    expect(keptViewsSchema.safeParse(structuredClone(each)).data).toEqual(each);
});

test.each([
  ['of another format', { format: 2 }],
  ['with a column that there is not', { columns: ['shoeSize'] }],
  ['with a view without a name', { views: [{ name: ' ', query: '' }] }],
])('views %s are not read', (_, change) => {
  expect(keptViewsSchema.safeParse({ ...kept, ...change }).success).toBe(false);
});
