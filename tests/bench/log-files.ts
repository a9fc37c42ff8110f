// What the log's bench measures of exports: our blocks of lines beside reading row by row.
import type { Database } from '../../lib/data/db';
import { readLines } from '../../lib/data/read-lines';
import type { Complaint } from '../../lib/domain/complaint';
import { usualColumns } from '../../lib/domain/export-column';
import { tableToCsv } from '../../lib/export/csv';
import { linesToFile, linesToPages } from '../../lib/export/json-lines';
import { complaintTable } from '../../lib/export/rows';
import { timed } from './log-timing';

const { signal } = new AbortController();

const columns = usualColumns.map((column) => ({ column, title: column }));
const toCsv = (pages: AsyncIterable<readonly Complaint[]>, onProgress = () => {}) =>
  tableToCsv(complaintTable(pages, columns, false), { mark: true, signal, onProgress });

async function* rowWise(db: Database): AsyncGenerator<Complaint[]> {
  for (let after = 0; ;) {
    const page = await db.complaints.where('number').above(after).limit(1_000).toArray();
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.number;
  }
}

/**
 * The most that a work holds in the page's own memory, in bytes: looked at now and then, with what nobody holds any
 * more swept up. Needs precise memory and `gc`.
 */
export async function peak(work: (onProgress: () => void) => Promise<unknown>): Promise<number> {
  // Chromium's own, with the flags that the bench gives it.
  const world = globalThis as unknown as {
    gc: () => void;
    performance: { memory: { usedJSHeapSize: number } };
  };
  world.gc();
  const before = world.performance.memory.usedJSHeapSize;
  let most = 0;
  let looks = 0;
  await work(() => {
    if (looks++ % 16 > 0) return;
    // The first may only end a sweep that began when what nobody holds now was still held.
    world.gc();
    world.gc();
    most = Math.max(most, world.performance.memory.usedJSHeapSize - before);
  });
  return most;
}

/** Files of the whole log, ours and row by row; `arrayOf`: so many in an array, for the memory that takes. */
export async function exportsOf(db: Database, arrayOf: number) {
  const options = { signal, onProgress: () => {} };
  const encoder = new TextEncoder();
  const work = {
    jsonl: (onProgress = () => {}) => linesToFile(readLines(db, false), { signal, onProgress }),
    maskedJsonl: () => linesToFile(readLines(db, true), options),
    csv: () => toCsv(linesToPages(readLines(db, true))),
    rowsJsonl: async () => {
      const parts: Blob[] = [];
      for await (const page of rowWise(db))
        parts.push(new Blob([encoder.encode(page.map((row) => JSON.stringify(row)).join('\n'))]));
      return new Blob(parts);
    },
    rowsCsv: () => toCsv(rowWise(db)),
  };
  const seconds: Record<string, number> = {};
  for (const [name, run] of Object.entries(work))
    seconds[name] = (await timed<unknown>(run)).ms / 1000;
  const ours = await peak((onProgress) => work.jsonl(onProgress));
  const csvHeap = await peak((onProgress) => toCsv(linesToPages(readLines(db, true)), onProgress));
  const array = await peak(async (onProgress) => {
    const rows = await db.complaints.limit(arrayOf).toArray();
    onProgress();
    return rows;
  });
  return { seconds, heap: Math.max(ours, csvHeap), array };
}
