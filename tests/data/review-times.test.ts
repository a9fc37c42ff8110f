// Promises and holds for a review, on a real database; their days became indexes with version 12.
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openMemory } from '../../lib/data/memory';
import { endHold, startHold } from '../../lib/domain/hold';
import { makePromise } from '../../lib/domain/promise';
import { first } from './log';

test('promises and holds of version 11 are counted in a review from the day they were made', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(11).stores({
    holds: 'id, dueAt, openSince, conversationId',
    promises: 'id, dueAt, conversationId',
  });
  const plan = { conversationId: 'c1', customer: 'Dana' };
  const kept = { ...plan, kind: 'promise', owner: 'Noor', what: 'call', warnMs: 0 } as const;
  const promises = [100, 200].map((at) => makePromise(`p${at}`, { ...kept, due: 900 }, at));
  const held = { ...plan, reason: 'look', announcedMs: 10, pulseMs: 30_000 };
  const holds = [100, 200].map((at) => endHold(startHold(`h${at}`, held, at), at + 50));
  await old.table('promises').bulkAdd(promises);
  await old.table('holds').bulkAdd(holds);
  old.close();
  const opened = await openMemory({ now: () => 1_000, createId: () => 'x', indexedDB, name });
  if (!opened.ok) throw new Error(opened.reason);
  const { times } = await opened.memory.desk();
  const counted = await first(times.watch(150));
  expect(counted).toMatchObject({ promises: { overdue: 1 }, holds: { over: 1 }, overrunMs: 40 });
  const all = await first(times.watch(0));
  expect(all).toMatchObject({ promises: { overdue: 2 }, holds: { over: 2 } });
});
