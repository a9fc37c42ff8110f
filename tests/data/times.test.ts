// Holds and promises in the real database: transactions, two windows, older and damaged data, refusals.
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createDatabase, schemaVersion } from '../../lib/data/db';
import { openMemory } from '../../lib/data/memory';
import type { MemoryWorld } from '../../lib/data/memory';
import { emptyForm } from '../../lib/domain/complaint-form';
import type { LedgerEvent } from '../../lib/domain/event';

const minute = 60_000;
let time = 1_000_000;
let lastId = 0;
beforeEach(() => {
  time = 1_000_000;
});

async function open(name = `test-${crypto.randomUUID()}`, more: Partial<MemoryWorld> = {}) {
  const opened = await openMemory({
    now: () => time,
    createId: () => `id-${++lastId}`,
    indexedDB,
    name,
    ...more,
  });
  if (!opened.ok) throw new Error(`The database was refused: ${opened.reason}`);
  const { memory } = opened;
  const { id } = await memory.ledger.open(facts);
  return { memory, name, id, events: () => first(memory.ledger.watch(id)) };
}

const facts = { key: 'one', site: 'demo', channel: 'help.example', customer: 'Dana' };
const holdPlan = (conversationId: string) => ({
  conversationId,
  customer: 'Dana',
  contact: '020 7946 0018',
  reason: 'depot',
  announcedMs: 2 * minute,
  pulseMs: 30_000,
});
const promisePlan = (conversationId: string) => ({
  conversationId,
  customer: 'Dana',
  kind: 'promise' as const,
  owner: 'Noor',
  what: 'news',
  warnMs: 5 * minute,
  due: time + 30 * minute,
});
const kinds = (events: readonly LedgerEvent[]) => events.map(({ kind }) => kind);

function first<T>(watched: {
  subscribe(next: (value: T) => void): { unsubscribe(): void };
}): Promise<T> {
  return new Promise((resolve) => {
    const subscription = watched.subscribe((value) => {
      queueMicrotask(() => subscription.unsubscribe());
      resolve(value);
    });
  });
}

describe('a hold', () => {
  test('is asked, answered, begun, answered for and ended, and all of it is in the ledger', async () => {
    const { memory, id, events } = await open();
    const { id: hold } = await memory.holds.ask(holdPlan(id));
    time += 5000;
    await memory.holds.answer(hold, 'yes');
    await memory.holds.begin(hold, '020 7946 0999');
    time += 95_000;
    await memory.holds.checkIn(hold);
    time += 60_000;
    await memory.holds.end(hold);
    expect((await events()).slice(0, 2)).toMatchObject([
      { kind: 'holdAsked', reason: 'depot', announcedMs: 2 * minute },
      { kind: 'holdAnswered', answer: 'yes' },
    ]);
    expect((await events()).slice(2)).toMatchObject([
      { kind: 'holdStarted' },
      { kind: 'holdCheckedIn' },
      { kind: 'holdEnded', lengthMs: 155_000, overMs: 35_000, missed: 3 },
    ]);
    expect(JSON.stringify(await events())).not.toContain('020');
  });

  test('is one for a conversation, though two panels ask at once', async () => {
    const { memory, name, id, events } = await open();
    const other = await open(name);
    const [one, two] = await Promise.all([
      memory.holds.ask(holdPlan(id)),
      other.memory.holds.start(holdPlan(id)),
    ]);
    expect(two.id).toBe(one.id);
    expect(await memory.holds.running()).toHaveLength(1);
    expect(kinds(await events())).toEqual(expect.arrayContaining(['holdAnswered', 'holdStarted']));
    expect(kinds(await events()).filter((kind) => kind === 'holdStarted')).toHaveLength(1);
  });

  test('answered twice is noted once', async () => {
    const { memory, id, events } = await open();
    const { id: hold } = await memory.holds.ask(holdPlan(id));
    await Promise.all([memory.holds.answer(hold, 'no'), memory.holds.answer(hold, 'yes')]);
    expect(kinds(await events())).toEqual(['holdAsked', 'holdAnswered']);
    expect(await memory.holds.running()).toEqual([]);
  });
});

