// How many complaints have no ticket: counted only while that is looked at, since it asks the whole log.
import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import { followTable, newestOnly } from './follow-desk';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';

/** 0 until it is known. Each ticket has its row; a record that came back without it is passed over when all are sent. */
export function countUnsent(memory: ReadonlySignal<MemoryState>): ReadonlySignal<number> {
  let looking = new AbortController();
  const unsent = signal(0, {
    watched: () => {
      looking = new AbortController();
      followUnsent(memory, (count) => (unsent.value = count), looking.signal);
    },
    unwatched: () => looking.abort(),
  });
  return unsent;
}

function followUnsent(
  memory: ReadonlySignal<MemoryState>,
  tell: (count: number) => void,
  ended: AbortSignal,
): void {
  const desk = signal<DeskMemory | undefined>();
  const tick = signal('');
  const ticketed = signal<number | undefined>();
  followTable(memory, desk, tick, ended);
  const unfollow = effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.outbox.watchTicketed(), ticketed);
  });
  ended.addEventListener('abort', unfollow);
  const takes = newestOnly<number>((count) => {
    if (!ended.aborted) tell(count);
  });
  const stop = effect(() => {
    const { value: opened } = desk;
    const { value: tickets } = ticketed;
    void tick.value;
    if (opened && tickets !== undefined)
      takes(async () => Math.max(0, (await opened.table.count(all)) - tickets));
  });
  ended.addEventListener('abort', stop);
}

const all = { filters: [], search: '' };
