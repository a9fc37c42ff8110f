// What only the Desk does with the log; loaded when it is asked for.
import { createBackup } from './backup';
import type { Database } from './db';
import { createErasure } from './erasure';
import { createRecords } from './records';
import { createRetention } from './retention';
import type { Broken } from './sound';

export type DeskMemory = ReturnType<typeof createDeskMemory>;

export function createDeskMemory(db: Database, now: () => number, broken: Pick<Broken, 'sound'>) {
  return {
    records: createRecords(db, now, broken),
    erasure: createErasure(db, now),
    retention: createRetention(db, now),
    backup: createBackup(db, { now, crypto }),
  };
}
