// The log as a table of any size: any view of it, page by page, with exact counts, and its words searched.
import { liveQuery } from 'dexie';
import { holdsEach, rangesOf, termsOf } from '../domain/log-search';
import type { TermRange } from '../domain/log-search';
import { isWordColumn, minuteOf, wordOf } from '../domain/log-column';
import type { ColumnId, WordColumnId } from '../domain/log-column';
import type { Complaint } from '../domain/complaint';
import type { Filter, View } from '../domain/log-view';
import { edgesOf, periodFilters } from '../domain/review';
import type { Period, Review } from '../domain/review';
import type { Database } from './db';
import { findTerms } from './find-terms';
import { cardOf } from './fold-rows';
import { createCards } from './log-cards';
import type { Card } from './log-cards';
import { createColumns, mostPending } from './log-columns';
import type { Loaded } from './log-columns';
import { bitAt, bytesOf, createMarks, numbersOf } from './log-marks';
import { columnsOf, sortNumbers } from './log-order';
import { reviewColumns, reviewOf, spanOf } from './log-review';
import { blockOf, termBlock } from './log-rows';
import { readNewest } from './newest';

export type Listed = {
  /** What a view holds, in its order. */
  numbers: Uint32Array;
  /** So many records were changed since they were folded; so many of them are not in here yet. */
  unfolded: number;
  missing: number;
};
/** A word, or epoch ms; undefined where there is none. */
type Cell = string | number | undefined;
export type LogRow = Card & { number: number; cells: Readonly<Partial<Record<ColumnId, Cell>>> };

export function createLogTable(db: Database) {
  const columns = createColumns(db);
  const cards = createCards(db);
  const marks = createMarks();
  let cardsOf = -1;

  // The same few records are asked again for each letter that is typed.
  const terms = new WeakMap<Complaint, Float64Array>();
  const isFound = (complaint: Complaint, ranges: readonly TermRange[]) => {
    const known = terms.get(complaint) ?? termsOf(complaint);
    terms.set(complaint, known);
    return holdsEach(known, ranges);
  };

  const searched = async (loaded: Loaded, search: string) => {
    const ranges = rangesOf(search);
    if (ranges.length === 0) return undefined;
    const found: Uint32Array[] = [];
    for await (const numbers of findTerms(db, ranges, newestBlock(loaded))) found.push(numbers);
    return joined(found.toReversed(), loaded.pending, (complaint) => isFound(complaint, ranges));
  };

  /** The numbers of the records that pass all filters, ascending. `among`: no others are asked. */
  const choose = (loaded: Loaded, filters: readonly Filter[], among?: Uint32Array) => {
    const passing = marks.passing(loaded, filters);
    return among?.filter((number) => bitAt(passing, number) === 1) ?? numbersOf(passing);
  };

  return {
    /** All records of a view. */
    async list(view: View): Promise<Listed> {
      const loaded = await columns.load(columnsOf(view));
      const among = await searched(loaded, view.search);
      const chosen = choose(loaded, view.filters, among);
      const { unfolded } = loaded;
      const missing = unfolded > mostPending ? unfolded : 0;
      return { numbers: sortNumbers(loaded, view.sort, chosen), unfolded, missing };
    },

    /** How many records a view holds. */
    async count({ filters, search }: Pick<View, 'filters' | 'search'>): Promise<number> {
      const loaded = await columns.load(['there', ...filters.map(({ by }) => by)]);
      const among = await searched(loaded, search);
      return among ? choose(loaded, filters, among).length : marks.count(loaded, filters);
    },

    /** The newest records that hold all words of a query, the newest first. */
    async newestWith(query: string, limit: number): Promise<number[]> {
      const loaded = await columns.load(['there']);
      const there = loaded.values('there');
      const ranges = rangesOf(query);
      if (ranges.length === 0) return [];
      const found = [...loaded.pending.values()].flatMap((complaint) =>
        complaint && isFound(complaint, ranges) ? [complaint.number] : [],
      );
      for await (const numbers of findTerms(db, ranges, newestBlock(loaded))) {
        for (const number of numbers)
          if (there[number] === 1 && !loaded.pending.has(number)) found.push(number);
        // A record that was changed is found at once, however old it is: only newer ones fill the list.
        const first = numbers[0] ?? 0;
        if (found.filter((number) => number >= first).length >= limit) break;
      }
      return found.toSorted((a, b) => b - a).slice(0, limit);
    },

    /** The rows of these numbers with these columns, in their order. */
    async rows(numbers: ArrayLike<number>, shown: readonly ColumnId[]): Promise<LogRow[]> {
      const loaded = columns.known(shown) ?? (await columns.load(['there', ...shown]));
      if (cardsOf !== loaded.fold) cards.forget();
      cardsOf = loaded.fold;
      const there = await cards.of(numbers);
      return Array.from(numbers, (number, index) => {
        const { who = '', what = '' } = pendingCard(loaded, number) ?? there[index] ?? {};
        return { number, who, what, cells: cellsOf(loaded, number, shown) };
      });
    },

    /** The newest rows without the columns, which take longer the more records there are. */
    async newest(limit: number, shown: readonly ColumnId[]): Promise<LogRow[]> {
      const records = await readNewest(db, limit);
      return records.map((record) => ({
        number: record.number,
        ...cardOf(record),
        cells: cellsIn(record, shown),
      }));
    },

    /** The ids of the records with these numbers; those that are gone are left out. */
    async ids(numbers: readonly number[]): Promise<string[]> {
      return (await db.complaints.where('number').anyOf(numbers).primaryKeys()).map(String);
    },

    /** The words that stand in a column, with how many records hold each; those of no record are left out. */
    async words(column: WordColumnId): Promise<{ word: string; count: number }[]> {
      const loaded = await columns.load(['there', column]);
      const counts = new Uint32Array(loaded.words(column).length + 1);
      const values = loaded.values(column);
      for (const number of choose(loaded, [])) {
        const code = values[number] ?? 0;
        counts[code] = (counts[code] ?? 0) + 1;
      }
      return ['', ...loaded.words(column)]
        .map((word, code) => ({ word, count: counts[code] ?? 0 }))
        .filter(({ count }) => count > 0);
    },

    /** Counts for a review of a period, which ends now (epoch ms). */
    async review(period: Period, now: number): Promise<{ review: Review; edges: number[] }> {
      const loaded = await columns.load(reviewColumns);
      const filters = periodFilters(period, now);
      const from = filters.flatMap((filter) => ('from' in filter ? (filter.from ?? []) : []))[0];
      const first = from ?? spanOf(loaded, 'receivedAt')?.first ?? now;
      const edges = edgesOf(period, first, now);
      return { review: reviewOf(loaded, bytesOf(marks.passing(loaded, filters)), edges), edges };
    },

    /** Tells whenever a record was changed, added or removed, from any window. */
    watch: () =>
      liveQuery(async () => {
        const [state, last] = await Promise.all([
          db.logState.get('log'),
          db.logChanges.orderBy('seq').last(),
        ]);
        return `${state?.fold ?? 0} ${last?.seq ?? 0}`;
      }),
  };
}

