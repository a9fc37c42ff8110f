// Which records a view shows and in which order, from columns in memory. Pure.
import { isWordFilter, minutesOf } from '../domain/log-view';
import type { Filter, MomentFilter, View, WordFilter } from '../domain/log-view';
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
  const marks = markPassing(columns, filters);
  const chosen = new Uint32Array(among?.length ?? marks.length);
  let count = 0;
  // Written first and counted afterwards: no guess about what passes can go wrong.
  if (among)
    for (const number of among) {
      chosen[count] = number;
      count += marks[number] ?? 0;
    }
  else
    for (let number = 0; number < marks.length; number++) {
      chosen[count] = number;
      count += marks[number] ?? 0;
    }
  return chosen.subarray(0, count);
}

/** How many records pass all filters. */
export function countNumbers(columns: Columns, filters: readonly Filter[]): number {
  return countMarks(markPassing(columns, filters));
}

/** How many are 1. */
export function countMarks(marks: Uint8Array): number {
  let count = 0;
  for (const mark of marks) count += mark;
  return count;
}

/** 1 for each number whose record passes all filters. */
export function markPassing(columns: Columns, filters: readonly Filter[]): Uint8Array {
  // The column of what is there has a byte for each number, of which the rest is made.
  const there = columns.values('there');
  const marks = there instanceof Uint8Array ? there.slice() : Uint8Array.from(there);
  for (const filter of filters)
    if (isWordFilter(filter)) markWords(marks, columns, filter);
    else markMinutes(marks, columns.values(filter.by), filter);
  return marks;
}

function markWords(marks: Uint8Array, columns: Columns, { by, words }: WordFilter): void {
  const values = columns.values(by);
  const asked = new Set(words);
  const flags = Uint8Array.of(
    asked.has('') ? 1 : 0,
    ...columns.words(by).map((word) => (asked.has(word) ? 1 : 0)),
  );
  for (let number = 0; number < marks.length; number++)
    marks[number] = (marks[number] ?? 0) & (flags[values[number] ?? 0] ?? 0);
}

function markMinutes(marks: Uint8Array, values: ColumnValues, filter: MomentFilter): void {
  const { from, before } = minutesOf(filter);
  for (let number = 0; number < marks.length; number++) {
    const minute = values[number] ?? 0;
    if (minute < from || minute >= before) marks[number] = 0;
  }
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