describe('a promise', () => {
  test('is made, renewed and ended, each change with its entry or not at all', async () => {
    const { memory, id, events } = await open();
    const made = await memory.promises.make(promisePlan(id));
    if (!made) throw new Error('It was not made.');
    expect(await memory.promises.renew(made.id, time + 60 * minute, true)).toBe(true);
    time += 61 * minute;
    expect(await memory.promises.renew(made.id, time + minute, true)).toBe(false);
    expect(await memory.promises.end(made.id, 'broken', 'phoned')).toBe(true);
    expect(await memory.promises.end(made.id, 'kept', '')).toBe(false);
    expect(kinds(await events())).toEqual(['promiseMade', 'promiseRenewed', 'promiseEnded']);
    expect(await memory.promises.open()).toEqual([]);
  });

  test('of a message is taken once, by whichever window', async () => {
    const { memory, name, id } = await open();
    const other = await open(name);
    const source = { messageKey: 'm1', nth: 0 };
    const made = await Promise.all(
      [memory, other.memory, memory].map(({ promises }) => promises.make(promisePlan(id), source)),
    );
    expect(made.filter((each) => each !== undefined)).toHaveLength(1);
    expect(await memory.promises.make(promisePlan(id), { ...source, nth: 1 })).toBeDefined();
  });

  test('of an unknown conversation is refused whole', async () => {
    const { memory } = await open();
    await expect(memory.promises.make(promisePlan('nobody'))).rejects.toThrow(/nobody/);
    expect(await memory.promises.open()).toEqual([]);
  });

  test('announced by one of many windows, at the warning and at its time', async () => {
    const { memory, name, id } = await open();
    const other = await open(name);
    const made = await memory.promises.make(promisePlan(id));
    const claimAll = async (dueAt: number) => {
      const verbs = [memory, other.memory, memory];
      const claims = await Promise.all(
        verbs.map(({ promises }) => promises.claim(made?.id ?? '', dueAt)),
      );
      return claims.filter(Boolean).length;
    };
    expect(await claimAll(time + 25 * minute)).toBe(0);
    time += 25 * minute;
    expect(await claimAll(time)).toBe(1);
    time += 5 * minute;
    expect(await claimAll(time)).toBe(1);
    expect(await claimAll(time)).toBe(0);
  });

  test('followed by the next is both or neither', async () => {
    const { memory, id, events } = await open();
    const made = await memory.promises.make({ ...promisePlan(id), kind: 'follow-up' });
    const next = time + 1440 * minute;
    const both = await Promise.all(
      [1, 2].map(() => memory.promises.followOn(made?.id ?? '', next, '')),
    );
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(kinds(await events())).toEqual(['promiseMade', 'promiseEnded', 'promiseMade']);
    expect(await memory.promises.open()).toMatchObject([{ kind: 'follow-up', what: 'news' }]);
  });
});

describe('where a conversation is, and who waits there', () => {
  const said = (side: 'customer' | 'agent', messageKey: string) => ({
    kind: 'said' as const,
    at: time,
    messageKey,
    side,
    found: [],
  });

  test('is known by its id', async () => {
    const { memory, id } = await open();
    const place = { url: 'https://help.example/1', tabId: 7, run: 'r' };
    await memory.ledger.locate(id, place);
    const made = await memory.promises.make(promisePlan(id));
    expect(await memory.due.placeOf({ kind: 'promise', id: made?.id ?? '' })).toEqual(place);
    expect(await memory.due.placeOf({ kind: 'hold', id: 'none' })).toBeUndefined();
  });

  test('follows what was heard', async () => {
    const { memory, id } = await open();
    await memory.ledger.hear(id, [said('customer', 'm1')]);
    expect(await first(memory.ledger.watchWaiting(5))).toMatchObject([{ id }]);
    time += 5000;
    await memory.ledger.hear(id, [said('agent', 'm2')]);
    expect(await first(memory.ledger.watchWaiting(5))).toEqual([]);
  });
});

