// The running holds and the panel's own clock, which drives the pulses from the stored times.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { viewHold } from '../domain/hold';
import type { Hold, HoldPlan, HoldView } from '../domain/hold';
import type { Conversation } from './conversation';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';

export type ShownHold = { hold: Hold; view: HoldView; here: boolean };

export type Timers = {
  /** All running holds, those of this conversation first. */
  holds: ReadonlySignal<readonly ShownHold[]>;
  /** Begins a hold in this conversation; false when it could not be stored. */
  start(plan: Pick<HoldPlan, 'reason' | 'announcedMs'>): Promise<boolean>;
  checkIn(id: string): Promise<void>;
  end(id: string): Promise<void>;
};

export type TimersWorld = {
  memory: ReadonlySignal<MemoryState>;
  conversation: Conversation;
  pulseMs: ReadonlySignal<number>;
  now: () => number;
  /** Calls back once after so many ms; gives how to cancel. */
  schedule: (callback: () => void, ms: number) => () => void;
};

export function createTimers(world: TimersWorld): Timers {
  const { memory, conversation, pulseMs, now, schedule } = world;
  const running = signal<readonly Hold[]>([]);
  const time = signal(now());

  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.holds.watch(), running);
  });

  effect(() => {
    if (running.value.length > 0) time.value = now();
  });

  // One timer, to the next moment at which something on the screen changes; none while nothing runs.
  effect(() => {
    const at = time.value;
    const next = nextChange(running.value, at);
    if (next === undefined) return undefined;
    return schedule(() => (time.value = now()), Math.max(0, next - now()));
  });

  // What the panel shows as due is announced: the worker need not notify as well.
  const claimed = new Map<string, number>();
  effect(() => {
    const opened = memoryOf(memory.value);
    for (const { id, dueAt, firedFor } of running.value) {
      if (dueAt === undefined || dueAt > time.value || firedFor === dueAt) continue;
      if (!opened || claimed.get(id) === dueAt) continue;
      claimed.set(id, dueAt);
      opened.holds
        .claim(id, dueAt)
        .catch((error: unknown) => console.error('The check-in was not claimed:', error));
    }
  });

  return {
    holds: computed(() =>
      running.value
        .map((hold) => ({
          hold,
          view: viewHold(hold, time.value),
          here: hold.conversationId === conversation.id.value,
        }))
        .toSorted((a, b) => Number(b.here) - Number(a.here)),
    ),
    start: async (plan) => {
      const opened = memoryOf(memory.value);
      const conversationId = conversation.id.value;
      if (!opened || conversationId === undefined) return false;
      const customer = conversation.customer.value;
      return opened.holds.start({ ...plan, conversationId, customer, pulseMs: pulseMs.value }).then(
        () => true,
        (error: unknown) => {
          console.error('The hold was not stored:', error);
          return false;
        },
      );
    },
    checkIn: async (id) => memoryOf(memory.value)?.holds.checkIn(id),
    end: async (id) => memoryOf(memory.value)?.holds.end(id),
  };
}

/** When the picture of these holds changes next: at a full second of one, or when one is due. */
function nextChange(holds: readonly Hold[], at: number): number | undefined {
  const moments = holds.flatMap(({ startedAt, dueAt }) => [
    at + 1000 - ((at - startedAt) % 1000),
    ...(dueAt !== undefined && dueAt > at ? [dueAt] : []),
  ]);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
