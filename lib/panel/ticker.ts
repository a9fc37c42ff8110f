// A moment that follows the clock only as often as what is shown of it changes.
import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

export type TickerWorld = {
  now: () => number;
  /** Calls back once after so many ms; gives how to cancel. */
  schedule: (callback: () => void, ms: number) => () => void;
};

// A timer counts what the machine is awake, the clock goes on: nothing is believed for longer than this.
const longestMs = 60_000;

/**
 * The present moment, epoch ms, renewed at the next change of the picture and after a minute at the latest; not at all
 * while nothing is shown.
 * @param nextChange when the picture of the moment given changes; undefined while there is none
 */
export function createTicker(
  { now, schedule }: TickerWorld,
  nextChange: (at: number) => number | undefined,
): ReadonlySignal<number> {
  const time = signal(now());
  effect(() => {
    const next = nextChange(time.value);
    if (next === undefined) return undefined;
    const ms = Math.min(longestMs, Math.max(0, next - now()));
    return schedule(() => (time.value = now()), ms);
  });
  return time;
}
