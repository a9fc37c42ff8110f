// One complaint over its life: each change is a row of its history, written in the same transaction.
import { Dexie, liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import { complaintSchema } from '../domain/complaint';
import type { Complaint, ComplaintFields } from '../domain/complaint';
import { changeSchema, differ, lastStanding, withValues } from '../domain/complaint-change';
import type { Change } from '../domain/complaint-change';
import type { State } from '../domain/complaint-choices';
import { edit, moveTo, reopen } from '../domain/complaint-life';
import type { Moved } from '../domain/complaint-life';
import { eventSchema } from '../domain/event';
import type { LedgerEvent } from '../domain/event';
import type { Database } from './db';
import type { Broken } from './sound';

export type Records = ReturnType<typeof createRecords>;
/** `same`: it was so before. `gone`: the record was removed meanwhile, or there is nothing to take back. */
export type Changed =
  Moved | { ok: true; complaint: Complaint; same: true } | { ok: false; gone: true };
export type KeptRecord = {
  complaint: Complaint;
  /** Oldest first. */
  history: readonly Change[];
  /** What happened in its conversation; empty where it came from none. */
  events: readonly LedgerEvent[];
};

export function createRecords(db: Database, now: () => number, { sound }: Pick<Broken, 'sound'>) {
  /** Applies a change to the record as it is now and notes it; one that changes nothing is not noted. */
  const change = (
    id: string,
    by: string,
    next: (complaint: Complaint, history: readonly Change[]) => Noted,
  ): Promise<Changed> =>
    db.transaction('rw', db.complaints, db.changes, async () => {
      const complaint = await db.complaints.get(id);
      if (!complaint) return { ok: false, gone: true };
      const { kind, of, ...moved } = next(complaint, await historyOf(db, id));
      if (!('ok' in moved) || !moved.ok) return moved;
      const values = differ(complaint, moved.complaint);
      if (!values) return { ok: true, complaint, same: true };
      const at = now();
      const { revision: n } = complaint;
      const changed = { ...moved.complaint, changedAt: at, revision: n + 1 };
      const row: Change = { complaint: id, n, at, by, kind, ...values };
      await db.complaints.put(changed);
      await db.changes.add(of === undefined ? row : { ...row, of });
      return { ok: true, complaint: changed };
    });

  return {
    /** Fills in fields; resolves when it is on the disk, or with what its stage would then be missing. */
    edit: (id: string, fields: Partial<ComplaintFields>, by: string) =>
      change(id, by, (complaint) => ({ kind: 'edited', ...edit(complaint, fields) })),

    /** Goes on to a later stage, or tells what is missing. */
    move: (id: string, to: State, by: string) =>
      change(id, by, (complaint) => ({ kind: 'moved', ...moveTo(complaint, to, now()) })),

    /** Begins the work anew. */
    reopen: (id: string, by: string) =>
      change(id, by, (complaint) => ({
        kind: 'reopened',
        ok: true,
        complaint: reopen(complaint, now()),
      })),

    /** Takes the last change back that still holds, whoever made it. */
    undo: (id: string, by: string) =>
      change(id, by, (complaint, history) => {
        const last = lastStanding(history);
        const before = last && withValues(complaint, last.before);
        if (!before) return { kind: 'undone', ok: false, gone: true };
        return { kind: 'undone', of: last.n, ok: true, complaint: before };
      }),

    /** A record by its number with all that happened to it, again on every change; undefined if there is none. */
    watch: (number: number): Observable<KeptRecord | undefined> =>
      liveQuery(async () => {
        const rows = await db.complaints.where('number').equals(number).toArray();
        const [complaint] = sound('complaints', complaintSchema, rows);
        if (!complaint) return undefined;
        const history = sound('changes', changeSchema, await historyOf(db, complaint.id));
        return { complaint, history, events: await eventsOf(db, complaint) };
      }),
  };
}

type Noted = Changed & { kind: Change['kind']; of?: number };

function historyOf(db: Database, id: string): Promise<Change[]> {
  return db.changes
    .where('[complaint+n]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .toArray();
}

async function eventsOf(db: Database, { conversationId }: Complaint): Promise<LedgerEvent[]> {
  if (conversationId === undefined) return [];
  const rows = await db.events
    .where('[conversationId+n]')
    .between([conversationId, Dexie.minKey], [conversationId, Dexie.maxKey])
    .toArray();
  return rows.flatMap(({ event }) => {
    const parsed = eventSchema.safeParse(event);
    return parsed.success ? [parsed.data] : [];
  });
}
