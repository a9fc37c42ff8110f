// The tables and their versions; nothing else. A version, once released, is never changed: add the next one.
import { Dexie } from 'dexie';
import type { EntityTable, Table } from 'dexie';
import type { Complaint } from '../domain/complaint';
import type { LedgerEvent } from '../domain/event';
import type { Hold } from '../domain/hold';

export const schemaVersion = 1;

export type ConversationRow = {
  id: string;
  /** Site, origin and the site's own key: finds the row again after a reload. */
  key: string;
  site: string;
  /** Host of the page. */
  channel: string;
  customer: string;
  startedAt: number;
  /** How many events the ledger holds; the next one's number. */
  events: number;
};
/** `n` counts the events of one conversation: their order, whatever the clocks said. */
export type EventRow = { conversationId: string; n: number; event: LedgerEvent };

export type Database = Dexie & {
  conversations: EntityTable<ConversationRow, 'id'>;
  events: Table<EventRow, [string, number]>;
  holds: EntityTable<Hold, 'id'>;
  complaints: EntityTable<Complaint, 'id'>;
};

/** The database of this browser profile. What is acknowledged is on the disk: `strict` durability. */
export function createDatabase(name = 'composure'): Database {
  // Dexie adds the tables by name when the version below is declared.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
  db.version(schemaVersion).stores({
    conversations: 'id, &key, startedAt',
    events: '[conversationId+n]',
    // A row without dueAt is not in that index: the index is the list of what is still to come.
    holds: 'id, dueAt, conversationId',
    complaints: 'id, &number, savedAt, conversationId',
  });
  return db;
}
