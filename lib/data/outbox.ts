// The outbox: each ticket on its way is a row; row, record and ledger change in one transaction.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import { afterEvent, deliverySchema, mayRemove } from '../domain/outbox';
import type { Delivery, Host, OutboxEvent } from '../domain/outbox';
import type { Again, Ticket } from '../domain/ticket';
import type { Database } from './db';
import { appendEvents } from './ledger';
import type { Broken } from './sound';

export type Outbox = ReturnType<typeof createOutbox>;

const historyShown = 200;

export function createOutbox(
  db: Database,
  now: () => number,
  random: () => number,
  { sound }: Pick<Broken, 'sound'>,
) {
  const tables = [db.outbox, db.complaints, db.conversations, db.events];
  return {
    /**
     * Puts a complaint's ticket into the outbox; resolves when it is on the disk. A complaint that is there already, or
     * was sent, stays as it is: false.
     */
    queue(complaintId: string, connection: string, ticket: Ticket): Promise<boolean> {
      return db.transaction('rw', db.outbox, db.complaints, async () => {
        const complaint = await db.complaints.get(complaintId);
        const id = ticketOf(complaintId);
        if (!complaint || complaint.ticket || (await db.outbox.get(id))) return false;
        const row: Delivery = {
          version: 1,
          id,
          complaint: complaintId,
          connection,
          ticket,
          state: 'waiting',
          inDoubt: false,
          failures: 0,
          since: now(),
          waitMs: 0,
          queuedAt: now(),
        };
        const { conversationId } = complaint;
        await db.outbox.add(conversationId === undefined ? row : { ...row, conversationId });
        return true;
      });
    },

    /** All that is neither sent nor refused, oldest first. */
    async open(): Promise<Delivery[]> {
      const open = db.outbox.where('state').anyOf('waiting', 'sending', 'unknown');
      return sound('outbox', deliverySchema, await open.sortBy('queuedAt'));
    },

    /** Applies an event to the row as it is now; resolves when it is on the disk. */
    apply(id: string, event: OutboxEvent, again: Again): Promise<Delivery | undefined> {
      return db.transaction('rw', tables, async () => {
        const before = await db.outbox.get(id);
        if (!before) return undefined;
        const after = afterEvent(before, event, { now: now(), random, again });
        if (after === before) return before;
        await db.outbox.put(after);
        if (after.state === 'sent') await noteTicket(db, after, now());
        return after;
      });
    },

    /** Takes a row out that is not on its way; false where a ticket may have been made of it. */
    remove(id: string): Promise<boolean> {
      return db.transaction('rw', db.outbox, async () => {
        const row = await db.outbox.get(id);
        if (!row || !mayRemove(row)) return false;
        await db.outbox.delete(id);
        return true;
      });
    },

    /** Queue and history, newest first, again on every change. */
    watch: (): Observable<Delivery[]> =>
      liveQuery(() => db.outbox.orderBy('queuedAt').reverse().limit(historyShown).toArray()),

    host: (host: string): Promise<Host | undefined> => db.outboxHosts.get(host),
    saveHost: async (host: Host): Promise<void> => {
      await db.outboxHosts.put(host);
    },
  };
}

/** Takes the ticket of a complaint that is removed out, unless it went out or may have. Call inside a transaction. */
export async function takeBackTicket(db: Database, complaintId: string): Promise<void> {
  const row = await db.outbox.get(ticketOf(complaintId));
  if (row && mayRemove(row)) await db.outbox.delete(row.id);
}

function ticketOf(complaintId: string): string {
  return `ticket:${complaintId}`;
}

async function noteTicket(db: Database, row: Delivery, at: number): Promise<void> {
  const { complaint, connection, conversationId, link } = row;
  if (!link) return;
  await db.complaints.update(complaint, { ticket: { ...link, connection }, changedAt: at });
  if (conversationId === undefined) return;
  await appendEvents(db, conversationId, [{ kind: 'ticketed', at, complaint, ticket: link.id }]);
}
