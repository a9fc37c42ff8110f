// Follows the log from the Desk: its verbs once they are loaded, and a word whenever a record was changed.
import { effect } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import { memoryOf } from './live';
import type { MemoryState } from './live';

/** @param tick is another after each change, from whichever window */
export function followDesk(
  memory: ReadonlySignal<MemoryState>,
  desk: Signal<DeskMemory | undefined>,
  tick: Signal<string>,
  ended: AbortSignal,
): void {
  const stop = effect(() => {
    const opened = memoryOf(memory.value);
    if (!opened) return undefined;
    let unfollow = () => {};
    let left = false;
    void opened.desk().then((loaded) => {
      if (left) return;
      desk.value = loaded;
      const subscription = loaded.table.watch().subscribe((value) => {
        tick.value = value;
      });
      unfollow = () => subscription.unsubscribe();
    });
    return () => {
      left = true;
      unfollow();
    };
  });
  ended.addEventListener('abort', stop);
}

/** Does works as they are asked for; what comes of an older one than the newest is not taken. */
export function newestOnly<T>(take: (value: T) => void): (work: () => Promise<T>) => void {
  let asked = 0;
  return (work) => {
    const mine = ++asked;
    work().then(
      (value) => {
        if (mine === asked) take(value);
      },
      (error: unknown) => console.error('The log could not be read:', error),
    );
  };
}
