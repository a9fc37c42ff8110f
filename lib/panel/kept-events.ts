// Events that the log did not take, or not yet: kept in this panel, each conversation's by itself.
import { batch, signal } from '@preact/signals';
import type { LedgerEvent } from '../domain/event';

type Kept = ReadonlyMap<string, readonly LedgerEvent[]>;

export function createKeptEvents() {
  const waiting = signal<Kept>(new Map());
  /** Given to the log, which does not show them yet: nothing may be gone from sight meanwhile. */
  const handed = signal<Kept>(new Map());
  return {
    /** Those of a conversation, by its key, that the log does not show. */
    of: (key: string, shown: readonly LedgerEvent[]): readonly LedgerEvent[] => {
      const all = [...(handed.value.get(key) ?? []), ...(waiting.value.get(key) ?? [])];
      return all.length === 0 ? all : all.filter((event) => !isAmong(shown, event));
    },
    add(key: string, more: readonly LedgerEvent[]): void {
      const kept = waiting.peek();
      waiting.value = new Map(kept).set(key, [...(kept.get(key) ?? []), ...more]);
    },
    /** Gives a conversation's events to the log; they stay here if it does not take them. */
    async handOver(
      key: string,
      append: (events: readonly LedgerEvent[]) => Promise<void>,
    ): Promise<void> {
      const events = waiting.peek().get(key);
      if (!events) return;
      batch(() => {
        handed.value = new Map(handed.peek()).set(key, events);
        waiting.value = without(waiting.peek(), key);
      });
      await append(events).catch((error: unknown) => {
        batch(() => {
          const since = waiting.peek().get(key) ?? [];
          waiting.value = new Map(waiting.peek()).set(key, [...events, ...since]);
          handed.value = without(handed.peek(), key);
        });
        throw error;
      });
    },
    /** Forgets what was handed over once the log shows it. */
    settle(key: string, shown: readonly LedgerEvent[]): void {
      const events = handed.peek().get(key);
      if (events?.every((event) => isAmong(shown, event)))
        handed.value = without(handed.peek(), key);
    },
  };
}

function without(kept: Kept, key: string): Kept {
  return new Map([...kept].filter(([other]) => other !== key));
}

/** They come back from the database as copies. */
function isAmong(events: readonly LedgerEvent[], event: LedgerEvent): boolean {
  return events.some(
    (other) =>
      other.at === event.at && other.kind === event.kind && asText(other) === asText(event),
  );
}

/** The same for copies, in whatever order their parts stand. */
function asText(event: LedgerEvent): string {
  return JSON.stringify(event, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
