// What of the log could not be read, as a signal.
import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { BrokenRow } from '../data/sound';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';

export type { BrokenRow } from '../data/sound';

/** The rows that were met so far and cannot be read. */
export function createBrokenRows(
  memory: ReadonlySignal<MemoryState>,
): ReadonlySignal<readonly BrokenRow[]> {
  const rows = signal<readonly BrokenRow[]>([]);
  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.broken.watch(), rows);
  });
  return rows;
}
