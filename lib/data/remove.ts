// Takes records and conversations out of the log with all that hangs on them. Call inside a read-write transaction.
import { Dexie } from 'dexie';
import type { Database } from './db';

/** How many rows went, by table. */
export type Removed = Record<string, number>;

/** The tables that a removal touches. */
export function tablesOfRemoval(db: Database) {
  const { complaints, changes, outbox, conversations, events, holds, promises, hints } = db;
  return [complaints, changes, outbox, conversations, events, holds, promises, hints];
}

/** Complaints with their histories and their rows in the outbox, whatever state those are in. */
export async function removeComplaints(db: Database, ids: readonly string[]): Promise<Removed> {
  const gone = new Set(ids);
  let changes = 0;
  for (const id of ids)
    changes += await db.changes
      .where('[complaint+n]')
      .between([id, Dexie.minKey], [id, Dexie.maxKey])
      .delete();
  return {
    complaints: await db.complaints.where('id').anyOf(ids).delete(),
    changes,
    outbox: await db.outbox.filter(({ complaint }) => gone.has(complaint)).delete(),
  };
}

/** Conversations with their ledgers, holds, promises, and the tickets that were made in them. */
export async function removeConversations(db: Database, ids: readonly string[]): Promise<Removed> {
  const gone = new Set(ids);
  const isGone = (id: string | undefined) => id !== undefined && gone.has(id);
  let events = 0;
  for (const id of ids)
    events += await db.events
      .where('[conversationId+n]')
      .between([id, Dexie.minKey], [id, Dexie.maxKey])
      .delete();
  // Rules remember in which conversations they were dismissed.
  await db.hints.toCollection().modify((row) => {
    row.inARow = row.inARow.filter((id) => !gone.has(id));
  });
  return {
    conversations: await db.conversations.where('id').anyOf(ids).delete(),
    events,
    holds: await db.holds.where('conversationId').anyOf(ids).delete(),
    promises: await db.promises.where('conversationId').anyOf(ids).delete(),
    outbox: await db.outbox.filter(({ conversationId }) => isGone(conversationId)).delete(),
  };
}

/** Both counts in one. */
export function sumRemoved(one: Removed, other: Removed): Removed {
  const tables = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...tables].map((table) => [table, (one[table] ?? 0) + (other[table] ?? 0)]),
  );
}
