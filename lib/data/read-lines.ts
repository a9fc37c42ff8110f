// Reads the whole log as it is exported: few large rows, oldest first, so that memory does not grow with the log.
import type { Database } from './db';
import { masked } from './log-lines';

/** So many blocks at once: about two megabytes. */
const blocksAtOnce = 8;

/** All records as they were folded last; with names and long numbers masked if so wished. */
export async function* readLines(
  db: Database,
  mask: boolean,
): AsyncGenerator<{ bytes: Uint8Array<ArrayBuffer>; count: number }> {
  const read = (after: number) =>
    db.logLines.where('block').above(after).limit(blocksAtOnce).toArray();
  let next = read(-1);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (!last) return;
    // Read while these are being written.
    next = read(last.block);
    for (const row of rows) yield { bytes: mask ? masked(row) : row.bytes, count: row.count };
  }
}
