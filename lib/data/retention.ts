// What is older than the rule keeps it: shown first, then taken out of the log.
import type { Complaint } from '../domain/complaint';
import { complaintSchema } from '../domain/complaint';
import { isConversationPast, isPast } from '../domain/retention';
import type { Retention } from '../domain/retention';
import { noteRemoved } from './clearings';
import type { ConversationRow, Database } from './db';
import { removeComplaints, removeConversations, sumRemoved, tablesOfRemoval } from './remove';
import type { Removed } from './remove';
import { walk } from './walk';
import type { Watch } from './walk';

export type Past = {
  complaintIds: readonly string[];
  /** The first of them, to be looked at. */
  shown: readonly Complaint[];
  /** Those that no complaint needs any more, with nothing open in them. */
  conversationIds: readonly string[];
};

const mostShown = 50;
const batch = 200;

export function createRetention(db: Database, now: () => number) {
  return {
    /** What would go. */
    async preview(rule: Retention, watch: Watch): Promise<Past> {
      const complaintIds: string[] = [];
      const shown: Complaint[] = [];
      const needed = new Set<string>();
      for await (const page of walk<Complaint>(db, 'complaints', watch))
        for (const { row } of page) {
          // One that cannot be read is not judged either.
          const isGoing = complaintSchema.safeParse(row).success && isPast(row, rule, now());
          if (isGoing) complaintIds.push(row.id);
          else if (row.conversationId !== undefined) needed.add(row.conversationId);
          if (isGoing && shown.length < mostShown) shown.push(row);
        }
      const conversationIds: string[] = [];
      for await (const page of walk<ConversationRow>(db, 'conversations', watch))
        for (const { row } of page)
          if (!needed.has(row.id) && isConversationPast(row.startedAt, rule, now()))
            if (!(await isOpen(db, row.id))) conversationIds.push(row.id);
      return { complaintIds, shown, conversationIds };
    },

    /**
     * Takes it out, a batch at a time, each whole and with its receipt; what was changed meanwhile and is not past any
     * more stays.
     * @param daily the row of the receipt, of what goes by itself
     */
    async remove(
      past: Past,
      rule: Retention,
      { signal, onRows }: Watch,
      daily?: number,
    ): Promise<Removed> {
      let removed: Removed = {};
      let receipt = daily;
      const tables = [...tablesOfRemoval(db), db.clearings];
      const note = async (gone: Removed) => {
        removed = sumRemoved(removed, gone);
        receipt = await noteRemoved(db, receipt, { at: now(), rule, removed });
      };
      for (const ids of batches(past.complaintIds)) {
        signal.throwIfAborted();
        await db.transaction('rw', tables, async () => {
          const rows = await db.complaints.bulkGet([...ids]);
          const still = rows.flatMap((row) => (row && isPast(row, rule, now()) ? [row.id] : []));
          await note(await removeComplaints(db, still));
        });
        onRows(ids.length);
      }
      for (const ids of batches(past.conversationIds)) {
        signal.throwIfAborted();
        await db.transaction('rw', tables, async () => {
          const needed = await db.complaints.where('conversationId').anyOf(ids).toArray();
          const used = new Set(needed.map(({ conversationId }) => conversationId));
          const unused = ids.filter((id) => !used.has(id));
          await note(await removeConversations(db, unused));
        });
        onRows(ids.length);
      }
      return removed;
    },
  };
}

/** Something is still to be kept, or somebody waits. */
async function isOpen(db: Database, id: string): Promise<boolean> {
  const promises = await db.promises.where('conversationId').equals(id).toArray();
  const holds = await db.holds.where('conversationId').equals(id).toArray();
  return (
    promises.some(({ end }) => end === undefined) ||
    holds.some(({ endedAt }) => endedAt === undefined)
  );
}

function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / batch) }, (_, index) =>
    ids.slice(index * batch, (index + 1) * batch),
  );
}
