// The ticket system as the agent sees it: its connection, what is on its way, and what became of it.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Complaint } from '../domain/complaint';
import { composeTicket } from '../domain/compose-ticket';
import type { TicketTitles } from '../domain/compose-ticket';
import { testedSchema } from '../domain/outbox';
import type { Delivery, OutboxCounts, WhyRefused } from '../domain/outbox';
import { cleanAddress } from '../domain/ticket';
import type { Connection, Secrets, TicketRequest, TicketSystem } from '../domain/ticket';
import type { TextKey } from '../domain/texts';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';
import { countUnsent } from './unsent';

/** What is in the form; a secret that is left empty stays as it is kept. */
export type ConnectionForm = Omit<Connection, 'id'> & { secrets: Secrets };
export type Told =
  | { is: 'testing' }
  | { is: 'saved' }
  | { is: 'no-address' }
  | { is: 'fault'; text: TextKey }
  | { is: 'not-permitted' }
  | { is: 'failed'; why: WhyRefused | 'no-answer'; said: string };

export type Tickets = {
  systems: readonly TicketSystem[];
  /** The one in use. */
  connection: ReadonlySignal<Connection | undefined>;
  told: ReadonlySignal<Told | undefined>;
  /** Queue and history, newest first. */
  deliveries: ReadonlySignal<readonly Delivery[]>;
  deliveryOf(complaint: string): Delivery | undefined;
  /** Asks for the permission, saves and tries. Call it first thing in a click. */
  save(form: ConnectionForm): Promise<void>;
  /** The very request that would be sent, with its secrets hidden. */
  preview(form: ConnectionForm, complaint: Complaint): TicketRequest | undefined;
  send(complaint: Complaint): Promise<void>;
  /** All that have none. */
  sendAll(): Promise<void>;
  /** What there is to tell of all of them; undefined until it is known. */
  counts: ReadonlySignal<OutboxCounts | undefined>;
  /** Complaints without a ticket. */
  unsent: ReadonlySignal<number>;
  /** How many of those that were sent at once are through, while they are. */
  progress: ReadonlySignal<{ done: number; of: number } | undefined>;
  paused: ReadonlySignal<boolean>;
  pause(paused: boolean): Promise<void>;
  /** Takes out all that was never tried; what is being put in stops. */
  removeWaiting(): Promise<void>;
  /** Whether a comment can be added to the ticket of this complaint. */
  mayComment(complaint: Complaint): boolean;
  /** What a comment begins with: the record as it is now. */
  draftComment(complaint: Complaint): string;
  comment(complaint: Complaint, text: string): Promise<void>;
  retry(delivery: Delivery): Promise<void>;
  remove(delivery: Delivery): Promise<void>;
};

export type TicketsWorld = {
  memory: ReadonlySignal<MemoryState>;
  systems: readonly TicketSystem[];
  /** The one in use first. */
  connections: ReadonlySignal<readonly Connection[]>;
  allow(address: string): Promise<boolean>;
  saveConnection(connection: Connection, secrets: Secrets): Promise<void>;
  /** What the background says of the connection in use. */
  test(): Promise<Told>;
  paused: ReadonlySignal<boolean>;
  savePaused(paused: boolean): Promise<void>;
  /** Lets the background send. */
  wake(): Promise<void>;
  createId: () => string;
  titles: () => TicketTitles;
};

