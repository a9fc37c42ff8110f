// Real ticket systems behind a proxy that loses answers: whatever goes wrong, each complaint becomes one ticket.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { markOf } from '../../lib/domain/ticket';
import type { OpenConnection, Ticket, TicketSystem } from '../../lib/domain/ticket';
import { createAsk } from '../../lib/tickets/ask';
import { redmine } from '../../lib/tickets/redmine';
import { requestTracker } from '../../lib/tickets/request-tracker';
import { sendAll, testWay } from '../../lib/tickets/send';
import type { SendWorld } from '../../lib/tickets/send';
import { createFakeClock } from '../support/fake-clock';
import { createFakeOutbox } from '../support/fake-outbox';
import { startFaultProxy } from '../support/fault-proxy.mjs';
import { startRedmine } from '../support/redmine.mjs';
import { startRequestTracker } from '../support/request-tracker.mjs';

const ask = createAsk(fetch, globalThis.crypto);

const servers = [
  {
    system: requestTracker,
    fields: { queue: 'General' },
    wrong: { queue: 'Nowhere' },
    words: /queue/i,
    start: startRequestTracker,
  },
  {
    system: redmine,
    fields: { project: 'support', tracker: '' },
    wrong: { project: 'nowhere', tracker: '' },
    words: /project/i,
    start: async () => {
      const started = await startRedmine();
      const close = async () => {
        await started.close();
        started.forget();
      };
      return { ...started, close };
    },
  },
];

describe.each(servers)('$system.name', ({ system, fields, wrong, words, start }) => {
  let server: { url: string; token: string; close(): Promise<void> };
  let proxy: Awaited<ReturnType<typeof startFaultProxy>>;
  let connection: OpenConnection;

  beforeAll(async () => {
    server = await start();
    proxy = await startFaultProxy(server.url);
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
  });
  beforeEach(() => {
    connection = {
      id: 'c',
      system: system.id,
      address: proxy.url,
      fields,
      secrets: { token: server.token },
      mask: true,
    };
  });

  test('its connection is tested, with the server’s words where it does not work', async () => {
    expect(await testWay({ system, connection }, ask)).toEqual({ ok: true });
    const stranger = { ...connection, secrets: { token: 'not-the-token' } };
    const tested = await testWay({ system, connection: stranger }, ask);
    expect(tested).toMatchObject({ ok: false, why: 'not-allowed' });
    const nowhere = { ...connection, address: 'http://127.0.0.1:9' };
    expect(await testWay({ system, connection: nowhere }, ask)).toMatchObject({ why: 'no-answer' });
  });

  test('a ticket is made, found again, and takes a comment', async () => {
    const { row, ticket } = await send();
    expect(row).toMatchObject({ state: 'sent', inDoubt: false });
    expect(await found(ticket)).toEqual({ is: 'found', link: row?.link });
    const link = row?.link ?? { id: '', url: '' };
    expect(link.url).toContain(proxy.url);
    const request = system.comment?.(link, 'It came: 谢谢 “so” much', connection, Date.now());
    const commented = request && (await ask(request));
    expect(commented?.status).toBeLessThan(300);
    expect(await found(ticketOf())).toEqual({ is: 'none' });
  });

  test.each([
    ['the answer is lost after the ticket was made', [{ lose: true }]],
    ['the server breaks, then works', [{ answer: 500 }]],
    ['the answer is lost, and so is the first look', [{ lose: true }, { lose: true }]],
    ['the server is down, three times', [{ down: true }, { down: true }, { down: true }]],
    ['too many requests, with a time to wait', [{ answer: 429, headers: { 'retry-after': '90' } }]],
    [
      'a proxy says 502 and 503',
      [{ answer: 502 }, { answer: 503, headers: { 'retry-after': '5' } }],
    ],
  ] as const)('%s: one ticket', async (_, faults) => {
    proxy.befall(...faults);
    const { row, ticket, waits } = await send();
    expect(row?.state).toBe('sent');
    const known = await found(ticket);
    expect(known).toEqual({ is: 'found', link: row?.link });
    expect(await count(ticket)).toBe(1);
    const [first] = faults;
    if ('headers' in first) expect(waits[0]).toBeGreaterThanOrEqual(90_000);
  });

  test('a wrong token waits for the agent, with no secret in what is shown, and goes on with the right one', async () => {
    const right = connection.secrets;
    connection.secrets = { token: 'wrong-token' };
    const { row, ticket, retry } = await send();
    expect(row).toMatchObject({ state: 'refused', why: 'not-allowed', inDoubt: false });
    expect(JSON.stringify(row)).not.toContain('wrong-token');
    connection.secrets = right;
    expect((await retry())?.state).toBe('sent');
    expect(await count(ticket)).toBe(1);
  });

  test('a field that the server does not know waits with the server’s words', async () => {
    connection.fields = wrong;
    const { row, ticket, retry } = await send();
    expect(row).toMatchObject({ state: 'refused', inDoubt: false });
    expect(row?.said).toMatch(words);
    connection.fields = fields;
    expect((await retry())?.state).toBe('sent');
    expect(await count(ticket)).toBe(1);
  });

  /** Sends one ticket; goes on with each wait, as the alarm does, until nothing is left to do. */
  async function send() {
    const clock = createFakeClock();
    const outbox = createFakeOutbox(clock.now);
    const waits: number[] = [];
    const world: SendWorld = {
      outbox,
      wayOf: async () => ({ system, connection }),
      ask,
      pause: async (ms) => clock.pass(ms),
      isOnline: () => true,
      isPaused: async () => false,
      now: clock.now,
      random: () => 0,
    };
    const ticket = ticketOf();
    await outbox.queue('x', 'c', ticket);
    const work = async () => {
      for (;;) {
        const at = await sendAll(world);
        if (at === undefined) return outbox.rows.get('ticket:x');
        waits.push(at - clock.now());
        clock.pass(at - clock.now());
      }
    };
    const retry = async () => {
      await outbox.apply('ticket:x', { is: 'retried' }, system.again(connection));
      return work();
    };
    return { row: await work(), ticket, waits, retry };
  }

  async function found(ticket: Ticket) {
    const answer = await ask(lookUp(ticket));
    if (!answer) throw new Error('The server does not answer.');
    return system.lookedUp?.(answer, connection, ticket);
  }

  async function count(ticket: Ticket): Promise<number> {
    const { url, headers } = lookUp(ticket);
    const all = url.replace(/(per_page|limit)=1/, '$1=50');
    const answer = (await (await fetch(all, { headers })).json()) as Record<string, number>; // Both count.
    return answer['total'] ?? answer['total_count'] ?? -1;
  }

  function lookUp(ticket: Ticket) {
    const request = (system as Required<TicketSystem>).lookUp(ticket, connection); // Both can look.
    return request;
  }
});

function ticketOf(): Ticket {
  const mark = markOf(randomUUID());
  return {
    mark,
    subject: `The kettle broke: 水壶坏了 [${mark}]`,
    body: 'Who: Dana\nWhat: “it” broke',
  };
}
