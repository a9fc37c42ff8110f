// The outbox: each ticket on its way is a row; row, record and ledger change in one transaction.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import { afterEvent, deliverySchema, mayRemove } from '../domain/outbox';
import type { Complaint } from '../domain/complaint';
import type { Delivery, Host, OutboxCounts, OutboxEvent } from '../domain/outbox';
import type { Again, Ticket } from '../domain/ticket';
import type { Database } from './db';
import { appendEvents } from './ledger';
import type { Broken } from './sound';

export type Outbox = ReturnType<typeof createOutbox>;

const historyShown = 200;
const pageSize = 200;

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
        await db.outbox.add({ ...newRow(complaint, connection, ticket, now()), id });
        return true;
      });
    },

    /**
     * Puts the tickets of all complaints that have none and wait for none into the outbox, a page of them at a time;
     * resolves to how many. What was put in before it is stopped stays.
     */
    async queueAll(
      connection: string,
      compose: (complaint: Complaint) => Ticket,
      signal: AbortSignal,
    ): Promise<number> {
      let queued = 0;
      for await (const ids of unsentPages(db)) {
        if (signal.aborted) break;
        await db.transaction('rw', db.outbox, db.complaints, async () => {
          const rows = (await db.complaints.bulkGet(ids)).filter((each) => each !== undefined);
          const open = rows.filter((each) => !each.ticket);
          const taken = await db.outbox.bulkGet(open.map(({ id }) => ticketOf(id)));
          const fresh = open.filter((_, index) => taken[index] === undefined);
          queued += fresh.length;
          await db.outbox.bulkAdd(
            fresh.map((each) => ({
              ...newRow(each, connection, compose(each), now()),
              id: ticketOf(each.id),
            })),
          );
        });
      }
      return queued;
    },

    /** Puts a comment to a complaint's ticket into the outbox; false where it has none. */
    comment(complaintId: string, id: string, text: string): Promise<boolean> {
      return db.transaction('rw', db.outbox, db.complaints, async () => {
        const complaint = await db.complaints.get(complaintId);
        if (!complaint?.ticket) return false;
        const { connection, ...to } = complaint.ticket;
        const ticket = { mark: '', subject: '', body: text };
        const row = newRow(complaint, connection, ticket, now());
        await db.outbox.add({ ...row, id: `comment:${id}`, to });
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

    /** Takes out all that was never tried. */
    removeWaiting(): Promise<void> {
      return db.transaction('rw', db.outbox, async () => {
        const waiting = await db.outbox.where('state').equals('waiting').toArray();
        await db.outbox.bulkDelete(waiting.filter(mayRemove).map(({ id }) => id));
      });
    },

    /** Queue and history, what needs the agent first and then the newest, again on every change. */
    watch: (): Observable<Delivery[]> =>
      liveQuery(async () => {
        const refused = await db.outbox
          .where('state')
          .equals('refused')
          .limit(historyShown)
          .toArray();
        const newest = await db.outbox.orderBy('queuedAt').reverse().limit(historyShown).toArray();
        return [
          ...refused.toSorted((a, b) => b.queuedAt - a.queuedAt),
          ...newest.filter(({ state }) => state !== 'refused'),
        ];
      }),

    /** What there is to tell of all of them, again on every change. */
    watchCounts: (): Observable<OutboxCounts> =>
      liveQuery(async () => ({
        open: await db.outbox.where('state').anyOf('waiting', 'sending', 'unknown').count(),
        refused: await db.outbox.where('state').equals('refused').count(),
      })),

    /** How many complaints have a ticket or wait for one, again on every change. It asks for each of them. */
    watchTicketed: (): Observable<number> =>
      liveQuery(() => db.outbox.where('id').startsWith(ticketOf('')).count()),

    host: (host: string): Promise<Host | undefined> => db.outboxHosts.get(host),
    saveHost: async (host: Host): Promise<void> => {
      await db.outboxHosts.put(host);
    },
  };
}

function newRow(
  { id, conversationId }: Complaint,
  connection: string,
  ticket: Ticket,
  now: number,
): Omit<Delivery, 'id'> {
  return {
    version: 1,
    complaint: id,
    ...(conversationId !== undefined && { conversationId }),
    connection,
    ticket,
    state: 'waiting',
    inDoubt: false,
    failures: 0,
    since: now,
    waitMs: 0,
    queuedAt: now,
  };
}

/** The ids of complaints without a ticket, in pages of a size that one transaction takes at once. */
async function* unsentPages(db: Database): AsyncGenerator<string[]> {
  let after = '';
  for (;;) {
    const page = await db.complaints.where('id').above(after).limit(pageSize).toArray();
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
    const taken = await db.outbox.bulkGet(page.map(({ id }) => ticketOf(id)));
    const ids = page.flatMap(({ id, ticket }, index) => (ticket || taken[index] ? [] : [id]));
    if (ids.length > 0) yield ids;
  }
}

/** Takes ticket and comments of a complaint that is removed out, unless they went out or may have. Call inside a transaction. */
export async function takeBackTicket(db: Database, complaintId: string): Promise<void> {
  const ticket = await db.outbox.get(ticketOf(complaintId));
  const comments = await db.outbox
    .where('id')
    .startsWith('comment:')
    .filter(({ complaint }) => complaint === complaintId)
    .toArray();
  const own = ticket ? [ticket, ...comments] : comments;
  await db.outbox.bulkDelete(own.filter(mayRemove).map(({ id }) => id));
}

function ticketOf(complaintId: string): string {
  return `ticket:${complaintId}`;
}

async function noteTicket(db: Database, row: Delivery, at: number): Promise<void> {
  const { complaint, connection, conversationId, link } = row;
  if (!link) return;
  if (!row.to)
    await db.complaints.update(complaint, { ticket: { ...link, connection }, changedAt: at });
  if (conversationId === undefined) return;
  const kind = row.to ? 'ticketCommented' : 'ticketed';
  await appendEvents(db, conversationId, [{ kind, at, complaint, ticket: link.id }]);
}
