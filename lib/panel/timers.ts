// The open holds and the panel's own clock, which drives the pulses from the stored times.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Holds } from '../data/holds';
import { settleHold, viewHold } from '../domain/hold';
import type { Consent, Hold, HoldPlan, HoldView } from '../domain/hold';
import type { Conversation } from './conversation';
import { follow, memoryOf, soonOpened } from './live';
import type { MemoryState } from './live';

export type ShownHold = { hold: Hold; view: HoldView; here: boolean };
type NewHold = Pick<HoldPlan, 'reason' | 'announcedMs' | 'contact'>;

/** The verbs give false when it could not be stored. */
export type Timers = {
  /** All open holds, those of this conversation first. */
  holds: ReadonlySignal<readonly ShownHold[]>;
  /** How many due times this panel was the one to announce. */
  announced: ReadonlySignal<number>;
  /** Notes that the customer of this conversation is being asked (H1). */
  ask(plan: NewHold): Promise<boolean>;
  answer(id: string, answer: Consent): Promise<boolean>;
  /** Begins one that was agreed to, with what they gave as contact (H2). */
  begin(id: string, contact?: string): Promise<boolean>;
  /** Begins a hold in this conversation that was asked for in own words. */
  start(plan: NewHold): Promise<boolean>;
  checkIn(id: string): Promise<boolean>;
  end(id: string): Promise<boolean>;
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
  const open = signal<readonly Hold[]>([]);
  const time = signal(now());
  const announced = signal(0);

  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.holds.watch(), open);
  });

  effect(() => {
    if (open.value.length > 0) time.value = now();
  });

  // One timer, to the next moment at which something on the screen changes; none while nothing runs.
  effect(() => {
    const at = time.value;
    const next = nextChange(open.value, at);
    if (next === undefined) return undefined;
    return schedule(() => (time.value = now()), Math.max(0, next - now()));
  });

  // What the panel shows as due is announced: the worker need not notify as well.
  const claimed = new Map<string, number>();
  effect(() => {
    const opened = memoryOf(memory.value);
    for (const hold of open.value) {
      const { id, dueAt, firedFor } = hold;
      if (opened && settleHold(hold, time.value) !== hold) opened.holds.settle(id).catch(tell);
      if (dueAt === undefined || dueAt > time.value || firedFor === dueAt) continue;
      if (!opened || claimed.get(id) === dueAt) continue;
      claimed.set(id, dueAt);
      opened.holds.claim(id, dueAt).then((isFirst) => {
        if (isFirst) announced.value += 1;
      }, tell);
    }
  });

  const store = async (work: (holds: Holds) => Promise<unknown>): Promise<boolean> => {
    const holds = (await soonOpened(memory))?.holds;
    if (!holds) return false;
    return work(holds).then(
      () => true,
      (error: unknown) => {
        console.error('The hold was not stored:', error);
        return false;
      },
    );
  };
  const inHere = async (plan: NewHold, verb: 'ask' | 'start'): Promise<boolean> => {
    const conversationId = conversation.id.value;
    if (conversationId === undefined) return false;
    const customer = conversation.customer.value;
    const whole = { ...plan, conversationId, customer, pulseMs: pulseMs.value };
    return store((holds) => holds[verb](whole));
  };

  return {
    holds: computed(() =>
      open.value
        .map((hold) => ({
          hold,
          view: viewHold(hold, time.value),
          here: hold.conversationId === conversation.id.value,
        }))
        .toSorted((a, b) => Number(b.here) - Number(a.here)),
    ),
    announced,
    ask: (plan) => inHere(plan, 'ask'),
    answer: (id, answer) => store((holds) => holds.answer(id, answer)),
    begin: (id, contact) => store((holds) => holds.begin(id, contact)),
    start: (plan) => inHere(plan, 'start'),
    checkIn: (id) => store((holds) => holds.checkIn(id)),
    end: (id) => store((holds) => holds.end(id)),
  };
}

function tell(error: unknown): void {
  console.error('The check-in was not claimed:', error);
}

/** When the picture of these holds changes next: at a full second of one, or when one is due. */
function nextChange(holds: readonly Hold[], at: number): number | undefined {
  const moments = holds.flatMap(({ startedAt, dueAt }) => [
    ...(startedAt === undefined ? [] : [at + 1000 - ((at - startedAt) % 1000)]),
    ...(dueAt !== undefined && dueAt > at ? [dueAt] : []),
  ]);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