describe('older data', () => {
  test('of version 2 is there: a running hold runs on, one that is over stays over', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const old = new Dexie(name);
    old.version(1).stores({
      conversations: 'id, &key, startedAt',
      events: '[conversationId+n]',
      holds: 'id, dueAt, conversationId',
      complaints: 'id, &number, savedAt, conversationId',
    });
    old.version(2).stores({
      events: '[conversationId+n], [conversationId+event.messageKey]',
      uses: 'phrase',
    });
    const hold = { ...holdPlan('c1'), startedAt: 5, checkIns: [7] };
    await old.table('conversations').add({ id: 'c1', ...facts, startedAt: 1, events: 1 });
    await old.table('events').add({
      conversationId: 'c1',
      n: 0,
      event: { kind: 'holdStarted', at: 5, hold: 'h1' },
    });
    await old.table('holds').bulkAdd([
      { ...hold, id: 'h1', dueAt: 37 },
      { ...hold, id: 'h2', endedAt: 9 },
    ]);
    old.close();
    const { memory, events } = await open(name);
    expect(await memory.holds.running()).toEqual([{ ...hold, id: 'h1', dueAt: 37, openSince: 5 }]);
    await memory.holds.end('h1');
    expect(kinds(await events())).toEqual(['holdStarted', 'holdEnded']);
    expect(await memory.promises.make(promisePlan('c1'))).toBeDefined();
  });

  test('held open by another window: it is said, and opening goes on when that is closed', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const request = indexedDB.open(name, 20);
    const old = await new Promise<IDBDatabase>((resolve) =>
      request.addEventListener('success', () => resolve(request.result)),
    );
    let blocked = 0;
    const opening = open(name, { onBlocked: () => blocked++ });
    await vi.waitFor(() => expect(blocked).toBe(1));
    old.close();
    const { memory } = await opening;
    expect(await memory.holds.running()).toEqual([]);
  });
});

test('a newer version takes the log over: this window lets go, is told, and writes no more', async () => {
  const name = `test-${crypto.randomUUID()}`;
  let takenOver = 0;
  const { memory, id } = await open(name, { onTakenOver: () => takenOver++ });
  const newer = new Dexie(name);
  newer.version(schemaVersion + 1).stores({ future: 'id' });
  await newer.open();
  expect(takenOver).toBe(1);
  await expect(memory.holds.start(holdPlan(id))).rejects.toThrow();
  expect(newer.tables.map((table) => table.name)).toContain('future');
  newer.close();
});

describe('damaged rows', () => {
  test('are passed over, kept as they are and told; everything else works', async () => {
    const { memory, name, id } = await open();
    await memory.holds.start(holdPlan(id));
    await memory.promises.make(promisePlan(id));
    await memory.complaints.add({ ...emptyForm, what: 'good' }, { channel: '', receivedAt: 1 });
    const raw = createDatabase(name, indexedDB);
    const broken = [
      ['holds', { id: 'h9', openSince: 1, dueAt: 1, reason: 7 }],
      ['promises', { id: 'p9', dueAt: 9e15, terms: [] }],
      ['complaints', { id: 'x9', number: 99 }],
    ] as const;
    for (const [table, row] of broken) await raw.table(table).add(row);
    await raw.events.add({ conversationId: id, n: 3, event: { kind: 'said' } as LedgerEvent }); // Broken.
    await raw.conversations.update(id, { events: 4 });
    await memory.ledger.append(id, [{ kind: 'debriefed', at: time }]);

    expect(await memory.holds.running()).toHaveLength(1);
    expect(await memory.promises.open()).toHaveLength(1);
    expect(await first(memory.complaints.watchNewest(9))).toMatchObject([{ what: 'good' }]);
    expect(kinds(await first(memory.ledger.watch(id)))).toEqual([
      'holdAnswered',
      'holdStarted',
      'promiseMade',
      'debriefed',
    ]);
    const told = await first(memory.broken.watch());
    expect(told.map(({ table }) => table).toSorted()).toEqual([
      'complaints',
      'events',
      'holds',
      'promises',
    ]);
    expect(told.map((row) => row.raw)).toContain(JSON.stringify(broken[0][1]));
    for (const [table, row] of broken) expect(await raw.table(table).get(row.id)).toEqual(row);
    raw.close();
  });
});

describe('a full disk', () => {
  test('refuses a write whole, and takes it once there is room again', async () => {
    const { memory, id, events } = await open();
    // The hold still fits, its entry does not; no browser here is full on request.
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function full() {
      throw new DOMException('No room.', 'QuotaExceededError');
    });
    await expect(memory.holds.start(holdPlan(id))).rejects.toThrow(/No room/);
    expect(add).toHaveBeenCalled();
    add.mockRestore();
    expect(await memory.holds.running()).toEqual([]);
    expect(await events()).toEqual([]);
    await memory.holds.start(holdPlan(id));
    expect(kinds(await events())).toEqual(['holdAnswered', 'holdStarted']);
  });
});
