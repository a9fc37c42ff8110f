// Comments on their way, and a pause: the same outbox, without a ticket to look for.
import { expect, test } from 'vitest';
import type { TicketAnswer, TicketRequest } from '../../lib/domain/ticket';
import { requestTracker } from '../../lib/tickets/request-tracker';
import { sendAll } from '../../lib/tickets/send';
import type { SendWorld } from '../../lib/tickets/send';
import { createFakeOutbox } from '../support/fake-outbox';

const connection = {
  id: 'rt',
  system: 'request-tracker',
  address: 'https://rt.example',
  fields: { queue: 'General' },
  mask: true,
  secrets: { token: 'x' },
};
const link = { id: '7', url: 'https://rt.example/7' };

async function worldWith(answers: (TicketAnswer | undefined)[]) {
  const outbox = createFakeOutbox(() => 1000);
  const ticket = { mark: '', subject: '', body: 'She called again.' };
  await outbox.queue('c', 'rt', ticket);
  const [row] = outbox.rows.values();
  if (!row) throw new Error('Nothing was queued.');
  outbox.rows.clear();
  outbox.rows.set('comment:1', { ...row, id: 'comment:1', to: link });
  const asked: TicketRequest[] = [];
  const world: SendWorld = {
    outbox,
    wayOf: async () => ({ system: requestTracker, connection }),
    ask: async (request) => {
      asked.push(request);
      return answers.shift();
    },
    pause: async () => {},
    isOnline: () => true,
    isPaused: async () => false,
    now: () => 1000,
    random: () => 0.5,
  };
  return { world, asked, row: () => outbox.rows.get('comment:1') };
}

test('a comment is sent to its ticket', async () => {
  const { world, asked, row } = await worldWith([{ status: 201, headers: {}, body: '[]' }]);
  expect(await sendAll(world)).toBeUndefined();
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'POST https://rt.example/REST/2.0/ticket/7/comment',
  ]);
  expect(row()).toMatchObject({ state: 'sent', link });
});

test('one of which nobody knows whether it arrived is not sent again by itself', async () => {
  const { world, asked, row } = await worldWith([undefined]);
  expect(await sendAll(world)).toBeUndefined();
  expect(asked).toHaveLength(1);
  expect(row()).toMatchObject({ state: 'refused', why: 'in-doubt', inDoubt: true });
});

test('a limit lets it wait', async () => {
  const limited = { status: 429, headers: { 'retry-after': '60' }, body: '' };
  const { world, row } = await worldWith([limited]);
  expect(await sendAll(world)).toBe(61_000);
  expect(row()).toMatchObject({ state: 'waiting', inDoubt: false });
});

test('while the agent has stopped sending nothing goes out, and nothing is lost', async () => {
  const { world, asked, row } = await worldWith([]);
  expect(await sendAll({ ...world, isPaused: async () => true })).toBeUndefined();
  expect(asked).toEqual([]);
  expect(row()).toMatchObject({ state: 'waiting' });
});
