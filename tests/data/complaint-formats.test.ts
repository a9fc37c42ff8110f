// What becomes of complaints that an older version of the extension wrote.
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { createDatabase } from '../../lib/data/db';
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
  const { number } = await memory.complaints.add(kept[0] ?? old, { channel: '', receivedAt: 1 });
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
