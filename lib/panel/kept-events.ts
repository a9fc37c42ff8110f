// Events that the log did not take, or not yet: kept in this panel, each conversation's by itself.
import { signal } from '@preact/signals';
import type { LedgerEvent } from '../domain/event';

export type KeptEvents = ReturnType<typeof createKeptEvents>;

export function createKeptEvents() {
  const all = signal<ReadonlyMap<string, readonly LedgerEvent[]>>(new Map());
  return {
    /** Those of a conversation, by its key. */
    of: (key: string) => all.value.get(key) ?? [],
    add(key: string, more: readonly LedgerEvent[]): void {
      const kept = all.peek();
      all.value = new Map(kept).set(key, [...(kept.get(key) ?? []), ...more]);
    },
    /** Gives a conversation's events to the log; they stay here if it does not take them. */
    async handOver(
      key: string,
      append: (events: readonly LedgerEvent[]) => Promise<void>,
    ): Promise<void> {
      const waiting = all.peek().get(key);
      if (!waiting) return;
      await append(waiting);
      all.value = new Map([...all.peek()].filter(([other]) => other !== key));
    },
  };
}
