// What goes by itself: not before a day has gone by, once a day, with a receipt; on a real database with a clock of ours.
import { beforeEach, expect, test } from 'vitest';
import { clearDaily, endDaily, watchCleared } from '../../lib/data/clearings';
import { createDatabase } from '../../lib/data/db';
import type { Database } from '../../lib/data/db';
import type { Memory } from '../../lib/data/memory';
import { createRetention } from '../../lib/data/retention';
import type { Retention } from '../../lib/domain/retention';
import { clock, open } from './log';

const day = 24 * 3_600_000;
const hour = 3_600_000;
const rule: Retention = { days: 30, states: ['recorded'], daily: true };
const watch = { signal: new AbortController().signal, onRows: () => {} };
const now = () => clock.now;
const form = { who: 'Dana Reyes', what: 'It never came.', feeling: '', request: '' };

let memory: Memory;
let db: Database;

beforeEach(async () => {
  clock.now = 100 * day;
  const opened = await open();
  memory = opened.memory;
  db = createDatabase(opened.name, indexedDB);
  for (const age of [10, 29.5, 31, 80])
    await memory.complaints.add(form, { channel: '', receivedAt: clock.now - age * day });
  return () => db.close();
});

const look = (by = rule, retention = createRetention(db, now)) =>
  clearDaily(db, { retention, now }, by, watch);
const left = async () =>
  (await db.complaints.orderBy('number').toArray()).map(({ number }) => number);
const receipts = () => db.clearings.toArray();

test('a rule holds for a day before anything goes by it, and then once a day', async () => {
  expect(await look()).toBe('arm');
  clock.now += day - hour;
  expect(await look()).toBe('wait');
  expect(await left()).toEqual([1, 2, 3, 4]);
  clock.now += hour;
  expect(await look()).toBe('clear');
  // One more has come of age meanwhile.
  expect(await left()).toEqual([1]);
  expect((await receipts()).at(-1)).toMatchObject({
    at: clock.now,
    is: 'cleared',
    rule,
    removed: { complaints: 3 },
  });
  expect(JSON.stringify(await receipts())).not.toContain('Dana');
  expect(await look()).toBe('wait');
});

test('a rule that is changed, or switched off and on, holds for a day anew', async () => {
  await look();
  clock.now += day;
  expect(await look({ ...rule, days: 60 })).toBe('arm');
  await endDaily(db, now);
  await endDaily(db, now);
  clock.now += day;
  expect(await look({ ...rule, days: 60 })).toBe('arm');
  expect((await receipts()).map(({ is }) => is)).toEqual(['armed', 'armed', 'off', 'armed']);
  expect(await left()).toHaveLength(4);
});

test.each([
  ['back', -day],
  ['far ahead', 3650 * day],
])('a clock that was set %s lets nothing go for a day', async (_, by) => {
  await look();
  clock.now += by;
  expect(await look()).toBe('arm');
  expect(await left()).toHaveLength(4);
});

test('days on which nothing goes leave one row, and no receipt', async () => {
  const none = { ...rule, days: 3_000 };
  await look(none);
  for (let days = 0; days < 5; days++) {
    clock.now += day;
    expect(await look(none)).toBe('clear');
  }
  expect(await receipts()).toMatchObject([{ is: 'armed' }, { is: 'cleared', at: clock.now }]);
  const shown = await new Promise((resolve) => watchCleared(db, 5).subscribe(resolve));
  expect(shown).toEqual([]);
});

test('ended in the middle, the receipt tells what went until then; the rest goes the next day', async () => {
  await look();
  clock.now += day;
  const retention = createRetention(db, now);
  const stopped = new AbortController();
  const dying: typeof retention = {
    ...retention,
    remove: (past, by, _, receipt) =>
      retention.remove(
        { ...past, conversationIds: ['never reached'] },
        by,
        { signal: stopped.signal, onRows: () => stopped.abort() },
        receipt,
      ),
  };
  await expect(look(rule, dying)).rejects.toThrow(/abort/i);
  expect((await receipts()).at(-1)).toMatchObject({ removed: { complaints: 3 } });
  clock.now += day;
  expect(await look()).toBe('clear');
});

test('what goes by hand has a receipt of its own, and does not count as the look of the day', async () => {
  await look();
  const retention = createRetention(db, now);
  const past = await retention.preview(rule, watch);
  await retention.remove(past, rule, watch);
  expect((await receipts()).at(-1)).toMatchObject({ byHand: true, removed: { complaints: 2 } });
  clock.now += day;
  expect(await look()).toBe('clear');
  const shown = await new Promise((resolve) => watchCleared(db, 5).subscribe(resolve));
  expect(shown).toMatchObject([{ removed: { complaints: 1 } }, { byHand: true }]);
});

test('a database of version 12 keeps its records, and takes receipts', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const request = indexedDB.open(name, 120);
  request.addEventListener('upgradeneeded', () => {
    const complaints = request.result.createObjectStore('complaints', { keyPath: 'id' });
    complaints.put({ id: 'old', number: 7 });
  });
  await new Promise((resolve) => request.addEventListener('success', resolve));
  request.result.close();
  const upgraded = createDatabase(name, indexedDB);
  expect(await upgraded.complaints.get('old')).toMatchObject({ number: 7 });
  expect(
    await clearDaily(upgraded, { retention: createRetention(upgraded, now), now }, rule, watch),
  ).toBe('arm');
  upgraded.close();
  indexedDB.deleteDatabase(name);
});
