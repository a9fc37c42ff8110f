import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { createDatabase, schemaVersion } from '../../lib/data/db';
import { openMemory } from '../../lib/data/memory';
import type { Memory } from '../../lib/data/memory';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { emptyForm } from '../../lib/domain/complaint-form';
import type { LedgerEvent } from '../../lib/domain/event';

let time = 1_000_000;
let lastId = 0;

async function open(
  name = `test-${crypto.randomUUID()}`,
): Promise<{ memory: Memory; name: string }> {
  const opened = await openMemory({
    now: () => time,
    createId: () => `id-${++lastId}`,
    indexedDB,
    name,
  });
  if (!opened.ok) throw new Error(`The database was refused: ${opened.reason}`);
  return { memory: opened.memory, name };
}

const facts = {
  key: 'demo https://help.example 7',
  site: 'demo',
  channel: 'help.example',
  customer: 'Dana',
};
const said = (messageKey: string): Extract<LedgerEvent, { kind: 'said' }> => ({
  kind: 'said',
  at: time,
  messageKey,
  side: 'customer',
  found: [],
});

/** The first value of a live query that satisfies. */
function first<T>(
  watched: { subscribe(next: (value: T) => void): { unsubscribe(): void } },
  wanted: (value: T) => boolean,
): Promise<T> {
  return new Promise((resolve) => {
    const subscription = watched.subscribe((value) => {
      if (!wanted(value)) return;
      queueMicrotask(() => subscription.unsubscribe());
      resolve(value);
    });
  });
}

