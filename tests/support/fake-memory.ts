// The verbs of the log over plain lists, for unit tests of the stores; the real database has its own tests.
import type { Observable } from 'dexie';
import type { Memory } from '../../lib/data/memory';
import type { ConversationRow } from '../../lib/data/db';
import type { Complaint } from '../../lib/domain/complaint';
import { newComplaint } from '../../lib/domain/complaint-formats';
import type { LedgerEvent } from '../../lib/domain/event';
import { createDue } from '../../lib/data/due';
import type { Holds } from '../../lib/data/holds';
import type { Ledger } from '../../lib/data/ledger';
import type { Promises } from '../../lib/data/promises';
import * as steps from '../../lib/domain/hold';
import type { Hold } from '../../lib/domain/hold';
import { dismissedInARow } from './dismissed-in-a-row';
import { createFakeOutbox } from './fake-outbox';
import { noPacks } from './no-packs';
import * as turns from '../../lib/domain/promise';
import type { Promised } from '../../lib/domain/promise';
import { foldWaiting } from '../../lib/domain/waiting-clock';

/** `refuse` names a verb that fails from now on, such as `complaints.add`. */
export function createFakeMemory(now: () => number) {
  const rows: ConversationRow[] = [];
  const events = new Map<string, LedgerEvent[]>();
  const holds = new Map<string, Hold>();
  const promises = new Map<string, Promised>();
  const complaints: Complaint[] = [];
  const calls: [verb: string, ...details: unknown[]][] = [];
  const refused = new Set<string>();
  const watchers = new Set<() => Promise<void>>();
  let ids = 0;
  let watchDelay = 1;

  /** As the database: asked now, done a moment later, and every query hears of it after that. */
  const act = async <T>(verb: string, details: unknown[], work: () => T): Promise<T> => {
    calls.push([verb, ...details]);
    await Promise.resolve();
    if (refused.has(verb)) throw new DOMException('No room.', 'QuotaExceededError');
    const result = work();
    for (const look of watchers) void look();
    return result;
  };
  const watch = <T>(read: () => T) =>
    ({
      subscribe(next: (value: T) => void) {
        const look = async () => {
          for (let moment = 0; moment < watchDelay; moment++) await Promise.resolve();
          if (watchers.has(look)) next(read());
        };
        watchers.add(look);
        void look();
        return { unsubscribe: () => watchers.delete(look) };
      },
    }) as unknown as Observable<T>; // The stores only subscribe, with functions.
  const eventsOf = (id: string) => events.get(id) ?? [];
  const add = (id: string, more: readonly LedgerEvent[]) => {
    if (!rows.some((row) => row.id === id)) throw new Error(`No conversation ${id}.`);
    events.set(id, [...eventsOf(id), ...more]);
  };
  const changeIn =
    <T extends { conversationId: string }>(name: string, all: Map<string, T>) =>
    (
      verb: string,
      id: string,
      next: (row: T, at: number) => T,
      event?: (at: number) => LedgerEvent,
    ) =>
      act(`${name}.${verb}`, [id], () => {
        const row = all.get(id);
        const changed = row && next(row, now());
        if (!changed || changed === row) return false;
        all.set(id, changed);
        if (event) add(changed.conversationId, [event(now())]);
        return true;
      });
  const changeHold = changeIn('holds', holds);
  const changePromise = changeIn('promises', promises);
  const openHolds = () => [...holds.values()].filter(({ openSince }) => openSince !== undefined);
  const openPromises = () => [...promises.values()].filter(({ dueAt }) => dueAt !== undefined);
  const begin = (verb: 'ask' | 'start', plan: steps.HoldPlan) =>
    act(`holds.${verb}`, [plan], () => {
      const make = verb === 'ask' ? steps.askHold : steps.startHold;
      const hold = make(`h${++ids}`, plan, now());
      holds.set(hold.id, hold);
      const kind = verb === 'ask' ? 'holdAsked' : 'holdStarted';
      const { reason, announcedMs } = plan;
      add(plan.conversationId, [{ kind, at: now(), hold: hold.id, reason, announcedMs }]);
      return hold;
    });

  const ledger: Ledger = {
    open: (facts) =>
      act('ledger.open', [facts.key], () => {
        const known = rows.find(({ key }) => key === facts.key);
        if (known) return known;
        const row = { id: `c${++ids}`, ...facts, startedAt: now(), events: 0 };
        rows.push(row);
        return row;
      }),
    append: (id, more) => act('ledger.append', [id, more], () => add(id, more)),
    hear: (id, said) =>
      act('ledger.hear', [id, said], () => {
        const known = eventsOf(id).map((event) => event.kind === 'said' && event.messageKey);
        const heard = new Set(known);
        const fresh = said.filter(({ messageKey }) => !heard.has(messageKey));
        add(id, fresh);
      }),
    watch: (id) => watch(() => [...eventsOf(id)]),
    locate: (id, place) =>
      act('ledger.locate', [id, place], () => {
        const row = rows.find((each) => each.id === id);
        if (row) row.place = place;
      }),
    find: (id) => act('ledger.find', [id], () => rows.find((row) => row.id === id)),
    watchWaiting: (limit) =>
      watch(() =>
        rows
          .map((row) => ({ ...row, waiting: foldWaiting(eventsOf(row.id)) }))
          .filter(({ waiting }) => waiting.since !== undefined)
          .slice(0, limit),
      ),
  };
  const holdVerbs: Holds = {
    ask: (plan) => begin('ask', plan),
    start: (plan) => begin('start', plan),
    answer: async (id, answer) =>
      void (await changeHold(
        'answer',
        id,
        (hold, at) => steps.answerHold(hold, answer, at),
        (at) => ({ kind: 'holdAnswered', at, hold: id, answer }),
      )),
    begin: async (id, contact) =>
      void (await changeHold(
        'begin',
        id,
        (hold, at) => steps.beginHold(hold, contact, at),
        (at) => ({ kind: 'holdStarted', at, hold: id }),
      )),
    checkIn: async (id) =>
      void (await changeHold('checkIn', id, steps.checkIn, (at) => ({
        kind: 'holdCheckedIn',
        at,
        hold: id,
      }))),
    end: async (id) =>
      void (await changeHold('end', id, steps.endHold, (at) => ({
        kind: 'holdEnded',
        at,
        hold: id,
      }))),
    settle: async (id) => void (await changeHold('settle', id, steps.settleHold)),
    snooze: async (id) => void (await changeHold('snooze', id, steps.snoozeHold)),
    claim: (id, dueAt) =>
      act('holds.claim', [id, dueAt], () => {
        const hold = holds.get(id);
        if (hold?.dueAt !== dueAt || hold.firedFor === dueAt) return false;
        holds.set(id, { ...hold, firedFor: dueAt });
        return true;
      }),
    running: () => act('holds.running', [], openHolds),
    watch: () => watch(openHolds),
  };
  const make = (plan: turns.PromisePlan, source = {}) => {
    const promised = turns.makePromise(`p${++ids}`, plan, now());
    const { id: promise, kind: of, owner, what } = promised;
    promises.set(promise, promised);
    const made = { kind: 'promiseMade', at: now(), promise, of, owner, what } as const;
    add(plan.conversationId, [{ ...made, due: plan.due, ...source }]);
    return promised;
  };
  const ended = (promise: string, how: turns.Ending, done: string) => (at: number) =>
    ({ kind: 'promiseEnded', at, promise, how, done }) as const;
  const promiseVerbs: Promises = {
    make: (plan, source) =>
      act('promises.make', [plan], () => {
        const isTaken = eventsOf(plan.conversationId).some(
          (event) =>
            event.kind === 'promiseMade' &&
            source !== undefined &&
            event.messageKey === source.messageKey &&
            event.nth === source.nth,
        );
        return isTaken ? undefined : make(plan, source);
      }),
    renew: (id, due, told) =>
      changePromise(
        'renew',
        id,
        (promised, at) => turns.renewPromise(promised, due, told, at),
        (at) => ({ kind: 'promiseRenewed', at, promise: id, due, told }),
      ),
    end: (id, how, done) =>
      changePromise(
        'end',
        id,
        (promised, at) => turns.endPromise(promised, how, done, at),
        ended(id, how, done),
      ),
    followOn: async (id, due, done) => {
      const next = (promised: Promised, at: number) => turns.endPromise(promised, 'kept', done, at);
      if (!(await changePromise('followOn', id, next, ended(id, 'kept', done)))) return false;
      const promised = promises.get(id);
      if (promised) make({ ...promised, due });
      return true;
    },
    reopen: (id) =>
      changePromise('reopen', id, turns.reopenPromise, (at) => ({
        kind: 'promiseReopened',
        at,
        promise: id,
      })),
    snooze: (id, ms) =>
      changePromise('snooze', id, (promised, at) => turns.snoozePromise(promised, ms, at)),
    claim: (id, dueAt) =>
      changePromise('claim', id, (promised, at) =>
        promised.dueAt === dueAt ? turns.firePromise(promised, at) : promised,
      ),
    open: () => act('promises.open', [], openPromises),
    watch: () => watch(openPromises),
  };

  const memory: Memory = {
    ledger,
    holds: holdVerbs,
    promises: promiseVerbs,
    due: createDue(holdVerbs, promiseVerbs, ledger),
    broken: {
      watch: () => ({
        subscribe: (next) => {
          next([]);
          return { unsubscribe: () => true };
        },
      }),
    },
    uses: {
      watchCounts: () => watch(() => []),
      watch: () =>
        watch(() => {
          const counts = new Map<string, number>();
          for (const event of [...events.values()].flat())
            if (event.kind === 'inserted')
              counts.set(event.phrase, (counts.get(event.phrase) ?? 0) + 1);
          return counts;
        }),
    },
    hints: {
      watch: () => watch(() => []),
      inARow: async (rule) => dismissedInARow(rule, [...events.values()].flat()),
      restart: () => Promise.resolve(),
    },
    complaints: {
      add: (form, origin) =>
        act('complaints.add', [form, origin], () => {
          const number = (complaints.at(-1)?.number ?? 0) + 1;
          const id = `x${++ids}`;
          const complaint = newComplaint(form, origin, { id, number, at: now() });
          complaints.push(complaint);
          return complaint;
        }),
      remove: (id) =>
        act('complaints.remove', [id], () => {
          const at = complaints.findIndex((each) => each.id === id);
          if (at >= 0) complaints.splice(at, 1);
        }),
      watchNewest: (limit) => watch(() => complaints.toReversed().slice(0, limit)),
      async *pages() {
        if (complaints.length > 0) yield [...complaints];
      },
    },
    outbox: createFakeOutbox(now),
    desk: () => Promise.reject(new Error('What the Desk does is tested on a real database.')),
    packs: noPacks(watch),
  };

  return {
    memory,
    opened: { is: 'opened', ok: true, memory } as const,
    rows,
    eventsOf,
    holds,
    promises,
    complaints,
    /** The details of each call of a verb, in order. */
    callsOf: (verb: string) => calls.filter(([name]) => name === verb).map(([, ...rest]) => rest),
    refuse: (verb: string) => refused.add(verb),
    /** So many moments pass from a change until those who watch see it. */
    delayWatching: (moments: number) => (watchDelay = moments),
    allow: (verb: string) => refused.delete(verb),
  };
}
