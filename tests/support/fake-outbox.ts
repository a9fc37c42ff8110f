// The outbox over a plain map, for tests of what sends and shows; the real one has its own tests.
import type { Observable } from 'dexie';
import type { Outbox } from '../../lib/data/outbox';
import { afterEvent, mayRemove } from '../../lib/domain/outbox';
import type { Delivery, Host, OutboxCounts } from '../../lib/domain/outbox';

export type FakeOutbox = Outbox & { rows: Map<string, Delivery> };

export function createFakeOutbox(now: () => number, random: () => number = () => 0): FakeOutbox {
  const rows = new Map<string, Delivery>();
  const hosts = new Map<string, Host>();
  return {
    rows,
    queue: async (complaint, connection, ticket) => {
      const id = `ticket:${complaint}`;
      if (rows.has(id)) return false;
      const start = {
        state: 'waiting',
        inDoubt: false,
        failures: 0,
        since: now(),
        waitMs: 0,
      } as const;
      rows.set(id, { version: 1, id, complaint, connection, ticket, queuedAt: now(), ...start });
      return true;
    },
    open: async () =>
      [...rows.values()].filter(({ state }) => state !== 'sent' && state !== 'refused'),
    apply: async (id, event, again) => {
      const row = rows.get(id);
      if (!row) return undefined;
      const after = afterEvent(row, event, { now: now(), random, again });
      rows.set(id, after);
      return after;
    },
    remove: async (id) => {
      const row = rows.get(id);
      return row !== undefined && mayRemove(row) && rows.delete(id);
    },
    queueAll: async () => 0,
    comment: async () => false,
    removeWaiting: async () => {
      for (const row of rows.values()) if (row.state === 'waiting') rows.delete(row.id);
    },
    watchCounts: () => ({}) as Observable<OutboxCounts>, // As below.
    watchTicketed: () => ({}) as Observable<number>, // As below.
    watch: () => ({}) as Observable<Delivery[]>, // Nobody watches a fake one.
    host: async (host) => hosts.get(host),
    saveHost: async (host) => void hosts.set(host.host, host),
  };
}
