// The ticket system of a desk in a test: nothing is sent, each verb is written down.
import { signal } from '@preact/signals';
import type { Delivery, OutboxCounts } from '../../lib/domain/outbox';
import type { Connection } from '../../lib/domain/ticket';
import { createTickets } from '../../lib/panel/tickets';
import type { Tickets, Told } from '../../lib/panel/tickets';
import { ticketTitles } from '../../components/tickets/ticket-titles';
import { ticketSystems } from '../../lib/tickets';

export const connection: Connection = {
  id: 'request-tracker https://rt.example',
  system: 'request-tracker',
  address: 'https://rt.example',
  fields: { queue: 'General' },
  mask: true,
};

type Given = {
  connections?: readonly Connection[];
  deliveries?: readonly Delivery[];
  test?: Told;
  allows?: boolean;
  counts?: OutboxCounts;
  unsent?: number;
  progress?: { done: number; of: number };
  paused?: boolean;
};

export function fakeTickets({
  connections = [],
  deliveries = [],
  test,
  allows = true,
  counts,
  unsent = 0,
  progress,
  paused = false,
}: Given = {}) {
  const calls: unknown[][] = [];
  const note =
    (verb: string) =>
    async (...details: unknown[]) =>
      void calls.push([verb, ...details]);
  const tickets: Tickets = createTickets({
    memory: signal({ is: 'opening' }),
    systems: ticketSystems,
    connections: signal(connections),
    allow: async () => allows,
    saveConnection: note('save'),
    test: async () => test ?? { is: 'saved' },
    wake: note('wake'),
    paused: signal(paused),
    savePaused: note('pause'),
    createId: () => 'x',
    titles: ticketTitles,
  });
  const deliveryOf = (id: string) => deliveries.find(({ complaint }) => complaint === id);
  const verbs = {
    send: note('send'),
    sendAll: note('sendAll'),
    comment: note('comment'),
    retry: note('retry'),
    remove: note('remove'),
    removeWaiting: note('removeWaiting'),
  };
  const shown = {
    deliveries: signal(deliveries),
    counts: signal(counts),
    unsent: signal(unsent),
    progress: signal(progress),
  };
  return { ...tickets, ...verbs, ...shown, deliveryOf, calls };
}
