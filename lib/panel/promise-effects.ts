// What the store of promises does by itself: follows the log, announces what is due, notes where conversations are.
import { effect } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Promised } from '../domain/promise';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';
import type { PromisesWorld } from './promises';

/** Says in the console what no one waits for. */
export function tell(error: unknown): undefined {
  console.error('The promise was not stored:', error);
}

/** Keeps them at what the log holds. */
export function followPromises(
  memory: ReadonlySignal<MemoryState>,
  promises: Signal<readonly Promised[]>,
): void {
  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.promises.watch(), promises);
  });
}

/** What the panel shows as due is announced: the worker need not notify as well. */
export function announce(
  { memory, onAnnounce }: Pick<PromisesWorld, 'memory' | 'onAnnounce'>,
  promises: ReadonlySignal<readonly Promised[]>,
  time: ReadonlySignal<number>,
): void {
  const claimed = new Map<string, number>();
  effect(() => {
    const opened = memoryOf(memory.value);
    for (const { id, dueAt, firedFor } of promises.value) {
      if (dueAt === undefined || dueAt > time.value || firedFor === dueAt) continue;
      if (!opened || claimed.get(id) === dueAt) continue;
      claimed.set(id, dueAt);
      opened.promises.claim(id, dueAt).then((isFirst) => isFirst && onAnnounce(), tell);
    }
  });
}

/** Keeps where each conversation is, so that a notification can lead there. */
export function locate({
  memory,
  conversation,
  session,
  run,
}: Pick<PromisesWorld, 'memory' | 'conversation' | 'session' | 'run'>): void {
  effect(() => {
    const id = conversation.id.value;
    const ledger = memoryOf(memory.value)?.ledger;
    const [url, tabId] = [session.url.value, session.tabId.value];
    if (id === undefined || !ledger || url === '' || tabId === undefined) return;
    ledger.locate(id, { url, tabId, run }).catch(tell);
  });
}
