// Brings what is derived from the log up to its records, a block at a time, while the log goes on being written.
//
//   read the changes noted ─► read their records ─► write the derived rows ─► drop the notes
//
// A note is dropped last: whatever ends the work in between, it is done again, and comes to the same. What is written
// meanwhile has a later note.
import { complaintSchema } from '../domain/complaint';
import type { Complaint } from '../domain/complaint';
import type { Database } from './db';
import { blocksOf, foldCards, foldColumns, foldLines, foldTerms } from './fold-rows';
import { readWords, writeWords } from './fold-rows';
import type { Block } from './fold-rows';
import { allNumbers } from './log-changes';
import type { ChangeRow } from './log-changes';
import { blockOf, buckets, columnNames, layout, lineBlock, termBlock } from './log-rows';
import type { LogState } from './log-rows';

export type FoldWorld = {
  /** Does a work when no other window or worker is at it. */
  lock: (work: () => Promise<void>) => Promise<void>;
  signal: AbortSignal;
};

/** So many notes are read at once. */
const notesAtOnce = 1_000;

/** Resolves when nothing is left to be derived, or once the signal says to stop. */
export function foldLog(db: Database, { lock, signal }: FoldWorld): Promise<void> {
  return lock(async () => {
    while (!signal.aborted) {
      const state = await currentState(db);
      const notes = await db.logChanges.orderBy('seq').limit(notesAtOnce).toArray();
      const [first] = notes;
      if (!first) return;
      const highest = await highestNumber(db);
      const index = blockOf(first.from, termBlock);
      const isThere = first.from <= highest;
      if (isThere) await foldBlock(db, state, await readBlock(db, index, notes, highest));
      await dropNotes(db, notes, isThere ? rangeOf(index) : { from: highest + 1, to: Infinity });
    }
  });
}

const rangeOf = (block: number) => ({ from: block * termBlock, to: (block + 1) * termBlock - 1 });

const derivedTables = (db: Database) => [
  db.logColumns,
  db.logWords,
  db.logCards,
  db.logLines,
  db.logTerms,
];

/** What is stored in another layout is thrown away, and all of it is to be derived anew. */
async function currentState(db: Database): Promise<LogState> {
  const known = await db.logState.get('log');
  if (known?.layout === layout) return known;
  const state: LogState = { id: 'log', layout, fold: (known?.fold ?? 0) + 1, total: 0 };
  await db.transaction('rw', [db.logState, db.logChanges, ...derivedTables(db)], async () => {
    for (const table of derivedTables(db)) await table.clear();
    await db.logState.put(state);
    await db.logChanges.clear();
    await db.logChanges.add({ ...allNumbers });
  });
  return state;
}

/** No record and no derived row has a higher one. */
async function highestNumber(db: Database): Promise<number> {
  const last = await db.complaints.orderBy('number').last();
  const columns = db.logColumns.where('[column+block]');
  const [key] = await columns.between(['there', 0], ['there', Infinity]).reverse().limit(1).keys();
  // Such keys are a column and a block.
  const [, block = -1] = (key as [string, number] | undefined) ?? [];
  return Math.max(last?.number ?? 0, (block + 1) * termBlock - 1);
}

async function readBlock(
  db: Database,
  index: number,
  notes: readonly ChangeRow[],
  highest: number,
): Promise<Block> {
  const [start, end] = [index * termBlock, Math.min((index + 1) * termBlock - 1, highest)];
  const changed = new Set<number>();
  for (const { from, to } of notes)
    for (let number = Math.max(from, start); number <= Math.min(to, end); number++)
      changed.add(number);
  const records = new Map<number, Complaint>();
  for (const block of blocksOf(changed, lineBlock).toSorted((a, b) => a - b)) {
    const range = [block * lineBlock, (block + 1) * lineBlock] as const;
    const rows = await db.complaints
      .where('number')
      .between(...range)
      .toArray();
    for (const row of rows)
      if (complaintSchema.safeParse(row).success) records.set(row.number, row);
  }
  return { index, changed, records };
}

async function foldBlock(db: Database, state: LogState, block: Block): Promise<void> {
  const { index } = block;
  const fold = state.fold + 1;
  const known = await db.logColumns.bulkGet(columnNames.map((column) => [column, index]));
  const columnsBefore = new Map(known.flatMap((row) => (row ? [[row.column, row] as const] : [])));
  const before = countThere(columnsBefore.get('there')?.values);
  const words = readWords(await db.logWords.toArray());
  const columns = foldColumns(block, columnsBefore, words, fold);
  const [cards, lines] = [foldCards(block), foldLines(block)];
  const terms = foldTerms(block, columnsBefore.size > 0 ? await knownTerms(db, index) : []);
  const there = columns.find(({ column }) => column === 'there')?.values;
  const total = state.total + countThere(there) - before;
  await db.transaction('rw', [db.logState, ...derivedTables(db)], async () => {
    await db.logColumns.bulkPut(columns);
    await db.logWords.bulkPut(writeWords(words));
    await db.logCards.bulkPut(cards);
    // A block whose records are all gone is no row any more.
    await db.logLines.bulkDelete(
      lines.filter(({ count }) => count === 0).map(({ block: at }) => at),
    );
    await db.logLines.bulkPut(lines.filter(({ count }) => count > 0));
    await db.logTerms.bulkPut(terms);
    await db.logState.put({ ...state, fold, total });
  });
}

async function knownTerms(db: Database, block: number) {
  const keys = Array.from({ length: buckets }, (_, bucket): [number, number] => [bucket, block]);
  return (await db.logTerms.bulkGet(keys)).filter((row) => row !== undefined);
}

function countThere(values: ArrayLike<number> | undefined): number {
  let count = 0;
  for (let at = 0; at < (values?.length ?? 0); at++) count += values?.[at] ?? 0;
  return count;
}

/**
 * Takes what was derived out of the notes, or what there is nothing to derive of. No more than that: a note read
 * along with these may be of a record that was not derived yet.
 */
function dropNotes(db: Database, notes: readonly ChangeRow[], done: { from: number; to: number }) {
  return db.transaction('rw', db.logChanges, async () => {
    const touched = notes.filter(({ from, to }) => from <= done.to && to >= done.from);
    await db.logChanges.bulkDelete(touched.map(({ seq }) => seq));
    const rest = touched.flatMap(({ seq, from, to }) => [
      ...(from < done.from ? [{ from, to: done.from - 1 }] : []),
      ...(to > done.to ? [{ seq, from: done.to + 1, to }] : []),
    ]);
    await db.logChanges.bulkPut(rest);
  });
}
