// What only the Desk does with the log; loaded when it is asked for.
import { createBackup } from './backup';
import { watchCleared } from './clearings';
import type { Database } from './db';
import { foldLog } from './fold-log';
import type { FoldWorld } from './fold-log';
import { createLogTable } from './log-table';
import { createErasure } from './erasure';
import { readFollowUps } from './follow-ups';
import { readLines } from './read-lines';
import { createPackDrafts } from './pack-drafts';
import { createRecords } from './records';
import { createRetention } from './retention';
import { createTimesReview } from './review-times';
import type { Broken } from './sound';

export type DeskMemory = ReturnType<typeof createDeskMemory>;

export function createDeskMemory(db: Database, now: () => number, broken: Pick<Broken, 'sound'>) {
  return {
    packDrafts: createPackDrafts(db, now),
    records: createRecords(db, now, broken),
    table: createLogTable(db),
    /** All records as JSON Lines, as they were folded last (read-lines.ts). */
    lines: (mask: boolean) => readLines(db, mask),
    /** What was promised in the conversations of complaints. */
    followUps: (mask: boolean) => readFollowUps(db, mask, broken),
    /** Brings the table's rows up to the log (fold-log.ts). */
    foldLog: (world: FoldWorld) => foldLog(db, world),
    times: createTimesReview(db, now, broken),
    erasure: createErasure(db, now),
    retention: createRetention(db, now),
    /** The newest receipts of what went by the rule. */
    watchCleared: (limit: number) => watchCleared(db, limit),
    backup: createBackup(db, { now, crypto }),
  };
}