describe('ledger', () => {
  test('a conversation is found again by its key, also when two panels open it at once', async () => {
    const { memory } = await open();
    const [one, two] = await Promise.all([memory.ledger.open(facts), memory.ledger.open(facts)]);
    expect(two.id).toBe(one.id);
    expect((await memory.ledger.open({ ...facts, key: 'other' })).id).not.toBe(one.id);
  });

  test('events keep their order and are there for another page at once', async () => {
    const { memory, name } = await open();
    const other = await open(name);
    const { id } = await memory.ledger.open(facts);
    const seen = first(other.memory.ledger.watch(id), (events) => events.length === 3);
    await memory.ledger.append(id, [said('a'), said('b')]);
    await memory.ledger.append(id, [{ kind: 'ticked', at: time, subStep: 'restate.confirm' }]);
    expect((await seen).map((event) => event.kind)).toEqual(['said', 'said', 'ticked']);
  });

  test('two panels that hear the same messages write each once', async () => {
    const { memory, name } = await open();
    const other = await open(name);
    const { id } = await memory.ledger.open(facts);
    await Promise.all([
      memory.ledger.hear(id, [said('a'), said('b')]),
      other.memory.ledger.hear(id, [said('b'), said('a'), said('c')]),
    ]);
    const events = await first(memory.ledger.watch(id), () => true);
    const keys = events.flatMap((event) => (event.kind === 'said' ? [event.messageKey] : []));
    expect(keys.toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('events of an unknown conversation are refused and leave nothing behind', async () => {
    const { memory, name } = await open();
    await expect(memory.ledger.append('nobody', [said('a')])).rejects.toThrow(/nobody/);
    const raw = createDatabase(name, indexedDB);
    expect(await raw.events.count()).toBe(0);
    raw.close();
  });
});

describe('holds', () => {
  const plan = {
    customer: 'Dana',
    reason: 'checking with the depot',
    announcedMs: 120_000,
    pulseMs: 30_000,
  };

  test('start, check in and back are rows and ledger entries of one transaction', async () => {
    const { memory } = await open();
    const { id: conversationId } = await memory.ledger.open(facts);
    const hold = await memory.holds.start({ ...plan, conversationId });
    time += 31_000;
    await memory.holds.checkIn(hold.id);
    expect((await memory.holds.running())[0]?.dueAt).toBe(time + 30_000);
    await memory.holds.end(hold.id);
    await memory.holds.end(hold.id);
    expect(await memory.holds.running()).toEqual([]);
    const events = await first(memory.ledger.watch(conversationId), () => true);
    expect(events.map((event) => event.kind)).toEqual([
      'holdAnswered',
      'holdStarted',
      'holdCheckedIn',
      'holdEnded',
    ]);
  });

  test('a hold of an unknown conversation is refused whole', async () => {
    const { memory } = await open();
    await expect(memory.holds.start({ ...plan, conversationId: 'nobody' })).rejects.toThrow();
    expect(await memory.holds.running()).toEqual([]);
  });

  test('one of many windows announces a due time, once', async () => {
    const { memory, name } = await open();
    const other = await open(name);
    const { id: conversationId } = await memory.ledger.open(facts);
    const { id, dueAt = 0 } = await memory.holds.start({ ...plan, conversationId });
    expect(await memory.holds.claim(id, dueAt)).toBe(false);
    time += plan.pulseMs;
    const claims = await Promise.all(
      [memory, other.memory, memory, other.memory].map(({ holds }) => holds.claim(id, dueAt)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await memory.holds.claim(id, dueAt + 1)).toBe(false);
  });
});

describe('complaints', () => {
  const form = { ...emptyForm, who: 'Dana Reyes', what: 'parcel not delivered, third time' };
  const origin = { channel: 'help.example', receivedAt: 5 };

  test('numbers count up, also for two windows at once, and the newest comes first', async () => {
    const { memory, name } = await open();
    const other = await open(name);
    await Promise.all(
      [memory, other.memory, memory].map(({ complaints }) => complaints.add(form, origin)),
    );
    const newest = await first(memory.complaints.watchNewest(2), () => true);
    expect(newest.map(({ number }) => number)).toEqual([3, 2]);
  });

  test('undo takes a complaint out, and the ledger knows of it', async () => {
    const { memory } = await open();
    const { id: conversationId } = await memory.ledger.open(facts);
    const { id } = await memory.complaints.add(form, { ...origin, conversationId });
    await memory.complaints.remove(id);
    await memory.complaints.remove(id);
    expect(await first(memory.complaints.watchNewest(5), () => true)).toEqual([]);
    const events = await first(memory.ledger.watch(conversationId), () => true);
    expect(events.map((event) => event.kind)).toEqual(['logged', 'unlogged']);
  });

  test('all pages together are the whole log, oldest first', async () => {
    const { memory, name } = await open();
    const raw = createDatabase(name, indexedDB);
    const rows = Array.from({ length: 1203 }, (_, index) =>
      newComplaint(form, origin, { id: `row-${index}`, number: index + 1, at: index }),
    );
    await raw.complaints.bulkAdd(rows);
    raw.close();
    const numbers: number[] = [];
    for await (const page of memory.complaints.pages())
      numbers.push(...page.map((row) => row.number));
    expect(numbers).toEqual(rows.map((row) => row.number));
  });

  test('a complaint is in the ledger of its conversation', async () => {
    const { memory } = await open();
    const { id: conversationId } = await memory.ledger.open(facts);
    const { id: complaint } = await memory.complaints.add(form, { ...origin, conversationId });
    const events = await first(memory.ledger.watch(conversationId), () => true);
    expect(events).toMatchObject([{ kind: 'logged', complaint }]);
  });
});

describe('uses', () => {
  test('each insertion of a phrase counts, in whichever conversation', async () => {
    const { memory } = await open();
    for (const [key, phrase] of [
      ['one', 'sorry'],
      ['two', 'sorry'],
      ['two', 'hold'],
    ] as const) {
      const { id } = await memory.ledger.open({ ...facts, key });
      await memory.ledger.append(id, [{ kind: 'inserted', at: 1, phrase }]);
    }
    const counts = await first(memory.uses.watch(), (all) => all.size > 1);
    expect(Object.fromEntries(counts)).toEqual({ sorry: 2, hold: 1 });
  });
});

describe('opening', () => {
  test('what was acknowledged is there after closing and opening again', async () => {
    const { memory, name } = await open();
    await memory.complaints.add({ ...emptyForm, what: 'kept' }, { channel: '', receivedAt: 1 });
    const again = await open(name);
    const [kept] = await first(again.memory.complaints.watchNewest(1), () => true);
    expect(kept?.what).toBe('kept');
  });

  test('data of version 1 is there, and what was heard then is not heard again', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const old = new Dexie(name);
    old.version(1).stores({
      conversations: 'id, &key, startedAt',
      events: '[conversationId+n]',
      holds: 'id, dueAt, conversationId',
      complaints: 'id, &number, savedAt, conversationId',
    });
    await old.table('conversations').add({ id: 'c1', ...facts, startedAt: 1, events: 1 });
    await old.table('events').add({ conversationId: 'c1', n: 0, event: said('a') });
    old.close();
    const { memory } = await open(name);
    expect((await memory.ledger.open(facts)).id).toBe('c1');
    await memory.ledger.hear('c1', [said('a'), said('b')]);
    const events = await first(memory.ledger.watch('c1'), (all) => all.length > 1);
    expect(events).toEqual([said('a'), said('b')]);
  });

  test('data of version 2 is there, and hints are counted from now on', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const old = new Dexie(name);
    old.version(2).stores({
      conversations: 'id, &key, startedAt',
      events: '[conversationId+n], [conversationId+event.messageKey]',
      holds: 'id, dueAt, conversationId',
      complaints: 'id, &number, savedAt, conversationId',
      uses: 'phrase',
    });
    await old.table('conversations').add({ id: 'c1', ...facts, startedAt: 1, events: 1 });
    await old.table('events').add({ conversationId: 'c1', n: 0, event: said('a') });
    await old.table('uses').add({ phrase: 'sorry', count: 3 });
    old.close();
    const { memory } = await open(name);
    const dismissed = { kind: 'rewriteDismissed', at: 1, rewrite: 'x', rule: 'W3' } as const;
    await memory.ledger.append('c1', [dismissed]);
    expect(await memory.hints.inARow('W3')).toBe(1);
    const uses = await first(memory.uses.watch(), (all) => all.size > 0);
    expect(uses.get('sorry')).toBe(3);
    const events = await first(memory.ledger.watch('c1'), (all) => all.length > 1);
    expect(events).toEqual([said('a'), dismissed]);
  });

  test('data of a newer version is refused and left as it is', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const newer = new Dexie(name);
    newer.version(schemaVersion + 1).stores({ complaints: 'id, &number', future: 'id' });
    await newer.table('future').add({ id: 'x' });
    newer.close();
    const opened = await openMemory({ now: Date.now, createId: () => 'x', indexedDB, name });
    expect(opened).toEqual({ ok: false, reason: 'newer-data' });
    const still = new Dexie(name);
    await still.open();
    expect(await still.table('future').count()).toBe(1);
    still.close();
  });

  test.each([
    ['InvalidStateError', 'storage-blocked'],
    ['SecurityError', 'storage-blocked'],
    ['QuotaExceededError', 'storage-full'],
    ['UnknownError', 'storage-broken'],
  ])('a browser that refuses with %s is a value: %s', async (fault, reason) => {
    // Faults that only private windows and full disks show.
    const refusing = {
      cmp: indexedDB.cmp.bind(indexedDB),
      databases: () => Promise.resolve([]),
      deleteDatabase: indexedDB.deleteDatabase.bind(indexedDB),
      open: () => {
        throw new DOMException('refused', fault);
      },
    };
    const opened = await openMemory({ now: Date.now, createId: () => 'x', indexedDB: refusing });
    expect(opened).toEqual({ ok: false, reason });
  });
});
