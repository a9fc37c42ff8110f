import { Dexie } from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openMemory } from '../../lib/data/memory';
import type { Memory } from '../../lib/data/memory';
import type { OutboxCounts } from '../../lib/domain/outbox';

const form = { who: 'Dana', what: 'The kettle broke.', feeling: '', request: '' };
const ticket = { mark: 'cmp-1', subject: 's', body: 'b' };
const link = { id: '7', url: 'https://rt.example/7' };
let memory: Memory;
let name: string;
let complaint: string;
let conversationId: string;

beforeEach(async () => {
  name = `test-${crypto.randomUUID()}`;
  memory = await open();
  const facts = { key: 'k', site: 's', channel: 'help.example', customer: 'Dana' };
  conversationId = (await memory.ledger.open(facts)).id;
  const origin = { channel: 'help.example', receivedAt: 1, conversationId };
  complaint = (await memory.complaints.add(form, origin)).id;
});

async function open(): Promise<Memory> {
  const createId = () => crypto.randomUUID();
  const opened = await openMemory({ now: () => 1000, createId, indexedDB, name });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.memory;
}

async function eventKinds(): Promise<string[]> {
  const db = new Dexie(name);
  await db.open();
  const rows = (await db.table('events').toArray()) as { event: { kind: string } }[]; // As written.
  db.close();
  return rows.map(({ event }) => event.kind);
}

