// The complaint log.
import { Dexie, liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import { complaintSchema } from '../domain/complaint';
import type { Complaint, ComplaintOrigin } from '../domain/complaint';
import { newComplaint } from '../domain/complaint-formats';
import type { FirstFields } from '../domain/new-complaint';
import { addComplaint } from './add-complaint';
import type { Database } from './db';
import { appendEvents } from './ledger';
import { takeBackTicket } from './outbox';
import type { Broken } from './sound';
import { partName } from './write-raw';

export type Complaints = ReturnType<typeof createComplaints>;

const pageSize = 500;

export function createComplaints(
  db: Database,
  now: () => number,
  createId: () => string,
  { sound }: Pick<Broken, 'sound'>,
) {
  /** Likely the next number. 0, none, once any complaint has changed, in whichever window, until it is seen again. */
  let next = 0;
  const told = partName(db, 'complaints');
  Dexie.on('storagemutated', (parts) => {
    if (told in parts) next = 0;
  });
  return {
    /** Adds a complaint to the log; resolves when it is on the disk. */
    async add(form: FirstFields, origin: ComplaintOrigin): Promise<Complaint> {
      const facts = { id: createId(), number: next, at: now() };
      const complaint = await addComplaint(db, newComplaint(form, origin, facts));
      next = complaint.number + 1;
      return complaint;
    },

    /** Takes a complaint out of the log again, for undo; and its ticket, unless that went out or may have. */
    remove(id: string): Promise<void> {
      const tables = [db.complaints, db.changes, db.outbox, db.conversations, db.events];
      return db.transaction('rw', tables, async () => {
        const complaint = await db.complaints.get(id);
        if (!complaint) return;
        await db.complaints.delete(id);
        await db.changes
          .where('[complaint+n]')
          .between([id, Dexie.minKey], [id, Dexie.maxKey])
          .delete();
        await takeBackTicket(db, id);
        if (complaint.conversationId === undefined) return;
        const event = { kind: 'unlogged', at: now(), complaint: id } as const;
        await appendEvents(db, complaint.conversationId, [event]);
      });
    },

    /** The newest complaints, newest first, again on every change. */
    watchNewest: (limit: number): Observable<Complaint[]> =>
      liveQuery(async () => {
        const rows = await db.complaints.orderBy('number').reverse().limit(limit).toArray();
        next = (rows[0]?.number ?? 0) + 1;
        return sound('complaints', complaintSchema, rows);
      }),

    /** All complaints, oldest first, a page at a time: the memory needed does not grow with the log. */
    async *pages(): AsyncGenerator<Complaint[]> {
      let after = 0;
      for (;;) {
        const page = await db.complaints.where('number').above(after).limit(pageSize).toArray();
        const last = page.at(-1);
        if (!last) return;
        yield sound('complaints', complaintSchema, page);
        after = last.number;
      }
    },
  };
}
