// Holds and their due times. Every change is in the ledger of its conversation, in the same transaction.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import type { LedgerEvent } from '../domain/event';
import type { Hold, HoldPlan } from '../domain/hold';
import { checkIn, endHold, startHold } from '../domain/hold';
import type { Database } from './db';
import { appendEvents } from './ledger';

export type Holds = ReturnType<typeof createHolds>;

export function createHolds(db: Database, now: () => number, createId: () => string) {
  const write = <T>(work: () => Promise<T>): Promise<T> =>
    db.transaction('rw', db.holds, db.conversations, db.events, work);

  const change = (
    id: string,
    kind: 'holdCheckedIn' | 'holdEnded',
    next: (hold: Hold, at: number) => Hold,
  ): Promise<void> =>
    write(async () => {
      const hold = await db.holds.get(id);
      if (!hold || hold.endedAt !== undefined) return;
      const at = now();
      await db.holds.put(next(hold, at));
      await appendEvents(db, hold.conversationId, [{ kind, at, hold: id } satisfies LedgerEvent]);
    });

  return {
    /** Begins a hold; resolves when it is on the disk. */
    start(plan: HoldPlan): Promise<Hold> {
      return write(async () => {
        const at = now();
        const hold = startHold(createId(), plan, at);
        await db.holds.add(hold);
        await appendEvents(db, plan.conversationId, [{ kind: 'holdStarted', at, hold: hold.id }]);
        return hold;
      });
    },

    /** The agent gave a sign of life; a hold that is over stays as it is. */
    checkIn: (id: string) => change(id, 'holdCheckedIn', checkIn),

    /** The agent is back. */
    end: (id: string) => change(id, 'holdEnded', endHold),

    /** Whether the caller is the one to announce this due time: true for the first that asks, of all windows. */
    claim(id: string, dueAt: number): Promise<boolean> {
      return db.transaction('rw', db.holds, async () => {
        const hold = await db.holds.get(id);
        if (hold?.dueAt !== dueAt || hold.firedFor === dueAt) return false;
        await db.holds.update(id, { firedFor: dueAt });
        return true;
      });
    },

    /** The running holds, the next due first. */
    running: (): Promise<Hold[]> => db.holds.orderBy('dueAt').toArray(),

    /** The running holds, again on every change. */
    watch: (): Observable<Hold[]> => liveQuery(() => db.holds.orderBy('dueAt').toArray()),
  };
}
