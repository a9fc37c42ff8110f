// The newest records, out of the last rows of lines: one large row, where the records themselves lie all over the disk.
import type { Complaint } from '../domain/complaint';
import { complaintSchema } from '../domain/complaint';
import type { Database } from './db';
import type { ChangeRow } from './log-changes';
import { layout } from './log-rows';
import type { LineRow } from './log-rows';

/** With more of them changed since they were folded, all are read from the records themselves. */
const mostChanged = 64;

/** The newest first, without reading what grows with the log; what cannot be read is left out. */
export function readNewest(db: Database, limit: number): Promise<Complaint[]> {
  const tables = [db.logState, db.logChanges, db.logLines, db.complaints];
  return db.transaction('r', tables, async () => {
    const state = await db.logState.get('log');
    const notes = await db.logChanges.limit(mostChanged + 1).toArray();
    const changed = notes.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    if (state?.layout !== layout || changed > mostChanged) {
      const records = await db.complaints.orderBy('number').reverse().limit(limit).toArray();
      return records.filter(isSound);
    }
    const folded = await readFolded(db, limit, notes, changed);
    const lowest = folded.length < limit ? 0 : Math.min(...folded.map(({ number }) => number));
    const newest = new Map(folded.map((record) => [record.number, record]));
    // An old record that was changed is not among them.
    for (const { from, to } of notes.filter((note) => note.to >= lowest)) {
      const numbers = db.complaints.where('number').between(from, to, true, true);
      for (const row of await numbers.toArray()) if (isSound(row)) newest.set(row.number, row);
    }
    return [...newest.values()].toSorted((a, b) => b.number - a.number).slice(0, limit);
  });
}

/** So many of the newest that have not changed since, or all there are. */
async function readFolded(
  db: Database,
  limit: number,
  notes: readonly ChangeRow[],
  changed: number,
): Promise<Complaint[]> {
  const isChanged = (number: number) =>
    notes.some(({ from, to }) => number >= from && number <= to);
  const folded: Complaint[] = [];
  for (let below = Infinity; folded.length < limit;) {
    const row = await db.logLines.where('block').below(below).last();
    if (!row) break;
    const last = lastOf(row, limit - folded.length + changed);
    folded.push(...last.filter(({ number }) => !isChanged(number)));
    below = row.block;
  }
  return folded;
}

function isSound(record: Complaint): boolean {
  return complaintSchema.safeParse(record).success;
}

/** The last records of a row. They were looked at when it was folded. */
function lastOf({ bytes }: LineRow, most: number): Complaint[] {
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
  return lines.slice(-most).map((line): Complaint => JSON.parse(line));
}