describe('the outbox', () => {
  test('takes a complaint once, whoever asks and how often', async () => {
    const other = await open();
    const both = [memory, other, memory].map(({ outbox }) => outbox.queue(complaint, 'rt', ticket));
    expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
    expect(await memory.outbox.open()).toHaveLength(1);
  });

  test('takes nothing that is not in the log', async () => {
    expect(await memory.outbox.queue('nothing', 'rt', ticket)).toBe(false);
  });

  test('is there for the next worker as the last one left it', async () => {
    await memory.outbox.queue(complaint, 'rt', ticket);
    await memory.outbox.apply(`ticket:${complaint}`, { is: 'begun' }, 'look-up');
    expect(await (await open()).outbox.open()).toMatchObject([{ state: 'sending', ticket }]);
  });

  test('writes the ticket into record and ledger with the row, and never sends that record again', async () => {
    await memory.outbox.queue(complaint, 'rt', ticket);
    const id = `ticket:${complaint}`;
    await memory.outbox.apply(id, { is: 'begun' }, 'look-up');
    await memory.outbox.apply(id, { is: 'created', link }, 'look-up');
    await memory.outbox.apply(id, { is: 'created', link }, 'look-up');
    const [page] = await Array.fromAsync(memory.complaints.pages());
    expect(page?.[0]?.ticket).toEqual({ ...link, connection: 'rt' });
    expect((await eventKinds()).filter((kind) => kind === 'ticketed')).toHaveLength(1);
    expect(await memory.outbox.open()).toEqual([]);
    expect(await memory.outbox.queue(complaint, 'other', ticket)).toBe(false);
  });

  test('gives back what has not gone out, and keeps what may have arrived', async () => {
    const id = `ticket:${complaint}`;
    await memory.outbox.queue(complaint, 'rt', ticket);
    await memory.outbox.apply(id, { is: 'begun' }, 'look-up');
    await memory.outbox.apply(id, { is: 'lost' }, 'look-up');
    expect(await memory.outbox.remove(id)).toBe(false);
    await memory.outbox.apply(id, { is: 'refused', why: 'not-allowed', said: '' }, 'look-up');
    expect(await memory.outbox.remove(id)).toBe(false);
    await memory.outbox.apply(id, { is: 'retried' }, 'look-up');
    await memory.outbox.apply(id, { is: 'notFound' }, 'look-up');
    expect(await memory.outbox.remove(id)).toBe(true);
    expect(await memory.outbox.queue(complaint, 'other', ticket)).toBe(true);
  });

  test('takes all that have no ticket, each once, whoever asks at the same time', async () => {
    const origin = { channel: 'help.example', receivedAt: 1 };
    for (let n = 0; n < 450; n++)
      await memory.complaints.add({ ...form, what: `no. ${n}` }, origin);
    await memory.outbox.queue(complaint, 'rt', ticket);
    const compose = ({ what }: { what: string }) => ({ ...ticket, subject: what });
    const never = new AbortController().signal;
    const other = await open();
    const both = [memory, other].map(({ outbox }) => outbox.queueAll('rt', compose, never));
    const [one = 0, two = 0] = await Promise.all(both);
    expect(one + two).toBe(450);
    const rows = await memory.outbox.open();
    expect(new Set(rows.map((row) => row.complaint)).size).toBe(451);
    expect(rows).toHaveLength(451);
    expect(rows.map((row) => row.ticket.subject)).toContain('no. 449');
    expect(await memory.outbox.queueAll('rt', compose, never)).toBe(0);
  });

  test('stops putting in when it is told to, and takes out what was never tried', async () => {
    await memory.complaints.add(form, { channel: '', receivedAt: 1 });
    expect(await memory.outbox.queueAll('rt', () => ticket, AbortSignal.abort())).toBe(0);
    expect(await memory.outbox.queueAll('rt', () => ticket, new AbortController().signal)).toBe(2);
    const [tried] = await memory.outbox.open();
    await memory.outbox.apply(tried?.id ?? '', { is: 'begun' }, 'look-up');
    await memory.outbox.removeWaiting();
    expect(await memory.outbox.open()).toMatchObject([{ id: tried?.id, state: 'sending' }]);
  });

  test('tells how many are on their way, need the agent, or have a ticket', async () => {
    await memory.complaints.add(form, { channel: '', receivedAt: 1 });
    const told: (OutboxCounts | number)[] = [];
    const watching = memory.outbox.watchCounts().subscribe((counts) => told.push(counts));
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ open: 0, refused: 0 }));
    await memory.outbox.queue(complaint, 'rt', ticket);
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ open: 1, refused: 0 }));
    const refused = { is: 'refused', why: 'not-allowed', said: '' } as const;
    await memory.outbox.apply(`ticket:${complaint}`, refused, 'look-up');
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ open: 0, refused: 1 }));
    watching.unsubscribe();
    const ticketed = memory.outbox.watchTicketed().subscribe((count) => told.push(count));
    await vi.waitFor(() => expect(told.at(-1)).toBe(1));
    ticketed.unsubscribe();
  });

  test('a comment goes to the ticket that was made, leaves the record as it is, and is in the ledger', async () => {
    expect(await memory.outbox.comment(complaint, 'a', 'No ticket yet')).toBe(false);
    await memory.outbox.queue(complaint, 'rt', ticket);
    await memory.outbox.apply(`ticket:${complaint}`, { is: 'begun' }, 'look-up');
    await memory.outbox.apply(`ticket:${complaint}`, { is: 'created', link }, 'look-up');
    expect(await memory.outbox.comment(complaint, 'a', 'She called again.')).toBe(true);
    expect(await memory.outbox.comment(complaint, 'b', 'And again.')).toBe(true);
    expect(await memory.outbox.open()).toMatchObject([
      { id: 'comment:a', to: link, connection: 'rt' },
      { id: 'comment:b', ticket: { body: 'And again.' } },
    ]);
    await memory.outbox.apply('comment:a', { is: 'begun' }, 'ask');
    await memory.outbox.apply('comment:a', { is: 'created', link }, 'ask');
    expect(await eventKinds()).toEqual(expect.arrayContaining(['ticketed', 'ticketCommented']));
    const [page] = await Array.fromAsync(memory.complaints.pages());
    expect(page?.[0]?.ticket).toEqual({ ...link, connection: 'rt' });
  });

  test('data of version 4 is there, and its complaints can be sent', async () => {
    name = `test-${crypto.randomUUID()}`;
    const old = new Dexie(name);
    old.version(4).stores({
      conversations: 'id, &key, startedAt',
      events: '[conversationId+n], [conversationId+event.messageKey]',
      holds: 'id, dueAt, conversationId',
      complaints: 'id, &number, savedAt, conversationId',
      uses: 'phrase',
      hints: 'rule',
    });
    const kept = { ...form, version: 1, id: 'x', number: 1, channel: '' };
    await old.table('complaints').add({ ...kept, receivedAt: 1, savedAt: 1 });
    old.close();
    memory = await open();
    expect(await memory.outbox.queue('x', 'rt', ticket)).toBe(true);
    expect(await memory.outbox.open()).toMatchObject([{ complaint: 'x', state: 'waiting' }]);
  });
});
