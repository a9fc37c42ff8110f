// Reads what a table shows of records besides their columns.
import type { Database } from './db';
import { blocksOf } from './fold-rows';
import { cardBlock } from './log-rows';
import type { CardRow } from './log-rows';
import { readRaw } from './read-raw';

export type Card = { who: string; what: string };

/** So many blocks are kept in memory: some megabytes, and what lies some screens back and ahead. */
const mostKept = 2_048;
/** Blocks this close together are read in one go, those between them too. */
const closeEnough = 2;

/** Cards as they were last folded. `forget`: after a fold. */
export function createCards(db: Database) {
  const kept = new Map<number, readonly string[]>();
  const read = async (blocks: readonly number[]) => {
    const [first = 0, last = 0] = [blocks.at(0), blocks.at(-1)];
    const isClose = last - first < blocks.length * closeEnough;
    const rows = isClose
      ? await readRaw(db, ['logCards'], (transaction) => cardsBetween(transaction, first, last))
      : await readEach(db, blocks);
    for (const row of rows) kept.set(row.block, row.lines.split('\n'));
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

function cardsBetween(
  transaction: IDBTransaction,
  first: number,
  last: number,
): IDBRequest<CardRow[]> {
  return transaction.objectStore('logCards').getAll(IDBKeyRange.bound(first, last));
}

async function readEach(db: Database, blocks: readonly number[]): Promise<CardRow[]> {
  const rows: CardRow[] = [];
  await readRaw(db, ['logCards'], (transaction) => {
    const store = transaction.objectStore('logCards');
    const ask = (block: number) => {
      const request: IDBRequest<CardRow | undefined> = store.get(block);
      request.addEventListener('success', () =>
        rows.push(...(request.result ? [request.result] : [])),
      );
      return request;
    };
    for (const block of blocks.slice(0, -1)) ask(block);
    return ask(blocks.at(-1) ?? 0);
  });
  return rows;
}
