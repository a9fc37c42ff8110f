import { expect, test } from 'vitest';
import { rowHeight, scrollHeight, scrollOf, topRow } from '../../components/log/grid-scroll';

const height = 640;
const fitting = (height - rowHeight) / rowHeight;

test.each([1, 30, 5_000, 1_000_000, 16_000_000])('all of %d rows are reached', (count) => {
  const place = { count, fitting };
  const end = scrollHeight(count) - height;
  expect(topRow(0, place, height)).toBe(0);
  expect(topRow(Math.max(0, end), place, height)).toBeCloseTo(Math.max(0, count - fitting));
  for (const row of [0, 1, 17, count / 3, count / 2].filter((each) => each < count - fitting))
    expect(topRow(scrollOf(row, place, height), place, height)).toBeCloseTo(row);
});

test('no browser is asked for more than it can make, and few rows scroll by their own height', () => {
  expect(scrollHeight(16_000_000)).toBeLessThan(17_000_000);
  expect(scrollOf(100, { count: 5_000, fitting }, height)).toBeCloseTo(100 * rowHeight);
});
