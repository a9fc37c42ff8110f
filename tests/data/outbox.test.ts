import { Dexie } from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import { openMemory } from '../../lib/data/memory';
import type { Memory } from '../../lib/data/memory';

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
