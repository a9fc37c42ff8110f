// What the log's bench measures of a backup of the whole log and its way back into another profile.
import { createBackup } from '../../lib/data/backup';
import { createDatabase } from '../../lib/data/db';
import type { Database } from '../../lib/data/db';
import { peak } from './log-files';
import { createRecords } from './log-records';
import { timed } from './log-timing';

const before = 1_000;
const world = { now: Date.now, crypto };
const quiet = { signal: new AbortController().signal, onRows: () => {} };

export async function restore(db: Database, records: number) {
  const backup = createBackup(db, world);
  const write = async (onRows: () => void) =>
    new Response(await backup.write({ ...quiet, onRows })).blob();
  const written = await timed(() => write(() => {}));
  const file = written.value;
  const writeHeap = await peak(write);
  const into = await besideOthers(file, records, (other) => measured(other, file, records));
  await leavesWhatWas(file, records, (rows) => rows > records / 2);
  // Each was read: from then on one transaction is at work.
  await leavesWhatWas(file, records, (rows) => rows > records * 1.5);
  const filled = await fill(db);
  const seconds = { write: written.ms / 1000, restore: into.ms / 1000, fill: filled / 1000 };
  return { seconds, bytes: file.size, heap: Math.max(writeHeap, into.heap) };
}

async function measured(db: Database, file: Blob, records: number) {
  let ms = 0;
  const heap = await peak(async (onRows) => {
    const restored = await timed(() => createBackup(db, world).restore(file, { ...quiet, onRows }));
    if (!restored.value.ok || restored.value.rows < records) throw new Error('Not all came back.');
    ({ ms } = restored);
  });
  return { heap, ms };
}

/** How long the records take into an empty table, as many at once as a restore takes. */
async function fill(db: Database): Promise<number> {
  const other = createDatabase('filled', indexedDB);
  const { ms } = await timed(async () => {
    for (let after = 0; ; after += 2_000) {
      const rows = await db.complaints
        .where('number')
        .between(after, after + 2_000)
        .toArray();
      if (rows.length === 0 && after > 0) return;
      await other.complaints.bulkAdd(rows);
    }
  });
  await other.delete();
  return ms;
}

/** A work on a log with a few records of its own, which are no part of the backup. */
async function besideOthers<T>(file: Blob, records: number, work: (db: Database) => Promise<T>) {
  const db = createDatabase(`restored-${file.size}`, indexedDB);
  const record = createRecords(records);
  const own = Array.from({ length: before }, (_, index) => record(records + 1 + index));
  await db.complaints.bulkAdd(own.map((row) => ({ ...row, id: `own-${row.number}` })));
  try {
    return await work(db);
  } finally {
    await db.delete();
  }
}

/** Stops it at a row, and looks at what is there. */
function leavesWhatWas(file: Blob, records: number, isAt: (rows: number) => boolean) {
  return besideOthers(file, records, async (db) => {
    const all = async () => JSON.stringify(await db.complaints.toArray());
    const there = await all();
    const stop = new AbortController();
    let rows = 0;
    const onRows = (more: number) => {
      rows += more;
      if (isAt(rows)) stop.abort();
    };
    const result = await createBackup(db, world).restore(file, { signal: stop.signal, onRows });
    const left = await db.incoming.count();
    if (result.ok || (await all()) !== there || left > 0)
      throw new Error('A restore that was stopped has left something.');
  });
}
