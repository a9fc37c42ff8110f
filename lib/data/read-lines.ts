// Reads the whole log as it is exported: few large rows, oldest first, so that memory does not grow with the log.
import type { Database } from './db';
import { masked } from './log-lines';

/** So many blocks at once: about a megabyte. */
const blocksAtOnce = 32;

/** All records as they were folded last; with names and long numbers masked if so wished. */
export async function* readLines(
  db: Database,
  mask: boolean,
): AsyncGenerator<{ bytes: Uint8Array<ArrayBuffer>; count: number }> {
  let after = -1;
  for (;;) {
    const rows = await db.logLines.where('block').above(after).limit(blocksAtOnce).toArray();
    const last = rows.at(-1);
    if (!last) return;
    for (const row of rows)
      yield { bytes: mask ? masked(row) : row.bytes, count: row.numbers.length };
    after = last.block;
  }
}
