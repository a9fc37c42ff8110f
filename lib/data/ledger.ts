// The ledger: what happened in each conversation, appended in the transaction that changes the row it affects.
import { Dexie, liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import type { LedgerEvent } from '../domain/event';
import type { ConversationRow, Database } from './db';
import { countHints } from './hints';
import { countUses } from './uses';

export type ConversationFacts = Pick<ConversationRow, 'key' | 'site' | 'channel' | 'customer'>;

/** Appends events to a conversation. Call inside a read-write transaction over conversations and events. */
export async function appendEvents(
  db: Database,
  conversationId: string,
  events: readonly LedgerEvent[],
): Promise<void> {
  const row = await db.conversations.get(conversationId);
  if (!row) throw new Error(`Conversation ${conversationId} is not in the log; open it first.`);
  await db.events.bulkAdd(
    events.map((event, index) => ({ conversationId, n: row.events + index, event })),
  );
  await db.conversations.update(conversationId, { events: row.events + events.length });
}

export type Ledger = ReturnType<typeof createLedger>;

export function createLedger(db: Database, now: () => number, createId: () => string) {
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

    /** All events of a conversation in their order, again whenever one is added, from any page or worker. */
    watch(conversationId: string): Observable<readonly LedgerEvent[]> {
      // Nothing in the ledger ever changes: only what is new is read.
      let known: readonly LedgerEvent[] = [];
      return liveQuery(async () => {
        const rows = await eventsFrom(db, conversationId, known.length).toArray();
        const next = [...known];
        // Two questions may be under way at once, and both bring the same rows.
        for (const { n, event } of rows) if (n === next.length) next.push(event);
        if (next.length > known.length) known = next;
        return known;
      });
    },
  };
}

const messageIndex = '[conversationId+event.messageKey]';

function eventsFrom(db: Database, conversationId: string, n: number) {
  return db.events
    .where('[conversationId+n]')
    .between([conversationId, n], [conversationId, Dexie.maxKey]);
}
