// Reads what a table shows of records besides their columns.
import type { Database } from './db';
import { blocksOf } from './fold-rows';
import { cardBlock } from './log-rows';
import type { CardRow } from './log-rows';
import { readRaw } from './read-raw';

export type Card = { who: string; what: string };

/** So many blocks are kept in memory: some megabytes, and what lies some screens back and ahead. */
const mostKept = 4_096;
/** Blocks so close to each other are asked for in one go, with those between them. */
const closeEnough = 2;

/** Cards as they were last folded. `forget`: after a fold. */
export function createCards(db: Database) {
  const kept = new Map<number, readonly string[]>();
  const read = async (blocks: readonly number[]) => {
    for (const row of await readRuns(db, runsOf(blocks)))
      kept.set(row.block, row.lines.split('\n'));
  };
  return {
    forget: () => kept.clear(),
    /** In the order of the numbers; empty where there is none. */
    async of(numbers: ArrayLike<number>): Promise<Card[]> {
      const list = Array.from(numbers);
      const blocks = blocksOf(list, cardBlock);
      const missing = blocks.filter((block) => !kept.has(block));
      // A fold may have them forgotten while the others are read.
      const known = new Map(blocks.map((block) => [block, kept.get(block)]));
      if (kept.size + missing.length > mostKept) kept.clear();
      const wanted = kept.size === 0 ? blocks : missing;
      if (wanted.length > 0) await read(wanted.toSorted((a, b) => a - b));
      return list.map((number) => {
        const block = Math.floor(number / cardBlock);
        const lines = kept.get(block) ?? known.get(block);
        const [who = '', what = ''] = lines?.[number % cardBlock]?.split('\t') ?? [];
        return { who, what };
      });
    },
  };
}

type Run = { first: number; last: number };

/** Ascending blocks as few ranges. */
function runsOf(blocks: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    if (run && block - run.last <= closeEnough) run.last = block;
    else runs.push({ first: block, last: block });
  }
  return runs;
}

/** All are asked at once: a wait for each would be most of the time. */
async function readRuns(db: Database, runs: readonly Run[]): Promise<CardRow[]> {
  const asked: IDBRequest<CardRow[] | CardRow | undefined>[] = [];
  await readRaw(db, ['logCards'], (transaction) => {
    const store = transaction.objectStore('logCards');
    const ask = ({ first, last }: Run): IDBRequest =>
      // One by itself is asked for by its key: browsers prepare more for a range.
      first === last ? store.get(first) : store.getAll(IDBKeyRange.bound(first, last));
    for (const run of runs) asked.push(ask(run));
    return asked.at(-1) ?? store.get(0);
  });
  // As the table has them; none where there is no such block.
  return asked.flatMap(({ result }) => result ?? []);
}
