// What is derived of the log is brought up to it, whatever is written meanwhile and whoever derived it before.
import { expect, test } from 'vitest';
import { createDatabase } from '../../lib/data/db';
import { foldLog } from '../../lib/data/fold-log';
import { createLogTable } from '../../lib/data/log-table';
import { readLines } from '../../lib/data/read-lines';
import type { Complaint } from '../../lib/domain/complaint';
import { emptyForm } from '../../lib/domain/complaint-form';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { newestView } from '../../lib/domain/log-view';
import type { View } from '../../lib/domain/log-view';

const lock = (work: () => Promise<void>) => work();
const { signal } = new AbortController();

function openWindow(name: string) {
  const db = createDatabase(name, indexedDB);
  return { db, table: createLogTable(db) };
}

/** A window of a new log with these records, all of it derived. */
async function openFolded(records: readonly Complaint[]) {
  const name = `table-${crypto.randomUUID()}`;
  const { db, table } = openWindow(name);
  await db.complaints.bulkAdd(records);
  await foldLog(db, { lock, signal });
  return { name, db, table };
}

function made(number: number, fields: Partial<Complaint> = {}): Complaint {
  const origin = { channel: 'help.example', receivedAt: number };
  const form = { ...emptyForm, what: 'x' };
  return { ...newComplaint(form, origin, { id: `n${number}`, number, at: number }), ...fields };
}

test('a record that is written while the log is derived anew is not lost', async () => {
  const { name, db, table } = await openFolded([made(1), made(2)]);
  // Of all numbers, of which the blocks that hold records are derived; and one that came meanwhile.
  await db.logChanges.add({ from: 16_384, to: 2 ** 24 - 1 });
  await db.complaints.add(made(3));
  await foldLog(db, { lock, signal });
  expect([...(await table.list(newestView)).numbers]).toEqual([3, 2, 1]);
  db.close();
  indexedDB.deleteDatabase(name);
});

test('what was derived by other rules is derived anew before it is shown whole or exported', async () => {
  const name = `table-${crypto.randomUUID()}`;
  const before = openWindow(name);
  const who = 'Dana Reyes';
  const all = Array.from({ length: 1_100 }, (_, index) =>
    made(index + 1, { who, severity: 'high' }),
  );
  await before.db.complaints.bulkAdd(all);
  await foldLog(before.db, { lock, signal });
  // As an older version left it: with other masks, and without one of the columns.
  await before.db.logLines.toCollection().modify((row) => {
    row.masks.fill('x'.charCodeAt(0));
  });
  await before.db.logColumns.where('column').equals('severity').delete();
  await before.db.logState.update('log', { layout: 'older' });
  before.db.close();
  const { db, table } = openWindow(name);
  const filtered: View = { ...newestView, filters: [{ by: 'severity', words: ['high'] }] };
  expect((await table.list(filtered)).missing).toBe(1_100);
  await foldLog(db, { lock, signal });
  const { numbers, missing } = await table.list(filtered);
  expect([numbers.length, missing]).toEqual([1_100, 0]);
  const decoder = new TextDecoder();
  const lines = (await Array.fromAsync(readLines(db, true))).map(({ bytes }) =>
    decoder.decode(bytes),
  );
  expect(lines.join('')).toContain('Dana R●●●●');
  expect(lines.join('')).not.toMatch(/xxx|Reyes/);
  db.close();
  indexedDB.deleteDatabase(name);
});

test('no more is told to be derived than there are records', async () => {
  const { name, db, table } = await openFolded([made(1), made(2)]);
  // As after an update that derives all of it anew.
  await db.logChanges.add({ from: 1, to: 2 ** 24 - 1 });
  expect(await table.list(newestView)).toMatchObject({ unfolded: 2, missing: 0 });
  db.close();
  indexedDB.deleteDatabase(name);
});
