// A complaint goes into the log past Dexie: whole or not at all, and whoever watches is told as Dexie would tell.
import { Dexie, RangeSet } from 'dexie';
import type { IntervalTree, ObservabilitySet } from 'dexie';
import { expect, test } from 'vitest';
import { addComplaint } from '../../lib/data/add-complaint';
import { createDatabase } from '../../lib/data/db';
import { withEvents } from '../../lib/data/ledger';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { open } from './log';

const origin = { channel: 'help.example', receivedAt: 5 };
const make = (conversationId: string | undefined, id: string, number = 1) =>
  newComplaint(
    { who: 'Dana', what: 'It never came.', feeling: '', request: '' },
    { ...origin, ...(conversationId !== undefined && { conversationId }) },
    { id, number, at: 9 },
  );

/** What a work has Dexie tell, with keys in place of ranges; the same for databases of any name. */
async function told(name: string, work: () => Promise<unknown>) {
  const all = new Map<string, Set<string>>();
  const listen = (parts: ObservabilitySet) => {
    for (const [part, tree] of Object.entries(parts)) {
      if (!part.startsWith(`idb://${name}/`)) continue;
      // As they are told, whichever way the tree was put together.
      const keys = new Set(Array.from(new RangeSet().add(tree), keyOf));
      // Dexie lists parts in which nothing changed as well.
      if (keys.size > 0) all.set(part.slice(`idb://${name}/`.length), keys);
    }
  };
  Dexie.on('storagemutated', listen);
  await work();
  Dexie.on.storagemutated.unsubscribe(listen);
  return all;
}

/** Of a table whose keys the browser gives. */
const everyKey = new Set([JSON.stringify([Dexie.minKey, Dexie.maxKey])]);
const keyOf = (tree: IntervalTree) => JSON.stringify('from' in tree ? [tree.from, tree.to] : []);

async function begin() {
  const { memory, name, id: conversationId } = await open();
  const db = createDatabase(name, indexedDB);
  await db.open();
  return { memory, name, db, conversationId };
}

/** The same rows as they were written before there was another way. */
async function addByDexie(name: string, conversationId: string, id: string): Promise<void> {
  const db = createDatabase(name, indexedDB);
  await db.transaction('rw', [db.complaints, db.conversations, db.events], async () => {
    const before = await db.conversations.get(conversationId);
    if (!before) throw new Error('There is no such conversation.');
    const complaint = make(conversationId, id);
    await db.complaints.add(complaint);
    const { rows, conversation } = withEvents(before, [{ kind: 'logged', at: 9, complaint: id }]);
    await db.events.bulkAdd(rows);
    await db.conversations.put(conversation);
  });
  db.close();
}

test('it leaves the rows that Dexie leaves, and has no less told', async () => {
  const [raw, usual] = [await begin(), await begin()];
  const [{ conversationId }, id] = [raw, 'the-complaint'];
  // The same conversation in both.
  const row = await raw.db.conversations.get(conversationId);
  if (!row) throw new Error('The conversation was not opened.');
  await usual.db.conversations.clear();
  await usual.db.conversations.add(row);
  const ours = await told(raw.name, () => addComplaint(raw.db, make(conversationId, id)));
  const theirs = await told(usual.name, () => addByDexie(usual.name, conversationId, id));
  // What is told besides has someone ask once more; what is not told leaves them with what was.
  expect(theirs.size).toBeGreaterThan(9);
  for (const [part, keys] of theirs)
    expect(ours.get(part), part).toEqual(part.startsWith('logChanges/') ? everyKey : keys);
  for (const table of ['complaints', 'events', 'conversations', 'logChanges'])
    expect(await raw.db.table(table).toArray()).toEqual(await usual.db.table(table).toArray());
});

test('whoever watches sees it, in the same window and in another', async () => {
  const { memory, name, db, conversationId } = await begin();
  const other = (await open(name)).memory;
  const { table } = await other.desk();
  const seen: string[] = [];
  const log = (what: string) => () => seen.push(what);
  const watched = [
    memory.complaints.watchNewest(5).subscribe(log('newest')),
    other.complaints.watchNewest(5).subscribe(log('newest elsewhere')),
    memory.ledger.watch(conversationId).subscribe(log('ledger')),
    table.watch().subscribe(log('table')),
  ];
  await expect.poll(() => new Set(seen).size).toBe(4);
  seen.length = 0;
  await addComplaint(db, make(conversationId, 'one'));
  await expect
    .poll(() => new Set(seen))
    .toEqual(new Set(['newest', 'newest elsewhere', 'ledger', 'table']));
  for (const each of watched) each.unsubscribe();
});

test('without its conversation, or with an id that is taken, nothing is left', async () => {
  const { db, conversationId } = await begin();
  await addComplaint(db, make(conversationId, 'one'));
  const all = async () =>
    JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
  const before = await all();
  await expect(addComplaint(db, make('gone', 'two'))).rejects.toThrow('gone is not in');
  await expect(addComplaint(db, make(conversationId, 'one'))).rejects.toThrow();
  expect(await all()).toBe(before);
});

test('it takes the number it bears, or the next where that is taken, and what stands there is noted', async () => {
  const { db } = await begin();
  const numbers: number[] = [];
  for (const [index, likely] of [0, 1, 2, 2, 0, 9, 9, 0].entries())
    numbers.push((await addComplaint(db, make(undefined, `id-${index}`, likely))).number);
  expect(numbers).toEqual([1, 2, 3, 4, 5, 9, 10, 11]);
  const rows = await db.complaints.orderBy('number').toArray();
  expect(rows.map(({ id, number }) => `${id} ${number}`)).toEqual(
    numbers.map((number, index) => `id-${index} ${number}`),
  );
  const noted = (await db.logChanges.toArray()).map(({ from }) => from);
  expect(noted.toSorted((a, b) => a - b)).toEqual(numbers);
});

test('numbers go on from what is in the log, whichever window saved, and at the same moment too', async () => {
  const { memory, name } = await begin();
  const other = (await open(name)).memory;
  const seen: number[] = [];
  const watched = memory.complaints
    .watchNewest(1)
    .subscribe((newest) => seen.push(newest[0]?.number ?? 0));
  const form = { who: 'Dana', what: 'It never came.' };
  const add = async (one: typeof memory) => one.complaints.add(form, origin);
  const [first, second, third] = [await add(memory), await add(other), await add(memory)];
  expect([first, second, third].map(({ number }) => number)).toEqual([1, 2, 3]);
  await expect.poll(() => seen.at(-1)).toBe(3);
  await other.complaints.remove(third.id);
  await expect.poll(() => seen.at(-1)).toBe(2);
  expect(await add(memory)).toMatchObject({ number: 3 });
  const together = await Promise.all([memory, other, memory, other].map(add));
  expect(together.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([4, 5, 6, 7]);
  watched.unsubscribe();
});
