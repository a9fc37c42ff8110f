// What a database may do to the log: older and newer data, damaged rows, no room.
import { Dexie } from 'dexie';
import { describe, expect, test, vi } from 'vitest';
import { createDatabase, schemaVersion } from '../../lib/data/db';
import { emptyForm } from '../../lib/domain/complaint-form';
import type { LedgerEvent } from '../../lib/domain/event';
import { clock, facts, first, holdPlan, kinds, open, promisePlan } from './log';

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
    await memory.ledger.append(id, [{ kind: 'debriefed', at: clock.now }]);

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
