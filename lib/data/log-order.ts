// In which order a view shows its records, from columns in memory. Pure.
import type { View } from '../domain/log-view';
import { isWordColumn, orderOf } from '../domain/log-column';
import type { ColumnName, ColumnValues } from './log-rows';

export type Columns = {
  values: (column: ColumnName) => ColumnValues;
  /** The words of a column by their codes, which count from 1. */
  words: (column: ColumnName) => readonly string[];
};

/** Numbers are below it: a place in the order and a number fit into one double. */
const numberLimit = 2 ** 24;

/** The columns that a view is told by. */
export function columnsOf({ filters, sort }: View): ColumnName[] {
  const sorting: ColumnName[] = sort.by === 'number' ? [] : [sort.by];
  return [...new Set<ColumnName>(['there', ...filters.map(({ by }) => by), ...sorting])];
}

/** The numbers in the order of a view; those without a value stand last, and among equals the newest first. */
export function sortNumbers(
  columns: Columns,
  { by, down }: View['sort'],
  numbers: Uint32Array,
): Uint32Array {
  if (by === 'number') return down ? numbers.toReversed() : numbers;
  const values = columns.values(by);
  const ranks = isWordColumn(by) ? ranksOf(columns.words(by), orderOf(by)) : undefined;
  const keys = new Float64Array(numbers.length);
  numbers.forEach((number, index) => {
    const value = values[number] ?? 0;
    const rank = ranks ? (ranks[value] ?? 0) : value;
    const place = rank === 0 ? last : down ? last - 1 - rank : rank;
    keys[index] = place * numberLimit + (numberLimit - 1 - number);
  });
  return Uint32Array.from(keys.toSorted(), (key) => numberLimit - 1 - (key % numberLimit));
}

/** Above every rank and minute, and small enough beside a number. */
const last = 2 ** 28;

/** Each code's place among the words: in their own order, or that of the alphabet. */
function ranksOf(words: readonly string[], order: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(words.length + 1);
  const own = new Map(order.map((word, index) => [word, index]));
  const placeOf = (word: string) => own.get(word) ?? order.length;
  words
    .map((word, index) => ({ word, code: index + 1 }))
    .toSorted((a, b) => placeOf(a.word) - placeOf(b.word) || collator.compare(a.word, b.word))
    .forEach(({ code }, index) => (ranks[code] = index + 1));
  return ranks;
}

const collator = new Intl.Collator(undefined, { numeric: true });
