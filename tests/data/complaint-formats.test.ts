// What becomes of complaints that an older version of the extension wrote.
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { createDatabase } from '../../lib/data/db';
import { newestView } from '../../lib/domain/log-view';
import old from '../fixtures/complaint-1.json';
import { first, open } from './log';

async function writeOld(rows: readonly object[]): Promise<string> {
  const name = `test-${crypto.randomUUID()}`;
  const before = new Dexie(name);
  before.version(6).stores({
    conversations: 'id, &key, startedAt, waiting.since',
    events: '[conversationId+n], [conversationId+event.messageKey]',
    holds: 'id, dueAt, openSince, conversationId',
    promises: 'id, dueAt, conversationId',
    complaints: 'id, &number, savedAt, conversationId',
    uses: 'phrase',
    hints: 'rule',
    outbox: 'id, state, queuedAt',
    outboxHosts: 'host',
  });
  await before.table('complaints').bulkAdd([...rows]);
  before.close();
  return name;
}

test('those of format 1 are there in format 2, with their numbers, and counting goes on', async () => {
  const name = await writeOld([old, { ...old, id: 'second', number: 8 }]);
  const { memory } = await open(name);
  const kept = await first(memory.complaints.watchNewest(5));
  expect(kept).toMatchObject([
    { ...old, id: 'second', number: 8, version: 2, state: 'recorded' },
    { ...old, version: 2, state: 'recorded', revision: 0, changedAt: old.savedAt, tags: [] },
  ]);
  const form = { who: 'Dana', what: 'It broke.', feeling: '', request: '' };
  const { number } = await memory.complaints.add(form, { channel: '', receivedAt: 1 });
  expect(number).toBe(9);
});

test('a damaged row stays as it lies, is told, and keeps nothing else from being upgraded', async () => {
  const damaged = { id: 'x', number: 3, version: 1, what: 7 };
  const name = await writeOld([old, damaged]);
  const { memory } = await open(name);
  expect(await first(memory.complaints.watchNewest(5))).toMatchObject([{ id: old.id, version: 2 }]);
  expect(await first(memory.broken.watch())).toMatchObject([{ table: 'complaints', key: 'x' }]);
  const raw = createDatabase(name, indexedDB);
  expect(await raw.table('complaints').get('x')).toEqual(damaged);
  raw.close();
});

test('the table, search and export know what an older version wrote', async () => {
  const damaged = { id: 'x', number: 3, version: 1, what: 7 };
  const name = await writeOld([old, damaged, { ...old, id: 'second', number: 20_000 }]);
  const { memory } = await open(name);
  const desk = await memory.desk();
  const numbers = async (search: string) => [
    ...(await desk.table.list({ ...newestView, search })).numbers,
  ];
  const { signal } = new AbortController();
  await desk.foldLog({ lock: (work) => work(), signal });
  expect(await numbers('')).toEqual([20_000, old.number]);
  expect(await numbers(old.what.split(' ')[1] ?? '')).toEqual([20_000, old.number]);
  const [row] = await desk.table.rows([20_000], ['receivedAt']);
  const minute = 60_000;
  const receivedAt = Math.floor(old.receivedAt / minute) * minute;
  expect(row).toMatchObject({ number: 20_000, cells: { receivedAt } });
  const lines = await Array.fromAsync(desk.lines(false));
  expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(2);
});

test('folding that was stopped goes on where it was, and loses nothing that came meanwhile', async () => {
  const name = await writeOld(
    [1, 20_000, 40_000].map((number) => ({ ...old, id: `n${number}`, number })),
  );
  const { memory } = await open(name);
  const desk = await memory.desk();
  const stopping = new AbortController();
  const lock = (work: () => Promise<void>) => work();
  const folding = desk.foldLog({ lock, signal: stopping.signal });
  stopping.abort();
  await folding;
  const { number } = await memory.complaints.add(
    { who: '', what: 'meanwhile', feeling: '', request: '' },
    { channel: '', receivedAt: 1 },
  );
  const { signal } = new AbortController();
  await Promise.all([desk.foldLog({ lock, signal }), desk.foldLog({ lock, signal })]);
  const { numbers, unfolded } = await desk.table.list(newestView);
  expect([...numbers]).toEqual([number, 40_000, 20_000, 1]);
  expect(unfolded).toBe(0);
});
