// Turns what the database watches into signals.
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Memory, OpenedMemory } from '../data/memory';

export type { MemoryRefusal } from '../data/memory';

/** What `liveQuery` gives. */
export type Watched<T> = {
  subscribe(next: (value: T) => void, error: (error: unknown) => void): { unsubscribe(): void };
};

/**
 * Keeps a signal at the newest value of a query; returns how to stop.
 * @param instead what stands there where the query fails before it told anything
 */
export function follow<T>(watched: Watched<T>, to: Signal<T>, instead?: T): () => void {
  const subscription = watched.subscribe(
    (value) => {
      to.value = value;
    },
    (error) => {
      console.error('A query of the log failed:', error);
      if (instead !== undefined) to.value ??= instead;
    },
  );
  return () => subscription.unsubscribe();
}

/** The database as the panel knows it: still opening (or kept from it by another window), there, or refused and why. */
export type MemoryState =
  { is: 'opening'; isBlocked?: boolean } | ({ is: 'opened' } & OpenedMemory);

/** The verbs of the log, where it could be opened. */
export function memoryOf(state: MemoryState): Memory | undefined {
  return state.is === 'opened' && state.ok ? state.memory : undefined;
}

/** Whether what the log holds will soon be told: it is there, or is being opened and no other window keeps it. */
export function willTell(state: MemoryState): boolean {
  return state.is === 'opened' ? state.ok : state.isBlocked !== true;
}

/** The verbs of the log, once it is known whether it could be opened. */
export function whenOpened(memory: ReadonlySignal<MemoryState>): Promise<Memory | undefined> {
  return firstOf(memory, ({ is }) => is === 'opened');
}

/**
 * The same for what a person clicks, which is done as soon as the log is opened; undefined where it cannot be, or as
 * long as another window keeps it from being.
 */
export function soonOpened(memory: ReadonlySignal<MemoryState>): Promise<Memory | undefined> {
  return firstOf(memory, (state) => state.is === 'opened' || !willTell(state));
}

function firstOf(
  memory: ReadonlySignal<MemoryState>,
  isIt: (state: MemoryState) => boolean,
): Promise<Memory | undefined> {
  return new Promise((resolve) => {
    const stop = memory.subscribe((state) => {
      if (!isIt(state)) return;
      resolve(memoryOf(state));
      // Told at once where it is known already, before there is anything to stop.
      queueMicrotask(() => stop());
    });
  });
}
