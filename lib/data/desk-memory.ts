// What only the Desk does with the log; loaded when it is asked for.
import type { Database } from './db';
import { createRecords } from './records';
import type { Broken } from './sound';

export type DeskMemory = ReturnType<typeof createDeskMemory>;

export function createDeskMemory(db: Database, now: () => number, broken: Pick<Broken, 'sound'>) {
  return { records: createRecords(db, now, broken) };
}
