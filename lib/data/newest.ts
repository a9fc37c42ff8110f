// The newest records, out of the last rows of lines: one large row, where the records themselves lie all over the disk.
import type { Complaint } from '../domain/complaint';
import { complaintSchema } from '../domain/complaint';
import type { Database } from './db';
import { layout } from './log-rows';
import type { LineRow } from './log-rows';

/** With more of them changed since they were folded, all are read from the records themselves. */
const mostChanged = 64;

/** The newest first, as quick in a large log as in a small one; what cannot be read is left out. */
export function readNewest(db: Database, limit: number): Promise<Complaint[]> {
  const tables = [db.logState, db.logChanges, db.logLines, db.complaints];
  return db.transaction('r', tables, async () => {
    const state = await db.logState.get('log');
    const notes = await db.logChanges.limit(mostChanged + 1).toArray();
    const changed = notes.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    if (state?.layout !== layout || changed > mostChanged)
      return (await db.complaints.orderBy('number').reverse().limit(limit).toArray()).filter(
        isSound,
      );
    const newest = new Map<number, Complaint>();
    for (const { from, to } of notes)
      for (const row of await db.complaints.where('number').between(from, to, true, true).toArray())
        if (isSound(row)) newest.set(row.number, row);
    const isChanged = (number: number) =>
      notes.some(({ from, to }) => number >= from && number <= to);
    let wanted = limit;
    for (let below = Infinity; wanted > 0;) {
      const row = await db.logLines.where('block').below(below).last();
      if (!row) break;
      const folded = lastOf(row, wanted + changed).filter(({ number }) => !isChanged(number));
      for (const record of folded) newest.set(record.number, record);
      wanted -= folded.length;
      below = row.block;
    }
    return [...newest.values()].toSorted((a, b) => b.number - a.number).slice(0, limit);
  });
}

function isSound(record: Complaint): boolean {
  return complaintSchema.safeParse(record).success;
}

/** The last records of a row. They were looked at when it was folded. */
function lastOf({ bytes }: LineRow, most: number): Complaint[] {
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
  return lines.slice(-most).map((line): Complaint => JSON.parse(line));
}
