// The promises of complaints as they are exported, on a real database.
import { expect, test } from 'vitest';
import { createDatabase } from '../../lib/data/db';
import { newComplaint } from '../../lib/domain/complaint-formats';
import type { FollowUp } from '../../lib/domain/follow-up';
import { makePromise } from '../../lib/domain/promise';
import { openMemory } from '../../lib/data/memory';

const complaint = (number: number, conversationId?: string) =>
  newComplaint(
    { who: 'Dana Reyes', what: 'x', feeling: '', request: '' },
    { channel: 'c', receivedAt: number * 10, ...(conversationId ? { conversationId } : {}) },
    { id: `c${number}`, number, at: 0 },
  );
const promise = (id: string, conversationId: string, madeAt: number) => {
  const who = { conversationId, customer: 'Dana', owner: 'Noor', warnMs: 0 };
  return makePromise(
    id,
    { ...who, kind: 'promise', what: `call Dana (${id})`, due: madeAt + 9 },
    madeAt,
  );
};

async function world() {
  const name = `follow-ups-${crypto.randomUUID()}`;
  const db = createDatabase(name, indexedDB);
  const createId = () => crypto.randomUUID();
  const opened = await openMemory({ now: Date.now, createId, indexedDB, name });
  if (!opened.ok) throw new Error(opened.reason);
  const desk = await opened.memory.desk();
  const read = async (mask: boolean) => {
    const all: FollowUp[] = [];
    for await (const page of desk.followUps(mask)) all.push(...page);
    return all;
  };
  return { db, read };
}

test('each promise is told once, with the complaint at hand, however many pages there are', async () => {
  const { db, read } = await world();
  const lone = Array.from({ length: 1_500 }, (_, index) => complaint(index + 2));
  // The second complaint of the same conversation lies on another page.
  await db.complaints.bulkAdd([
    complaint(1, 'talk'),
    ...lone,
    complaint(1_700, 'talk'),
    complaint(1_701, 'other'),
  ]);
  await db.promises.bulkAdd([
    promise('late', 'talk', 20_000),
    promise('third', 'talk', 16_000),
    promise('second', 'talk', 15),
    promise('first', 'talk', 12),
    promise('of-another', 'other', 18_000),
    promise('of-none', 'nowhere', 12),
  ]);
  const told = await read(false);
  expect(told.map(({ complaint: { number }, promised: { id } }) => [number, id])).toEqual([
    [1, 'first'],
    [1, 'second'],
    [1, 'third'],
    [1_700, 'late'],
    [1_701, 'of-another'],
  ]);
});

test('a promise that cannot be read does not hold up the others; names go if so wished', async () => {
  const { db, read } = await world();
  await db.complaints.add(complaint(1, 'talk'));
  await db.promises.add(promise('good', 'talk', 12));
  // @ts-expect-error -- As a faulty version might have left it.
  await db.promises.add({ id: 'bad', conversationId: 'talk' });
  const [only, ...others] = await read(true);
  expect(only?.promised.what).toBe('call ●● (good)');
  expect(others).toEqual([]);
});

test('an empty log has none', async () => {
  const { read } = await world();
  expect(await read(true)).toEqual([]);
});
