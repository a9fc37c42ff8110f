// The list of everything that is due in all conversations, for the panel and for the Desk.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { ConversationRow, Place } from '../data/db';
import type { Memory } from '../data/memory';
import { dueItems } from '../domain/due';
import type { DueItem } from '../domain/due';
import { snoozeMs } from '../domain/due-notice';
import type { Hold } from '../domain/hold';
import type { Promised } from '../domain/promise';
import { follow, memoryOf, soonOpened } from './live';
import type { MemoryState } from './live';
import type { Notices } from './notices';
import { createTicker } from './ticker';
import type { TickerWorld } from './ticker';

export type ShownDue = { item: DueItem; leftMs: number; here: boolean };
/** A conversation whose customer had no answer when it was last seen. */
type ShownWait = { conversationId: string; customer: string; waitedMs: number };

/** The verbs tell at the foot of the page what became of them; false where nothing was done. */
export type DueList = {
  /** Everything that is due, the most urgent first; changes only with the log. */
  items: ReadonlySignal<readonly DueItem[]>;
  /** The same as the clock has it now. */
  due: ReadonlySignal<readonly ShownDue[]>;
  /** The other conversations, the longest wait first. */
  waits: ReadonlySignal<readonly ShownWait[]>;
  /** The agent has checked in, or kept it. */
  done(item: DueItem): Promise<boolean>;
  snooze(item: DueItem): Promise<boolean>;
  /** Goes to the tab where the conversation is. */
  open(conversationId: string): Promise<void>;
};

export type DueListWorld = TickerWorld & {
  memory: ReadonlySignal<MemoryState>;
  notices: Notices;
  /** The conversation beside the panel, by its id. */
  here: ReadonlySignal<string | undefined>;
  /** Goes to a place; false where it is to be found no more. */
  openPlace: (place: Place) => Promise<boolean>;
};

const mostWaits = 20;
const minuteMs = 60_000;

export function createDueList(world: DueListWorld): DueList {
  const { memory, notices, here } = world;
  const holds = signal<readonly Hold[]>([]);
  const promises = signal<readonly Promised[]>([]);
  const waiting = signal<readonly ConversationRow[]>([]);
  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.holds.watch(), holds);
  });
  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.promises.watch(), promises);
  });
  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.ledger.watchWaiting(mostWaits), waiting);
  });

  const items = computed(() => dueItems(holds.value, promises.value));
  const time = createTicker(world, (at) =>
    nextMinute(at, [
      ...items.value.map((item) => item.at),
      ...waiting.value.map((row) => row.waiting?.since ?? at),
    ]),
  );
  const work = async (verb: (due: Memory['due']) => Promise<void>): Promise<boolean> => {
    const due = (await soonOpened(memory))?.due;
    const isDone = due ? await verb(due).then(() => true, tell) : false;
    if (!isDone) notices.show({ about: 'time-not-stored' });
    return isDone;
  };

  return {
    items,
    due: computed(() =>
      items.value.map((item) => ({
        item,
        leftMs: item.at - time.value,
        here: item.conversationId === here.value,
      })),
    ),
    waits: computed(() =>
      waiting.value
        .filter(({ id }) => id !== here.value)
        .map(({ id, customer, waiting: { since = time.value } = {} }) => ({
          conversationId: id,
          customer,
          waitedMs: time.value - since,
        })),
    ),
    done: (item) => work((due) => due.done(item)),
    snooze: (item) => work((due) => due.snooze(item, snoozeMs)),
    open: async (conversationId) => {
      const row = await memoryOf(memory.value)?.ledger.find(conversationId);
      if (row?.place && (await world.openPlace(row.place))) return;
      notices.show({ about: 'no-place' });
    },
  };
}

/** When one of these moments is a full number of minutes away; undefined where there are none. */
export function nextMinute(at: number, moments: readonly number[]): number | undefined {
  const changes = moments.map((moment) => {
    const rest = (((moment - at) % minuteMs) + minuteMs) % minuteMs;
    return at + (rest === 0 ? minuteMs : rest);
  });
  return changes.length > 0 ? Math.min(...changes) : undefined;
}

function tell(error: unknown): false {
  console.error('It was not stored:', error);
  return false;
}
