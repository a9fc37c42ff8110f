// Reads what a table shows of records besides their columns.
import type { Database } from './db';
import { blocksOf } from './fold-rows';
import { cardBlock } from './log-rows';

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
      ? await db.logCards.where('block').between(first, last, true, true).toArray()
      : await db.logCards.bulkGet([...blocks]);
    for (const row of rows) if (row) kept.set(row.block, row.lines.split('\n'));
  };
  return {
    forget: () => kept.clear(),
    /** In the order of the numbers; empty where there is none. */
    async of(numbers: ArrayLike<number>): Promise<Card[]> {
      const list = Array.from(numbers);
      const missing = blocksOf(list, cardBlock).filter((block) => !kept.has(block));
      if (kept.size + missing.length > mostKept) kept.clear();
      const wanted = kept.size === 0 ? blocksOf(list, cardBlock) : missing;
      if (wanted.length > 0) await read(wanted.toSorted((a, b) => a - b));
      return list.map((number) => {
        const lines = kept.get(Math.floor(number / cardBlock));
        const [who = '', what = ''] = lines?.[number % cardBlock]?.split('\t') ?? [];
        return { who, what };
      });
    },
  };
}
