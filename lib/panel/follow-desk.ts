// Follows the memory from the Desk: its verbs once they are loaded, and a word whenever a record was changed.
import { effect } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';

/** @param begin gives back what ends it; begun again with each memory that is opened */
export function followDesk(
  memory: ReadonlySignal<MemoryState>,
  begin: (desk: DeskMemory) => () => void,
  ended: AbortSignal,
): void {
  const stop = effect(() => {
    const opened = memoryOf(memory.value);
    if (!opened) return undefined;
    let unfollow = () => {};
    let left = false;
    void opened.desk().then((loaded) => {
      if (!left) unfollow = begin(loaded);
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
  const followChanges = (loaded: DeskMemory) => {
    desk.value = loaded;
    return follow(loaded.table.watch(), tick);
  };
  followDesk(memory, followChanges, ended);
}

/**
 * Does works as they are asked for, and takes what comes of them unless something newer is there: so an older one
 * counts while newer ones are asked for faster than they end, or where the newest fails. A work may tell a part of
 * its result early.
 */
export function newestOnly<T>(
  take: (value: T) => void,
): (work: (tell: (part: T) => void) => Promise<T>) => void {
  let [asked, taken] = [0, 0];
  return (work) => {
    const mine = ++asked;
    const tell = (value: T) => {
      if (mine < taken) return;
      taken = mine;
      take(value);
    };
    work(tell).then(tell, (error: unknown) => console.error('The log could not be read:', error));
  };
}
