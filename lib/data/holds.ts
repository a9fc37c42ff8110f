// Holds and their due times. Every change is in the ledger of its conversation, in the same transaction.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import type { LedgerEvent } from '../domain/event';
import {
  answerHold,
  askHold,
  beginHold,
  checkIn,
  endHold,
  fireHold,
  settleHold,
  snoozeHold,
  startHold,
  viewHold,
} from '../domain/hold';
import type { Consent, Hold, HoldPlan } from '../domain/hold';
import { holdSchema } from '../domain/stored-times';
import type { Database } from './db';
import { appendEvents } from './ledger';
import type { Broken } from './sound';

export type Holds = ReturnType<typeof createHolds>;

export function createHolds(
  db: Database,
  now: () => number,
  createId: () => string,
  { sound }: Pick<Broken, 'sound'>,
) {
  const write = <T>(work: () => Promise<T>): Promise<T> =>
    db.transaction('rw', db.holds, db.conversations, db.events, work);
  const read = async () =>
    sound('holds', holdSchema, await db.holds.orderBy('openSince').toArray());

  /** Changes a hold and notes it, unless the change does not apply any more. */
  const change = (
    id: string,
    next: (hold: Hold, at: number) => Hold,
    eventsOf: (hold: Hold, at: number) => LedgerEvent[],
  ): Promise<void> =>
    write(async () => {
      const hold = await db.holds.get(id);
      if (!hold) return;
      const at = now();
      const changed = next(hold, at);
      if (changed === hold) return;
      await db.holds.put(changed);
      const events = eventsOf(changed, at);
      if (events.length > 0) await appendEvents(db, hold.conversationId, events);
    });

  /** A conversation has one open hold at most. */
  const openIn = async (conversationId: string): Promise<Hold | undefined> => {
    const known = await db.holds.where('conversationId').equals(conversationId).toArray();
    return known.find(({ openSince }) => openSince !== undefined);
  };

  return {
    /** Notes that the customer is being asked; resolves when it is on the disk. An open hold stays as it is. */
    ask: (plan: HoldPlan): Promise<Hold> =>
      write(async () => {
        const already = await openIn(plan.conversationId);
        if (already) return already;
        const at = now();
        const hold = askHold(createId(), plan, at);
        const { id, reason, announcedMs } = hold;
        await db.holds.add(hold);
        await appendEvents(db, plan.conversationId, [
          { kind: 'holdAsked', at, hold: id, reason, announcedMs },
        ]);
        return hold;
      }),

    /** What they said; anything but a yes ends it. A hold that was answered stays as it is. */
    answer: (id: string, answer: Consent) =>
      change(
        id,
        (hold, at) => answerHold(hold, answer, at),
        (_, at) => [{ kind: 'holdAnswered', at, hold: id, answer }],
      ),

    /** Begins a hold that was agreed to, with what they gave as contact; resolves when it is on the disk. */
    begin: (id: string, contact?: string) =>
      change(
        id,
        (hold, at) => beginHold(hold, contact, at),
        (hold, at) => [startedEvent(hold, at)],
      ),

    /**
     * Begins a hold that was agreed to in own words, or the one that was asked for here; resolves when it is on the
     * disk. One that runs already runs on.
     */
    start: (plan: HoldPlan): Promise<Hold> =>
      write(async () => {
        const at = now();
        const asked = await openIn(plan.conversationId);
        const hold = asked
          ? beginHold(answerHold(asked, 'yes', at), plan.contact, at)
          : startHold(createId(), plan, at);
        if (hold === asked) return hold;
        await db.holds.put(hold);
        const answered = { kind: 'holdAnswered', at, hold: hold.id, answer: 'yes' } as const;
        const begun = startedEvent(hold, at);
        const isNew = asked?.answer === undefined;
        await appendEvents(db, plan.conversationId, isNew ? [answered, begun] : [begun]);
        return hold;
      }),

    /** The agent gave a sign of life; a hold that is over stays as it is. */
    checkIn: (id: string) =>
      change(id, checkIn, (_, at) => [{ kind: 'holdCheckedIn', at, hold: id }]),

    /** Speaks of it again a pulse later. */
    snooze: (id: string) => change(id, snoozeHold, () => []),

    /** The agent is back, or the customer was asked for nothing. */
    end: (id: string) => change(id, endHold, (hold, at) => [endedEvent(hold, at)]),

    /** Brings the next check-in near again after the clock was set back. */
    settle: (id: string) => change(id, settleHold, () => []),

    /** Notes that a due time was announced: true for the first that says so, of all windows. */
    claim(id: string, dueAt: number): Promise<boolean> {
      return db.transaction('rw', db.holds, async () => {
        const hold = await db.holds.get(id);
        if (hold?.dueAt !== dueAt) return false;
        const fired = fireHold(hold, now());
        if (fired === hold) return false;
        await db.holds.put(fired);
        return true;
      });
    },

    /** The open holds, running or asked for, the oldest first. */
    running: read,

    /** The open holds, again on every change. */
    watch: (): Observable<Hold[]> => liveQuery(read),
  };
}

function startedEvent({ id, reason, announcedMs }: Hold, at: number): LedgerEvent {
  return { kind: 'holdStarted', at, hold: id, reason, announcedMs };
}

function endedEvent(hold: Hold, at: number): LedgerEvent {
  const { elapsedMs, leftMs, missed } = viewHold(hold, at);
  const overMs = hold.startedAt === undefined ? 0 : Math.max(0, -leftMs);
  return { kind: 'holdEnded', at, hold: hold.id, missed, lengthMs: elapsedMs, overMs };
}
