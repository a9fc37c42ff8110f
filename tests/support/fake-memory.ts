// The verbs of the log over plain lists, for unit tests of the stores; the real database has its own tests.
import type { Observable } from 'dexie';
import type { Memory } from '../../lib/data/memory';
import type { ConversationRow } from '../../lib/data/db';
import type { Complaint } from '../../lib/domain/complaint';
import type { LedgerEvent } from '../../lib/domain/event';
import { checkIn, endHold, startHold } from '../../lib/domain/hold';
import type { Hold } from '../../lib/domain/hold';
import { createFakeOutbox } from './fake-outbox';

export type FakeMemory = ReturnType<typeof createFakeMemory>;

/** `refuse` names a verb that fails from now on, such as `complaints.add`. */
export function createFakeMemory(now: () => number) {
  const rows: ConversationRow[] = [];
  const events = new Map<string, LedgerEvent[]>();
  const holds = new Map<string, Hold>();
  const complaints: Complaint[] = [];
  const calls: [verb: string, ...details: unknown[]][] = [];
  const refused = new Set<string>();
  const watchers = new Set<() => Promise<void>>();
  let ids = 0;

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
          await Promise.resolve();
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
  const change = (kind: 'holdCheckedIn' | 'holdEnded', next: typeof checkIn) => (id: string) =>
    act(`holds.${kind === 'holdEnded' ? 'end' : 'checkIn'}`, [id], () => {
      const hold = holds.get(id);
      if (!hold || hold.endedAt !== undefined) return;
      holds.set(id, next(hold, now()));
      add(hold.conversationId, [{ kind, at: now(), hold: id }]);
    });
  const running = () => [...holds.values()].filter(({ dueAt }) => dueAt !== undefined);

  const memory: Memory = {
    ledger: {
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
    },
    uses: {
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
    holds: {
      start: (plan) =>
        act('holds.start', [plan], () => {
          const hold = startHold(`h${++ids}`, plan, now());
          holds.set(hold.id, hold);
          add(plan.conversationId, [{ kind: 'holdStarted', at: now(), hold: hold.id }]);
          return hold;
        }),
      checkIn: change('holdCheckedIn', checkIn),
      end: change('holdEnded', endHold),
      claim: (id, dueAt) =>
        act('holds.claim', [id, dueAt], () => {
          const hold = holds.get(id);
          if (hold?.dueAt !== dueAt || hold.firedFor === dueAt) return false;
          holds.set(id, { ...hold, firedFor: dueAt });
          return true;
        }),
      running: () => act('holds.running', [], running),
      watch: () => watch(running),
    },
    complaints: {
      add: (form, origin) =>
        act('complaints.add', [form, origin], () => {
          const number = (complaints.at(-1)?.number ?? 0) + 1;
          const id = `x${++ids}`;
          const complaint: Complaint = {
            ...form,
            ...origin,
            version: 1,
            id,
            number,
            savedAt: now(),
          };
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
  };

  return {
    memory,
    opened: { is: 'opened', ok: true, memory } as const,
    rows,
    eventsOf,
    holds,
    complaints,
    /** The details of each call of a verb, in order. */
    callsOf: (verb: string) => calls.filter(([name]) => name === verb).map(([, ...rest]) => rest),
    refuse: (verb: string) => refused.add(verb),
    allow: (verb: string) => refused.delete(verb),
  };
}

/** As far as one conversation can tell: each dismissal counts. */
function dismissedInARow(rule: string, events: readonly LedgerEvent[]): number {
  return events.reduce((sum, event) => {
    if (!('rewrite' in event) || event.rule !== rule) return sum;
    if (event.kind === 'rewriteAccepted') return 0;
    return (
      sum + Number(event.kind === 'rewriteDismissed') - Number(event.kind === 'rewriteRestored')
    );
  }, 0);
}
