// Follows the memory from the Desk: its verbs once they are loaded, and a word whenever a record was changed.
import { effect } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import { memoryOf } from './live';
import type { MemoryState } from './live';

/** @param follow gives back what ends it; begun again with each memory that is opened */
export function followDesk(
  memory: ReadonlySignal<MemoryState>,
  follow: (desk: DeskMemory) => () => void,
  ended: AbortSignal,
): void {
  const stop = effect(() => {
    const opened = memoryOf(memory.value);
    if (!opened) return undefined;
    let unfollow = () => {};
    let left = false;
    void opened.desk().then((loaded) => {
      if (!left) unfollow = follow(loaded);
    });
    return () => {
      left = true;
      unfollow();
    };
  });
  ended.addEventListener('abort', stop);
}

/** @param tick is another after each change, from whichever window */
export function followTable(
  memory: ReadonlySignal<MemoryState>,
  desk: Signal<DeskMemory | undefined>,
  tick: Signal<string>,
  ended: AbortSignal,
): void {
  const follow = (loaded: DeskMemory) => {
    desk.value = loaded;
    const subscription = loaded.table.watch().subscribe((value) => {
      tick.value = value;
    });
    return () => subscription.unsubscribe();
  };
  followDesk(memory, follow, ended);
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
