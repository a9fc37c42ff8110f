// Everything that is due, whichever table it lies in, and the verbs that a notification offers.
import { dueItems } from '../domain/due';
import type { DueItem } from '../domain/due';
import type { Place } from './db';
import type { Holds } from './holds';
import type { Ledger } from './ledger';
import type { Promises } from './promises';

export type Due = ReturnType<typeof createDue>;
export type DueKey = Pick<DueItem, 'kind' | 'id'>;

export function createDue(holds: Holds, promises: Promises, ledger: Ledger) {
  const items = async () => dueItems(await holds.running(), await promises.open());
  return {
    /** The most urgent first. */
    items,

    /** Sees to it that no check-in is lost to a clock that was set back. */
    settle: async (): Promise<void> => {
      for (const { id } of await holds.running()) await holds.settle(id);
    },

    /** Notes that an item was announced: true for the first that says so, of all windows. */
    claim: ({ kind, id, dueAt }: DueKey & Pick<DueItem, 'dueAt'>): Promise<boolean> =>
      kind === 'hold' ? holds.claim(id, dueAt) : promises.claim(id, dueAt),

    /** The agent has checked in, or kept it. */
    done: async ({ kind, id }: DueKey): Promise<void> => {
      if (kind === 'hold') await holds.checkIn(id);
      else await promises.end(id, 'kept', '');
    },

    /** Speaks of it again: a hold after a pulse, a promise after so many ms. */
    snooze: async ({ kind, id }: DueKey, ms: number): Promise<void> => {
      if (kind === 'hold') await holds.snooze(id);
      else await promises.snooze(id, ms);
    },

    /** Where the conversation of an item was seen last. */
    placeOf: async ({ kind, id }: DueKey): Promise<Place | undefined> => {
      const item = (await items()).find((each) => each.id === id && each.kind === kind);
      return item && (await ledger.find(item.conversationId))?.place;
    },
  };
}
