// Promises and their due times. Every change is in the ledger of its conversation, in the same transaction.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import type { LedgerEvent } from '../domain/event';
import {
  endPromise,
  firePromise,
  makePromise,
  renewPromise,
  reopenPromise,
  snoozePromise,
} from '../domain/promise';
import type { Ending, PromisePlan, Promised } from '../domain/promise';
import { promisedSchema } from '../domain/stored-times';
import type { Database } from './db';
import { appendEvents, messageIndex } from './ledger';
import type { Broken } from './sound';

export type Promises = ReturnType<typeof createPromises>;
/** The message that held the promise, and which of its promises it was. */
export type PromiseSource = { messageKey: string; nth: number };

export function createPromises(
  db: Database,
  now: () => number,
  createId: () => string,
  { sound }: Pick<Broken, 'sound'>,
) {
  const write = <T>(work: () => Promise<T>): Promise<T> =>
    db.transaction('rw', db.promises, db.conversations, db.events, work);
  const read = async () =>
    sound('promises', promisedSchema, await db.promises.orderBy('dueAt').toArray());

  /** Changes a promise and notes it; false if the change does not apply any more. */
  const change = (
    id: string,
    next: (promised: Promised, at: number) => Promised,
    eventsOf: (at: number) => LedgerEvent[],
  ): Promise<boolean> =>
    write(async () => {
      const promised = await db.promises.get(id);
      if (!promised) return false;
      const at = now();
      const changed = next(promised, at);
      if (changed === promised) return false;
      await db.promises.put(changed);
      const events = eventsOf(at);
      if (events.length > 0) await appendEvents(db, promised.conversationId, events);
      return true;
    });

  const add = async (plan: PromisePlan, source?: PromiseSource): Promise<Promised> => {
    const at = now();
    const promised = makePromise(createId(), plan, at);
    const { id, kind: of, owner, what } = promised;
    await db.promises.add(promised);
    await appendEvents(db, plan.conversationId, [
      { kind: 'promiseMade', at, promise: id, of, owner, what, due: plan.due, ...source },
    ]);
    return promised;
  };

  return {
    /** Notes a promise; resolves when it is on the disk. One of a message is taken once, by whichever panel. */
    make: (plan: PromisePlan, source?: PromiseSource): Promise<Promised | undefined> =>
      write(async () => {
        if (source && (await isTaken(db, plan.conversationId, source))) return undefined;
        return add(plan, source);
      }),

    /** P3: a later time; false when the old one was up already. `told`: the customer heard of it. */
    renew: (id: string, due: number, told: boolean) =>
      change(
        id,
        (promised, at) => renewPromise(promised, due, told, at),
        (at) => [{ kind: 'promiseRenewed', at, promise: id, due, told }],
      ),

    /** Kept, broken (`done`: what was done about it) or dropped. */
    end: (id: string, how: Ending, done: string) =>
      change(
        id,
        (promised, at) => endPromise(promised, how, done, at),
        (at) => [{ kind: 'promiseEnded', at, promise: id, how, done }],
      ),

    /** A follow-up that was asked without a yes: it is done, and the next one made, both or neither. */
    followOn: (id: string, due: number, done: string): Promise<boolean> =>
      write(async () => {
        const promised = await db.promises.get(id);
        if (!promised || promised.end) return false;
        const at = now();
        await db.promises.put(endPromise(promised, 'kept', done, at));
        await appendEvents(db, promised.conversationId, [
          { kind: 'promiseEnded', at, promise: id, how: 'kept', done },
        ]);
        await add({ ...promised, due });
        return true;
      }),

    /** Takes an ending back. */
    reopen: (id: string) =>
      change(id, reopenPromise, (at) => [{ kind: 'promiseReopened', at, promise: id }]),

    /** Speaks of it again after so many ms. */
    snooze: (id: string, ms: number) =>
      change(
        id,
        (promised, at) => snoozePromise(promised, ms, at),
        () => [],
      ),

    /** Notes that a moment was announced: true for the first that says so, of all windows. */
    claim: (id: string, dueAt: number) =>
      change(
        id,
        (promised, at) => (promised.dueAt === dueAt ? firePromise(promised, at) : promised),
        () => [],
      ),

    /** The open promises of all conversations, the next to speak of first. */
    open: read,

    /** The open promises, again on every change. */
    watch: (): Observable<Promised[]> => liveQuery(read),
  };
}

async function isTaken(
  db: Database,
  conversationId: string,
  { messageKey, nth }: PromiseSource,
): Promise<boolean> {
  const rows = await db.events.where(messageIndex).equals([conversationId, messageKey]).toArray();
  return rows.some(({ event }) => event.kind === 'promiseMade' && event.nth === nth);
}
