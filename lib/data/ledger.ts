// The ledger: what happened in each conversation, appended in the transaction that changes the row it affects.
import { Dexie, liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import { eventSchema } from '../domain/event';
import type { LedgerEvent } from '../domain/event';
import { stepWaiting } from '../domain/waiting-clock';
import type { ConversationRow, Database, EventRow, Place } from './db';
import { countHints } from './hints';
import type { Broken } from './sound';
import { countUses } from './uses';

export type ConversationFacts = Pick<ConversationRow, 'key' | 'site' | 'channel' | 'customer'>;

/** Appends events to a conversation. Call inside a read-write transaction over conversations and events. */
export async function appendEvents(
  db: Database,
  conversationId: string,
  events: readonly LedgerEvent[],
): Promise<void> {
  const row = await db.conversations.get(conversationId);
  if (!row) throw notOpened(conversationId);
  // The row as it was just read: nobody else writes until this transaction ends, so it is not asked for again.
  const { rows, conversation } = withEvents(row, events);
  await Promise.all([db.events.bulkAdd(rows), db.conversations.put(conversation)]);
}

/** The rows of a conversation's next events, and its own row after them. */
export function withEvents(
  row: ConversationRow,
  events: readonly LedgerEvent[],
): { rows: EventRow[]; conversation: ConversationRow } {
  const { id: conversationId } = row;
  const rows = events.map((event, index) => ({ conversationId, n: row.events + index, event }));
  const waiting = events.reduce(stepWaiting, row.waiting ?? {});
  return { rows, conversation: { ...row, events: row.events + events.length, waiting } };
}

export const notOpened = (conversationId: string) =>
  new Error(`Conversation ${conversationId} is not in the log; open it first.`);

export type Ledger = ReturnType<typeof createLedger>;

export function createLedger(
  db: Database,
  now: () => number,
  createId: () => string,
  { sound }: Pick<Broken, 'sound'>,
) {
  return {
    /** The conversation's row: found by its key, or begun. Two panels at once get the same one. */
    open(facts: ConversationFacts): Promise<ConversationRow> {
      return db.transaction('rw', db.conversations, async () => {
        const known = await db.conversations.where('key').equals(facts.key).first();
        if (known) return known;
        const row = { id: createId(), ...facts, startedAt: now(), events: 0 };
        await db.conversations.add(row);
        return row;
      });
    },

    /** Adds events; resolves when they are on the disk. */
    append(conversationId: string, events: readonly LedgerEvent[]): Promise<void> {
      const tables = [db.conversations, db.events, db.uses, db.hints];
      return db.transaction('rw', tables, async () => {
        await appendEvents(db, conversationId, events);
        await countUses(db, events);
        await countHints(db, conversationId, events);
      });
    },

    /**
     * Adds what was found in messages, each message once: two panels beside the same page, or a page that is
     * read again, add nothing new.
     */
    hear(
      conversationId: string,
      said: readonly Extract<LedgerEvent, { kind: 'said' }>[],
    ): Promise<void> {
      return db.transaction('rw', db.conversations, db.events, async () => {
        const asked = said.map(({ messageKey }) => [conversationId, messageKey]);
        const rows = await db.events.where(messageIndex).anyOf(asked).toArray();
        const heard = new Set(
          rows.flatMap(({ event }) => (event.kind === 'said' ? [event.messageKey] : [])),
        );
        const fresh = said.filter(({ messageKey }) => !heard.has(messageKey));
        if (fresh.length > 0) await appendEvents(db, conversationId, fresh);
      });
    },

    /** Notes where the conversation is to be found. */
    async locate(conversationId: string, place: Place): Promise<void> {
      await db.conversations.update(conversationId, { place });
    },

    /** A conversation by its id. */
    find: (conversationId: string): Promise<ConversationRow | undefined> =>
      db.conversations.get(conversationId),

    /** The conversations whose customer had no answer when they were last seen, the longest wait first. */
    watchWaiting: (limit: number): Observable<ConversationRow[]> =>
      liveQuery(() => db.conversations.orderBy('waiting.since').limit(limit).toArray()),

    /** All events of a conversation in their order, again whenever one is added, from any page or worker. */
    watch(conversationId: string): Observable<readonly LedgerEvent[]> {
      // Nothing in the ledger ever changes: only what is new is read.
      let known: readonly LedgerEvent[] = [];
      let read = 0;
      return liveQuery(async () => {
        const from = read;
        const rows = await eventsFrom(db, conversationId, from).toArray();
        // Two questions may be under way at once, and both bring the same rows.
        const fresh = rows.filter(({ n }) => n >= read);
        if (fresh.length === 0) return known;
        read = (fresh.at(-1)?.n ?? read) + 1;
        known = [...known, ...sound('events', rowSchema, fresh).map(({ event }) => event)];
        return known;
      });
    },
  };
}

/** A row whose event cannot be read is passed over; the others keep their places. */
const rowSchema = {
  safeParse: (row: unknown) =>
    eventSchema.safeParse(row !== null && typeof row === 'object' && 'event' in row && row.event),
};

/** All that belongs to one message of a conversation. */
export const messageIndex = '[conversationId+event.messageKey]';

function eventsFrom(db: Database, conversationId: string, n: number) {
  return db.events
    .where('[conversationId+n]')
    .between([conversationId, n], [conversationId, Dexie.maxKey]);
}