function newestBlock(loaded: Loaded): number {
  return blockOf(Math.max(0, loaded.values('there').length - 1), termBlock);
}

/** Found by the index, but for those that changed since: these are asked themselves. Ascending. */
function joined(
  found: readonly Uint32Array[],
  pending: ReadonlyMap<number, Complaint | undefined>,
  isFound: (complaint: Complaint) => boolean,
): Uint32Array {
  const size = found.reduce((sum, { length }) => sum + length, 0);
  const numbers = new Uint32Array(size + pending.size);
  let count = 0;
  for (const block of found)
    for (const number of block) if (!pending.has(number)) numbers[count++] = number;
  const indexed = count;
  for (const [number, complaint] of pending)
    if (complaint && isFound(complaint)) numbers[count++] = number;
  const all = numbers.subarray(0, count);
  return count > indexed ? all.toSorted() : all;
}

function pendingCard({ pending }: Loaded, number: number): Card | undefined {
  const complaint = pending.get(number);
  return complaint && cardOf(complaint);
}

function cellsIn(record: Complaint, shown: readonly ColumnId[]): LogRow['cells'] {
  return Object.fromEntries(
    shown.map((column) => [
      column,
      isWordColumn(column)
        ? wordOf(record, column)
        : minuteOf(record, column) * 60_000 || undefined,
    ]),
  );
}

function cellsOf(loaded: Loaded, number: number, shown: readonly ColumnId[]): LogRow['cells'] {
  return Object.fromEntries(
    shown.map((column) => {
      const value = loaded.values(column)[number] ?? 0;
      if (isWordColumn(column)) return [column, loaded.words(column)[value - 1]];
      return [column, value === 0 ? undefined : value * 60_000];
    }),
  );
}
