// A log in a database of its own, with one conversation, on a clock that stands.
import { openMemory } from '../../lib/data/memory';
import type { MemoryWorld } from '../../lib/data/memory';
import type { LedgerEvent } from '../../lib/domain/event';

export const minute = 60_000;
/** Moved by the tests. */
export const clock = { now: 1_000_000 };
let lastId = 0;

/** Opened anew with the same name it is another window. */
export async function open(name = `test-${crypto.randomUUID()}`, more: Partial<MemoryWorld> = {}) {
  const opened = await openMemory({
    now: () => clock.now,
    createId: () => `id-${++lastId}`,
    indexedDB,
    name,
    ...more,
  });
  if (!opened.ok) throw new Error(`The database was refused: ${opened.reason}`);
  const { memory } = opened;
  const { id } = await memory.ledger.open(facts);
  return { memory, name, id, events: () => first(memory.ledger.watch(id)) };
}

export const facts = { key: 'one', site: 'demo', channel: 'help.example', customer: 'Dana' };
export const holdPlan = (conversationId: string) => ({
  conversationId,
  customer: 'Dana',
  contact: '020 7946 0018',
  reason: 'depot',
  announcedMs: 2 * minute,
  pulseMs: 30_000,
});
export const promisePlan = (conversationId: string) => ({
  conversationId,
  customer: 'Dana',
  kind: 'promise' as const,
  owner: 'Noor',
  what: 'news',
  warnMs: 5 * minute,
  due: clock.now + 30 * minute,
});
export const kinds = (events: readonly LedgerEvent[]) => events.map(({ kind }) => kind);

export function first<T>(watched: {
  subscribe(next: (value: T) => void): { unsubscribe(): void };
}): Promise<T> {
  return new Promise((resolve) => {
    const subscription = watched.subscribe((value) => {
      queueMicrotask(() => subscription.unsubscribe());
      resolve(value);
    });
  });
}
