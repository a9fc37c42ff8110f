// The columns of the log in memory: read once, and then kept up with every change, from whichever window.
import { complaintSchema } from '../domain/complaint';
import type { Complaint } from '../domain/complaint';
import type { Database } from './db';
import { readWords, valueOf } from './fold-rows';
import type { Words } from './fold-rows';
import type { ChangeRow } from './log-changes';
import type { StampedColumns } from './log-marks';
import { blockOf, emptyValues, layout, termBlock } from './log-rows';
import type { ColumnName, ColumnRow, ColumnValues } from './log-rows';
import { readStamp, stampOf } from './log-stamp';

/** Records that were changed and not folded yet are taken as they are, up to so many. */
export const mostPending = 1_024;

export type Loaded = StampedColumns & {
  /** Changed and not folded: as they are now; undefined where there is none any more. */
  pending: ReadonlyMap<number, Complaint | undefined>;
  /** How many were changed since they were folded. */
  unfolded: number;
  fold: number;
};

export function createColumns(db: Database) {
  const columns = new Map<ColumnName, ColumnValues>();
  const stamps = new Map<ColumnName, number[]>();
  let words: Words = new Map();
  let fold = -1;
  let notesSeen = '';
  let unfolded = 0;
  /** No row has ever told of records from this block on. */
  let foldedEnd = 0;
  let pending: Loaded['pending'] = new Map();
  // One after the other: two at once would each take the other's rows for its own.
  let turn: Promise<unknown> = Promise.resolve();

  /** Brings these columns, and those loaded before, to what the log is now. */
  const load = (wanted: readonly ColumnName[]): Promise<Loaded> => {
    const next = turn.then(async () => ((await isNow(wanted)) ? loaded() : catchUp(wanted)));
    turn = next.catch(() => undefined);
    return next;
  };

  const isNow = async (wanted: readonly ColumnName[]) =>
    wanted.every((column) => columns.has(column)) && (await readStamp(db)) === notesSeen;

  const catchUp = (wanted: readonly ColumnName[]): Promise<Loaded> =>
    db.transaction(
      'r',
      [db.logState, db.logColumns, db.logWords, db.logChanges, db.complaints],
      async () => {
        const state = await db.logState.get('log');
        const isNew = (state?.fold ?? 0) !== fold;
        if (isNew) words = readWords(await db.logWords.toArray());
        if (isNew && columns.size > 0)
          for (const row of await db.logColumns.where('fold').above(fold).toArray())
            if (columns.has(row.column)) take(row);
        const missing = wanted.filter((column) => !columns.has(column));
        const isWider = missing.length > 0;
        for (const column of missing) await loadWhole(column);
        fold = state?.fold ?? 0;
        // What was derived in another layout counts as not derived: by other rules, or without some of the columns.
        const isOther = state !== undefined && state.layout !== layout;
        const notes = isOther ? [await everything()] : await db.logChanges.toArray();
        const seen = stampOf(fold, notes.length, notes.at(-1)?.seq ?? 0);
        if (seen !== notesSeen) await readNotes(notes);
        else if (isWider) overlay(pending);
        notesSeen = seen;
        return loaded();
      },
    );

  const everything = async (): Promise<ChangeRow> => {
    const last = await db.complaints.orderBy('number').last();
    return { seq: 0, from: 1, to: last?.number ?? 0 };
  };

  const readNotes = async (notes: readonly ChangeRow[]) => {
    const last = notes.length > 0 ? await db.complaints.orderBy('number').last() : undefined;
    unfolded = countUnfolded(notes, last?.number ?? 0);
    const before = pending;
    pending = unfolded > mostPending ? new Map() : await readPending(notes, last?.number ?? 0);
    overlay(neverFolded(before));
    overlay(pending);
  };

  /** Those that no row takes out of the columns again when they are gone. */
  const neverFolded = (changed: Loaded['pending']): Loaded['pending'] =>
    new Map(
      [...changed.keys()]
        .filter((number) => blockOf(number, termBlock) >= foldedEnd)
        .map((number) => [number, undefined]),
    );

  const loaded = (): Loaded => ({
    values,
    words: wordsOf,
    stamps: (column) => stamps.get(column) ?? [],
    pending,
    unfolded,
    fold,
  });

  const loadWhole = async (column: ColumnName) => {
    columns.set(column, emptyValues(column, 0));
    const rows = db.logColumns.where('[column+block]').between([column, 0], [column, Infinity]);
    // The last first: the room needed is known at once.
    for (const row of await rows.reverse().toArray()) take(row);
  };

  const take = ({ column, block, values: fresh }: ColumnRow) => {
    foldedEnd = Math.max(foldedEnd, block + 1);
    room(column, block).set(fresh, block * termBlock);
  };

  /** The values of a column with room for a block, which is to change. */
  const room = (column: ColumnName, block: number): ColumnValues => {
    const ofColumn = stamps.get(column) ?? [];
    stamps.set(column, ofColumn);
    ofColumn[block] = (ofColumn[block] ?? 0) + 1;
    const known = values(column);
    const size = (block + 1) * termBlock;
    if (known.length >= size) return known;
    const larger = emptyValues(column, size);
    larger.set(known);
    columns.set(column, larger);
    return larger;
  };

  const readPending = async (notes: readonly ChangeRow[], highest: number) => {
    const read = new Map<number, Complaint | undefined>();
    for (const { from, to } of notes) {
      for (let number = from; number <= Math.min(to, highestThere(highest)); number++)
        read.set(number, undefined);
      for (const row of await db.complaints.where('number').between(from, to, true, true).toArray())
        if (complaintSchema.safeParse(row).success) read.set(row.number, row);
    }
    return read;
  };

  /** One that was taken out again may have been the last. A block has room for more than there is. */
  const highestThere = (highest: number) =>
    Math.max(
      highest,
      values('there').findLastIndex((is) => is !== 0),
    );

  const countUnfolded = (notes: readonly ChangeRow[], highest: number) =>
    notes.reduce(
      (sum, { from, to }) => sum + Math.max(0, Math.min(to, highestThere(highest)) - from + 1),
      0,
    );

  const overlay = (changed: Loaded['pending']) => {
    for (const [number, complaint] of changed)
      for (const column of columns.keys())
        room(column, blockOf(number, termBlock))[number] = valueOf(complaint, column, words);
  };

  const values = (column: ColumnName) => columns.get(column) ?? emptyValues(column, 0);
  const wordsOf = (column: ColumnName) => [...(words.get(column)?.keys() ?? [])];

  return {
    load,
    /** What is in memory, as it was brought up last; undefined where one of the columns is not. */
    known: (wanted: readonly ColumnName[]): Loaded | undefined =>
      wanted.every((column) => columns.has(column)) ? loaded() : undefined,
  };
}
