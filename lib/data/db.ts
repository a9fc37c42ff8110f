// The tables and their versions; nothing else. A version, once released, is never changed: add the next one.
import { Dexie } from 'dexie';
import type { EntityTable, Table } from 'dexie';
import type { Complaint } from '../domain/complaint';
import type { Change } from '../domain/complaint-change';
import { upgradeComplaint } from '../domain/complaint-formats';
import type { LedgerEvent } from '../domain/event';
import type { Hold } from '../domain/hold';
import type { KeptPack } from '../domain/kept-pack';
import type { Delivery, Host } from '../domain/outbox';
import type { Promised } from '../domain/promise';
import type { Clearing } from '../domain/retention';
import type { Waiting } from '../domain/waiting-clock';
import { noteChanges } from './log-changes';
import type { ChangeRow } from './log-changes';
import type { CardRow, ColumnRow, LineRow, LogState, TermRow, WordRow } from './log-rows';
import type { PackDraftRow, PackDraftTextRow, PackEditRow } from './pack-drafts';
import type { PackOfferRow, PackTextRow } from './packs';

export const schemaVersion = 14;

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
  /** The clocks after its last event. */
  waiting?: Waiting;
  /** Where it was seen last. */
  place?: Place;
};
/** Numbers of tabs begin anew with the browser: they hold only in the same `run` of it. */
export type Place = { url: string; tabId: number; run: string };
/** `n` counts the events of one conversation: their order, whatever the clocks said. */
export type EventRow = { conversationId: string; n: number; event: LedgerEvent };

/** How often a phrase was put into a reply here, and then changed before it was sent, or taken out again. */
export type UseRow = { phrase: string; count: number; edited?: number; dropped?: number };

/** Answers to the hints of a rule. `inARow`: the conversations that dismissed it last, none of them accepting. */
export type HintRow = {
  rule: string;
  accepted: number;
  dismissed: number;
  inARow: readonly string[];
};

/** Rows of a backup on their way into their tables, one a line as the file has them. */
type IncomingRow = { id?: number; lines: string };

export type Database = Dexie & {
  conversations: EntityTable<ConversationRow, 'id'>;
  events: Table<EventRow, [string, number]>;
  holds: EntityTable<Hold, 'id'>;
  promises: EntityTable<Promised, 'id'>;
  complaints: EntityTable<Complaint, 'id'>;
  changes: Table<Change, [string, number]>;
  incoming: Table<IncomingRow, number>;
  uses: EntityTable<UseRow, 'phrase'>;
  hints: EntityTable<HintRow, 'rule'>;
  outbox: EntityTable<Delivery, 'id'>;
  outboxHosts: EntityTable<Host, 'host'>;
  clearings: EntityTable<Clearing, 'n'>;
  logChanges: EntityTable<ChangeRow, 'seq'>;
  // Derived from the complaints (log-rows.ts): made anew from them whenever in doubt.
  logState: EntityTable<LogState, 'id'>;
  logColumns: Table<ColumnRow, [string, number]>;
  logWords: EntityTable<WordRow, 'column'>;
  logCards: EntityTable<CardRow, 'block'>;
  logLines: EntityTable<LineRow, 'block'>;
  logTerms: Table<TermRow, [number, number]>;
  packs: EntityTable<KeptPack, 'id'>;
  packTexts: Table<PackTextRow, number>;
  packOffers: Table<PackOfferRow, string>;
  packDrafts: EntityTable<PackDraftRow, 'id'>;
  packDraftTexts: EntityTable<PackDraftTextRow, 'draft'>;
  packEdits: Table<PackEditRow, [number, number]>;
};

/** Of the one log that a browser profile has. */
export const usualName = 'composure';

/** The database of this browser profile. What is acknowledged is on the disk: `strict` durability. */
export function createDatabase(name: string, indexedDB: IDBFactory): Database {
  // Without Dexie's cache: what is shown is what is on the disk, and what write-raw.ts wrote never stands in it as it was.
  const options = { indexedDB, chromeTransactionDurability: 'strict', cache: 'disabled' } as const;
  // Dexie adds the tables by name when the versions below are declared.
  const db = new Dexie(name, options) as Database;
  db.version(1).stores({
    conversations: 'id, &key, startedAt',
    events: '[conversationId+n]',
    // A row without dueAt is not in that index: the index is the list of what is still to come.
    holds: 'id, dueAt, conversationId',
    complaints: 'id, &number, savedAt, conversationId',
  });
  db.version(2).stores({
    // Which messages are known is asked for each new one, in conversations of thousands.
    events: '[conversationId+n], [conversationId+event.messageKey]',
    uses: 'phrase',
  });
  db.version(3)
    .stores({
      conversations: 'id, &key, startedAt, waiting.since',
      // Open are those that run, which the due index lists, and those that are only asked for.
      holds: 'id, dueAt, openSince, conversationId',
      promises: 'id, dueAt, conversationId',
    })
    .upgrade((transaction) =>
      transaction
        .table<Hold>('holds')
        .orderBy('dueAt')
        .modify((hold) => {
          if (hold.startedAt !== undefined) hold.openSince = hold.startedAt;
        }),
    );
  db.version(4).stores({ hints: 'rule' });
  db.version(6).stores({ outbox: 'id, state, queuedAt', outboxHosts: 'host' });
  db.version(7).stores({ packs: 'id', packTexts: '++n, pack', packOffers: 'pack' });
  db.version(8)
    // What is closed can grow old; a row without closedAt is not in that index.
    .stores({
      complaints: 'id, &number, savedAt, closedAt, conversationId',
      changes: '[complaint+n]',
      // What is being restored, until all of it is there.
      incoming: '++id',
    })
    .upgrade((transaction) =>
      transaction
        .table<unknown>('complaints')
        .toCollection()
        .modify((row, found) => {
          found.value = upgradeComplaint(row);
        }),
    );
  db.version(9)
    .stores({
      logChanges: '++seq',
      logState: 'id',
      logColumns: '[column+block], fold',
      logWords: 'column',
      logCards: 'block',
      logLines: 'block',
      logTerms: '[bucket+block]',
    })
    .upgrade(async (transaction) => {
      const last = await transaction.table<Complaint>('complaints').orderBy('number').last();
      if (last) await transaction.table('logChanges').add({ from: 1, to: last.number });
    });
  db.version(11).stores({
    packDrafts: '++id',
    packEdits: '[draft+n]',
  });
  // A review asks for those of a period.
  db.version(12).stores({
    holds: 'id, dueAt, openSince, conversationId, startedAt',
    promises: 'id, dueAt, conversationId, madeAt',
  });
  db.version(13).stores({ clearings: '++n' });
  // Each key that is typed writes the row of its draft: the text that it began with lies apart.
  db.version(schemaVersion)
    .stores({ packDraftTexts: 'draft' })
    .upgrade(async (transaction) => {
      const rows = await transaction.table<PackDraftRow & { text: string }>('packDrafts').toArray();
      for (const { text, ...row } of rows) {
        await transaction.table('packDraftTexts').add({ draft: row.id, text });
        await transaction.table('packDrafts').put(row);
      }
    });
  db.use(noteChanges);
  return db;
}

/**
 * Whether a newer extension wrote this database. Dexie would open it all the same, and add its own tables: what
 * the newer version relies on could be lost. Dexie stores its versions times ten, with room for repairs between.
 */
export async function isNewerThanKnown(name: string, indexedDB: IDBFactory): Promise<boolean> {
  const databases = await indexedDB.databases();
  const version = databases.find((each) => each.name === name)?.version ?? 0;
  return Math.floor(version / 10) > schemaVersion;
}
