// Which records a view shows and in which order, from columns in memory. Pure.
import { isWithin, isWordFilter } from '../domain/log-view';
import type { Filter, MomentFilter, View } from '../domain/log-view';
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

/** The numbers of the records that pass all filters, ascending. `among`: no others are asked. */
export function chooseNumbers(
  columns: Columns,
  filters: readonly Filter[],
  among?: Uint32Array,
): Uint32Array {
  const there = columns.values('there');
  let chosen = among ? keep(among, (number) => there[number] === 1) : numbersThere(there);
  for (const filter of filters) chosen = passing(columns, filter, chosen);
  return chosen;
}

function numbersThere(there: ColumnValues): Uint32Array {
  const numbers = new Uint32Array(there.length);
  let count = 0;
  for (let number = 0; number < there.length; number++) {
    numbers[count] = number;
    count += there[number] ?? 0;
  }
  return numbers.subarray(0, count);
}

function passing(columns: Columns, filter: Filter, numbers: Uint32Array): Uint32Array {
  const values = columns.values(filter.by);
  if (!isWordFilter(filter)) return keepMinutes(numbers, values, filter);
  const asked = new Set(filter.words);
  const flags = Uint8Array.of(
    asked.has('') ? 1 : 0,
    ...columns.words(filter.by).map((word) => (asked.has(word) ? 1 : 0)),
  );
  return keep(numbers, (number) => flags[values[number] ?? 0] === 1);
}

function keepMinutes(numbers: Uint32Array, values: ColumnValues, filter: MomentFilter) {
  return keep(numbers, (number) => isWithin(values[number] ?? 0, filter));
}

function keep(numbers: Uint32Array, isKept: (number: number) => boolean): Uint32Array {
  const kept = new Uint32Array(numbers.length);
  let count = 0;
  for (const number of numbers) {
    kept[count] = number;
    if (isKept(number)) count++;
  }
  return kept.subarray(0, count);
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
