// Runs in a page of the extension: fills its own log, as years of work would.
import { createDatabase } from '../../lib/data/db';
import { createRecords } from './log-records';

const atOnce = 2_000;

async function fill(records: number): Promise<void> {
  const db = createDatabase('composure', indexedDB);
  const record = createRecords(records);
  for (let from = 1; from <= records; from += atOnce) {
    const size = Math.min(atOnce, records + 1 - from);
    await db.complaints.bulkAdd(Array.from({ length: size }, (_, index) => record(from + index)));
  }
  db.close();
}

Object.assign(globalThis, { fill });
