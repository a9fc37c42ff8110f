// What became of the hints on drafts, by rule, as a signal.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { HintRow } from '../data/db';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';

export type HintCount = Pick<HintRow, 'rule' | 'accepted' | 'dismissed'>;

/** The rules that were answered so far, the most often answered first. */
export function createHintCounts(
  memory: ReadonlySignal<MemoryState>,
): ReadonlySignal<readonly HintCount[]> {
  const rows = signal<readonly HintCount[]>([]);
  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.hints.watch(), rows);
  });
  return computed(() =>
    rows.value
      .filter((row) => answersOf(row) > 0)
      .toSorted((a, b) => answersOf(b) - answersOf(a) || (a.rule < b.rule ? -1 : 1)),
  );
}

function answersOf({ accepted, dismissed }: HintCount): number {
  return accepted + dismissed;
}
