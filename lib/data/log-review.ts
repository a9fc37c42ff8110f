// Counts for a review of the log, from columns in memory. Pure.
import { orderOf } from '../domain/log-column';
import type { MomentColumnId } from '../domain/log-column';
import { reviewCharts } from '../domain/review';
import type { Bar, Review, ReviewChart } from '../domain/review';
import type { Columns } from './log-order';
import type { ColumnName } from './log-rows';

export const reviewColumns: readonly ColumnName[] = [
  'there',
  'customer',
  'receivedAt',
  'closedAt',
  ...reviewCharts,
];

/**
 * @param marks 1 for each number that counts
 * @param edges epoch ms, ascending: what comes in is counted between each and the next
 */
export function reviewOf(columns: Columns, marks: Uint8Array, edges: readonly number[]): Review {
  const charts = reviewCharts.map((chart) => [chart, barsOf(columns, chart, marks)] as const);
  return {
    total: countOnes(marks),
    // Object.fromEntries forgets the keys.
    charts: Object.fromEntries(charts) as Record<ReviewChart, Bar[]>,
    received: countBetween(columns, 'receivedAt', marks, edges),
    closed: countBetween(columns, 'closedAt', marks, edges),
    repeats: repeatsOf(columns, marks),
  };
}

function countOnes(marks: Uint8Array): number {
  let count = 0;
  for (const mark of marks) count += mark;
  return count;
}

/** The most common first, but for words with an order of their own; those without a word last. */
function barsOf(columns: Columns, chart: ReviewChart, marks: Uint8Array): Bar[] {
  const values = columns.values(chart);
  const words = columns.words(chart);
  const counts = new Uint32Array(words.length + 1);
  for (let number = 0; number < marks.length; number++) {
    const code = values[number] ?? 0;
    counts[code] = (counts[code] ?? 0) + (marks[number] ?? 0);
  }
  const bars = words.map((word, index) => ({ word, count: counts[index + 1] ?? 0 }));
  const order = chart === 'satisfaction' ? ['5', '4', '3', '2', '1'] : orderOf(chart);
  const sorted = bars.toSorted((a, b) =>
    order.length > 0 ? order.indexOf(a.word) - order.indexOf(b.word) : b.count - a.count,
  );
  return [...sorted, { word: '', count: counts[0] ?? 0 }].filter(({ count }) => count > 0);
}

function countBetween(
  columns: Columns,
  column: MomentColumnId,
  marks: Uint8Array,
  edges: readonly number[],
): number[] {
  const values = columns.values(column);
  const minutes = Uint32Array.from(edges, (edge) => Math.ceil(edge / 60_000));
  const counts = new Uint32Array(edges.length);
  // The minute 0 is none.
  const first = Math.max(1, minutes[0] ?? Infinity);
  let at = 0;
  for (let number = 0; number < marks.length; number++) {
    const minute = values[number] ?? 0;
    if (marks[number] !== 1 || minute < first) continue;
    // Records that follow each other are of the same time: mostly it is the same place again.
    while (at > 0 && minute < (minutes[at] ?? 0)) at--;
    while (at + 1 < minutes.length && minute >= (minutes[at + 1] ?? 0)) at++;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return [...counts.subarray(0, Math.max(0, edges.length - 1))];
}

function repeatsOf(columns: Columns, marks: Uint8Array): Review['repeats'] {
  const customers = columns.values('customer');
  const named = Float64Array.from(
    marks,
    (mark, number) => mark * (customers[number] ?? 0),
  ).toSorted();
  const repeats = { records: 0, customers: 0 };
  for (let from = 0; from < named.length;) {
    let to = from + 1;
    while (to < named.length && named[to] === named[from]) to++;
    if (named[from] !== 0 && to - from > 1) {
      repeats.records += to - from;
      repeats.customers++;
    }
    from = to;
  }
  return repeats;
}

/** The first and the last moment of a kind, epoch ms; undefined where there is none. */
export function spanOf(columns: Columns, column: MomentColumnId) {
  const values = columns.values(column);
  const there = columns.values('there');
  let [first, last] = [Infinity, 0];
  for (let number = 0; number < there.length; number++) {
    const minute = values[number] ?? 0;
    if (minute === 0 || there[number] !== 1) continue;
    first = Math.min(first, minute);
    last = Math.max(last, minute);
  }
  return last === 0 ? undefined : { first: first * 60_000, last: last * 60_000 };
}
