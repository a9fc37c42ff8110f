// One thing at a time that goes through the whole log: how far it is, and how it is stopped.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Watch } from '../data/walk';

export type Task = {
  /** Rows so far; undefined when nothing runs. */
  rows: ReadonlySignal<number | undefined>;
  /** Undefined where something runs already, or it was stopped. */
  run<T>(work: (watch: Watch) => Promise<T>): Promise<T | undefined>;
  stop(): void;
};

/** @param onError hears why it did not work, unless it was stopped */
export function createTask(onError: (error: unknown) => void): Task {
  const rows = signal<number | undefined>();
  let running: AbortController | undefined;
  return {
    rows,
    run: async (work) => {
      if (running) return undefined;
      const current = new AbortController();
      running = current;
      rows.value = 0;
      try {
        const onRows = (more: number) => (rows.value = (rows.value ?? 0) + more);
        return await work({ signal: current.signal, onRows });
      } catch (error) {
        if (!current.signal.aborted) onError(error);
        return undefined;
      } finally {
        running = undefined;
        rows.value = undefined;
      }
    },
    stop: () => running?.abort(),
  };
}