export function createTickets(world: TicketsWorld): Tickets {
  const { memory, systems, connections, titles, wake, paused } = world;
  const deliveries = signal<readonly Delivery[]>([]);
  const told = signal<Told | undefined>();
  const counts = signal<OutboxCounts | undefined>();
  const unsent = countUnsent(memory);
  const batch = signal(0);
  let queueing = new AbortController();
  const connection = computed(() => connections.value[0]);
  const byComplaint = computed(
    () => new Map(deliveries.value.map((each) => [each.complaint, each])),
  );
  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.outbox.watch(), deliveries);
  });
  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.outbox.watchCounts(), counts);
  });
  const systemOf = ({ system }: { system: string }) => systems.find(({ id }) => id === system);

  return {
    systems,
    connection,
    told,
    deliveries,
    deliveryOf: (complaint) => byComplaint.value.get(complaint),
    save: async ({ secrets, ...form }) => {
      const address = cleanAddress(form.address);
      if (address === undefined) return void (told.value = { is: 'no-address' });
      const fault = systemOf(form)?.fault?.({ ...form, address, id: '', secrets });
      if (fault) return void (told.value = { is: 'fault', text: fault });
      const allowed = await world.allow(address);
      if (!allowed) return void (told.value = { is: 'not-permitted' });
      told.value = { is: 'testing' };
      await world.saveConnection({ ...form, address, id: `${form.system} ${address}` }, secrets);
      told.value = await world.test();
    },
    preview: ({ secrets: _secrets, ...form }, complaint) => {
      const address = cleanAddress(form.address);
      const system = systemOf(form);
      if (address === undefined || !system) return undefined;
      const hidden = Object.fromEntries(
        system.fields.flatMap(({ id, secret }) => (secret === true ? [[id, '••••']] : [])),
      );
      const ticket = composeTicket(complaint, titles(), form);
      return system.create(ticket, { ...form, address, id: '', secrets: hidden });
    },
    send: async (complaint) => {
      const to = connection.value;
      if (!to) return;
      const ticket = composeTicket(complaint, titles(), to);
      await memoryOf(memory.value)?.outbox.queue(complaint.id, to.id, ticket);
      await wake();
    },
    sendAll: async () => {
      const to = connection.value;
      const opened = memoryOf(memory.value);
      if (!to || !opened) return;
      queueing = new AbortController();
      const compose = (complaint: Complaint) => composeTicket(complaint, titles(), to);
      const before = counts.value?.open ?? 0;
      batch.value = before + unsent.value;
      const queued = await opened.outbox.queueAll(to.id, compose, queueing.signal);
      batch.value = before + queued;
      await wake();
    },
    counts,
    unsent,
    progress: computed(() => {
      const open = counts.value?.open ?? 0;
      const of = Math.max(batch.value, open);
      return open === 0 || of < 2 ? undefined : { done: of - open, of };
    }),
    paused,
    pause: async (is) => {
      await world.savePaused(is);
      if (!is) await wake();
    },
    removeWaiting: async () => {
      queueing.abort();
      await memoryOf(memory.value)?.outbox.removeWaiting();
    },
    mayComment: ({ ticket }) => {
      const to = ticket && connections.value.find(({ id }) => id === ticket.connection);
      return to !== undefined && systemOf(to)?.comment !== undefined;
    },
    draftComment: (complaint) => {
      const mask = connections.value.find(({ id }) => id === complaint.ticket?.connection)?.mask;
      return composeTicket(complaint, titles(), { mask: mask ?? true }).body;
    },
    comment: async (complaint, text) => {
      await memoryOf(memory.value)?.outbox.comment(complaint.id, world.createId(), text);
      await wake();
    },
    retry: async (delivery) => {
      const to = connections.value.find(({ id }) => id === delivery.connection);
      const again = delivery.to ? 'ask' : ((to && systemOf(to)?.again(to)) ?? 'look-up');
      await memoryOf(memory.value)?.outbox.apply(delivery.id, { is: 'retried' }, again);
      await wake();
    },
    remove: async ({ id }) => {
      await memoryOf(memory.value)?.outbox.remove(id);
    },
  };
}

/** The background's answer to a test; without one it was not there to give it. */
export function toldOf(answer: unknown): Told {
  const tested = testedSchema.safeParse(answer);
  if (!tested.success) return { is: 'failed', why: 'no-answer', said: '' };
  return tested.data.ok ? { is: 'saved' } : { is: 'failed', ...tested.data };
}
