// Any order of answers, losses, kills and clock jumps: never two tickets for one complaint, and in the end one.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Again, OpenConnection, TicketSystem } from '../../lib/domain/ticket';
import { sendAll } from '../../lib/tickets/send';
import type { SendWorld } from '../../lib/tickets/send';
import { createFakeOutbox } from '../support/fake-outbox';

/** What befalls a request that makes a ticket. `late`: made only after the answer was given up. */
const fates = [
  'good',
  'lost',
  'late',
  'notArrived',
  'broke',
  'madeAndBroke',
  'limited',
  'unreadable',
] as const;
type Fate = (typeof fates)[number] | 'refused';
/** What befalls one that looks. */
const looks = ['good', 'lost', 'broke', 'limited', 'refused'] as const;
type Look = (typeof looks)[number];

type Turn = { fate: Fate; look: Look; killAt: number; jumpMs: number };

const turns = fc.array(
  fc.record<Turn>({
    fate: fc.constantFrom(...fates, 'refused'),
    look: fc.constantFrom(...looks),
    // After so many awaits of the world the worker is killed; high numbers are never reached.
    killAt: fc.integer({ min: 0, max: 30 }),
    jumpMs: fc.oneof(fc.constant(0), fc.integer({ min: -1e10, max: 1e10 })),
  }),
  { maxLength: 25 },
);

/** A worker that is killed goes on with nothing, ever. */
class Killed extends Error {}

function createServer(again: Again) {
  const tickets: string[] = [];
  const underWay: string[] = [];
  const keys = new Map<string, number>();
  const make = (mark: string) => {
    if (again === 'same-key' && keys.has(mark)) return keys.get(mark);
    tickets.push(mark);
    keys.set(mark, tickets.length);
    return tickets.length;
  };
  return {
    tickets,
    settle: () => underWay.splice(0).forEach(make),
    create(mark: string, fate: Fate) {
      if (fate === 'notArrived') return undefined;
      if (fate === 'broke') return { status: 500, headers: {}, body: '' };
      if (fate === 'limited') return { status: 429, headers: { 'retry-after': '7' }, body: '' };
      if (fate === 'refused') return { status: 422, headers: {}, body: 'no' };
      if (fate === 'late') return void underWay.push(mark);
      const id = make(mark);
      if (fate === 'lost') return undefined;
      if (fate === 'madeAndBroke') return { status: 502, headers: {}, body: '' };
      return { status: 201, headers: {}, body: fate === 'unreadable' ? '<p>' : String(id) };
    },
    look(mark: string, look: Look) {
      if (look === 'lost') return undefined;
      if (look === 'broke') return { status: 503, headers: {}, body: '' };
      if (look === 'limited') return { status: 429, headers: {}, body: '' };
      if (look === 'refused') return { status: 401, headers: {}, body: '' };
      return { status: 200, headers: {}, body: String(tickets.indexOf(mark) + 1) };
    },
  };
}

function systemOf(again: Again): TicketSystem {
  return {
    id: 'model',
    name: 'Model',
    address: '',
    fields: [],
    again: () => again,
    settleMs: 20_000,
    test: () => ({ method: 'GET', url: 'test', headers: {} }),
    create: ({ mark }) => ({ method: 'POST', url: mark, headers: {} }),
    created: ({ body }) => (/^\d+$/.test(body) ? { id: body, url: '' } : undefined),
    lookUp: ({ mark }) => ({ method: 'GET', url: mark, headers: {} }),
    lookedUp: ({ body }) =>
      body === '0' ? { is: 'none' } : { is: 'found', link: { id: body, url: '' } },
    said: (body) => body,
  };
}

const connection: OpenConnection = {
  id: 'c',
  system: 'model',
  address: 'https://model.example',
  fields: {},
  secrets: {},
  mask: true,
};

async function play(again: Again, story: readonly Turn[], complaints: number) {
  const server = createServer(again);
  const system = systemOf(again);
  let clock = 1e12;
  const outbox = createFakeOutbox(() => clock);
  for (let n = 0; n < complaints; n++)
    await outbox.queue(`c${n}`, 'c', { mark: `m${n}`, subject: '', body: '' });
  const last: Turn = { fate: 'good', look: 'good', killAt: 1e9, jumpMs: 0 };

  const work = async (turn: Turn) => {
    let steps = 0;
    let left = 12;
    // What the worker waited for may still be done after it: the kill falls before or behind.
    const alive = async <T>(does: () => T | Promise<T>): Promise<T> => {
      if (steps++ === turn.killAt) throw new Killed();
      const done = await does();
      if (steps++ === turn.killAt) throw new Killed();
      return done;
    };
    const world: SendWorld = {
      outbox: {
        open: () => alive(outbox.open),
        apply: (...event) => alive(() => outbox.apply(...event)),
        host: (host) => alive(() => outbox.host(host)),
        saveHost: (host) => alive(() => outbox.saveHost(host)),
      },
      wayOf: async () => ({ system, connection }),
      ask: ({ method, url }) =>
        alive(() => {
          // A story's turn holds for some requests; then all goes well, lest it never ends.
          const now = left-- > 0 ? turn : last;
          return method === 'POST' ? server.create(url, now.fate) : server.look(url, now.look);
        }),
      pause: (ms) =>
        alive(() => {
          expect(ms).toBe(20_000);
          server.settle();
          clock += ms;
        }),
      isOnline: () => true,
      isPaused: async () => false,
      now: () => clock,
      random: () => 0.5,
    };
    await sendAll(world).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    clock += turn.jumpMs;
  };
  const allOnce = () => expect(new Set(server.tickets).size).toBe(server.tickets.length);
  for (const turn of story) {
    await work(turn);
    allOnce();
    for (const row of outbox.rows.values())
      // With `ask` the agent looks first, when all has settled, and sends again only what is not there.
      if (
        row.state === 'refused' &&
        (again !== 'ask' || !row.inDoubt || isMissing(row.ticket.mark))
      )
        await outbox.apply(row.id, { is: 'retried' }, again);
  }
  function isMissing(mark: string) {
    server.settle();
    return !server.tickets.includes(mark);
  }
  for (let round = 0; round < 4; round++) {
    for (const row of outbox.rows.values())
      if (
        row.state === 'refused' &&
        (!row.inDoubt || again !== 'ask' || isMissing(row.ticket.mark))
      )
        await outbox.apply(row.id, { is: 'retried' }, again);
    clock += 2 * 24 * 3_600_000;
    await work(last);
  }
  server.settle();
  allOnce();
  return { server, rows: [...outbox.rows.values()] };
}

test.each(['look-up', 'same-key', 'ask'] as const)(
  'with a system where an unknown outcome means “%s”, each complaint becomes one ticket',
  async (again) => {
    await fc.assert(
      fc.asyncProperty(turns, fc.integer({ min: 1, max: 3 }), async (story, complaints) => {
        const { server, rows } = await play(again, story, complaints);
        expect(server.tickets.toSorted()).toEqual(rows.map(({ ticket }) => ticket.mark));
        if (again !== 'ask') expect(rows.map(({ state }) => state)).toEqual(rows.map(() => 'sent'));
      }),
      { numRuns: 1500 },
    );
  },
);
