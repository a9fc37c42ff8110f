// What the agent is writing beside a conversation: at once on the screen, soon in the ledger, there again after a restart.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { LedgerEvent } from '../domain/event';
import type { Conversation } from './conversation';

// Short enough that who closes the panel loses nothing they remember, long enough that a word is one event.
const pauseMs = 400;

export type KeptWork<T> = {
  value: ReadonlySignal<T>;
  /** @param of the conversation's key; the one at hand if not given */
  change(next: Partial<T>, of?: string): void;
};

export type KeptWorkWorld<T> = {
  conversation: Pick<Conversation, 'key' | 'events' | 'append'>;
  /** Before anything was written. */
  empty: T;
  /** What was written last, as the ledger knows it. */
  read: (events: readonly LedgerEvent[]) => T | undefined;
  write: (work: T, at: number) => LedgerEvent;
  schedule: (callback: () => void, ms: number) => () => void;
  now: () => number;
};

/** Work that stands under its conversation's key: a switch neither shows nor saves it in another. */
export function createKeptWork<T extends object>(world: KeptWorkWorld<T>): KeptWork<T> {
  const { conversation, empty, read, write, schedule, now } = world;
  const here = signal<ReadonlyMap<string, T>>(new Map());
  const stored = computed(() => read(conversation.events.value));
  const value = computed(() => here.value.get(conversation.key.value) ?? stored.value ?? empty);
  const waiting = new Map<string, () => void>();

  const save = (of: string) => {
    waiting.delete(of);
    const work = here.peek().get(of);
    if (work) void conversation.append([write(work, now())], of);
  };
  return {
    value,
    change: (next, of = conversation.key.peek()) => {
      const before = here.peek().get(of) ?? (of === conversation.key.peek() ? value.peek() : empty);
      here.value = new Map(here.peek()).set(of, { ...before, ...next });
      waiting.get(of)?.();
      waiting.set(
        of,
        schedule(() => save(of), pauseMs),
      );
    },
  };
}
