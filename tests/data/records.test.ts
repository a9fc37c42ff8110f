// One complaint over its life, on a real database.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../lib/domain/complaint-change';
import { createDatabase } from '../../lib/data/db';
import type { Memory } from '../../lib/data/memory';
import type { Records } from '../../lib/data/records';
import { clock, first, kinds, open } from './log';

let memory: Memory;
let records: Records;
let name: string;
let conversationId: string;
let id: string;

beforeEach(async () => {
  clock.now = 1000;
  ({ memory, name, id: conversationId } = await open());
  ({ records } = await memory.desk());
  const form = { who: 'Dana Reyes', what: 'It never came.', feeling: '', request: '' };
  const origin = { channel: 'help.example', receivedAt: 5, conversationId };
  ({ id } = await memory.complaints.add(form, origin));
  clock.now = 2000;
});

const kept = () => first(records.watch(1));
const told = (history: readonly Change[] | undefined) =>
  history?.map(({ kind, by, at }) => `${kind} ${by} ${at}`);

test('each change tells who, when and what, beside the events of the conversation', async () => {
  await records.edit(id, { decision: 'founded', department: 'Dispatch' }, 'Noor');
  clock.now = 3000;
  await records.move(id, 'assigned', 'Lin');
  const record = await kept();
  expect(record?.complaint).toMatchObject({ state: 'assigned', revision: 2, changedAt: 3000 });
  expect(record?.history).toEqual([
    {
      complaint: id,
      n: 0,
      at: 2000,
      by: 'Noor',
      kind: 'edited',
      before: { decision: null, department: null },
      after: { decision: 'founded', department: 'Dispatch' },
    },
    {
      complaint: id,
      n: 1,
      at: 3000,
      by: 'Lin',
      kind: 'moved',
      before: { state: 'recorded' },
      after: { state: 'assigned' },
    },
  ]);
  expect(kinds(record?.events ?? [])).toEqual(['logged']);
});

test('a change is refused with what is missing, and nothing is noted', async () => {
  const refused = await records.move(id, 'assigned', 'Noor');
  expect(refused).toEqual({ ok: false, missing: ['decision', 'person'], invalid: [] });
  await records.edit(id, { feeling: '' }, 'Noor');
  expect((await kept())?.history).toEqual([]);
});

test('changes are taken back one after the other, and that is told as well', async () => {
  const before = (await kept())?.complaint;
  await records.edit(id, { decision: 'founded', person: 'Lin' }, 'Noor');
  await records.edit(id, { what: 'It came broken.' }, 'Noor');
  await records.move(id, 'assigned', 'Noor');
  for (let times = 0; times < 3; times++) await records.undo(id, 'Lin');
  expect(await records.undo(id, 'Lin')).toEqual({ ok: false, gone: true });
  const record = await kept();
  expect(record?.complaint).toEqual({ ...before, revision: 6, changedAt: 2000 });
  expect(record?.history.map(({ of }) => of)).toEqual([undefined, undefined, undefined, 2, 1, 0]);
  expect(told(record?.history)?.at(-1)).toBe('undone Lin 2000');
});

test('two windows at once: no change is lost', async () => {
  const other = await (await open(name)).memory.desk();
  await Promise.all([
    records.edit(id, { cause: 'full van' }, 'Noor'),
    other.records.edit(id, { product: 'kettle' }, 'Lin'),
    records.edit(id, { severity: 'high' }, 'Noor'),
  ]);
  const record = await kept();
  expect(record?.complaint).toMatchObject({
    cause: 'full van',
    product: 'kettle',
    severity: 'high',
    revision: 3,
  });
  expect(record?.history.map(({ n }) => n)).toEqual([0, 1, 2]);
});

test('re-opening is a change like any other', async () => {
  const filled = {
    decision: 'founded',
    person: 'Lin',
    cause: 'full van',
    immediate: 'sent again',
    approval: 'notNeeded',
    outcome: 'solved',
    immediateOwner: 'Lin',
    immediateAt: 9,
    permanentNone: 'a storm',
  } as const;
  await records.edit(id, filled, '');
  await records.move(id, 'carriedOut', '');
  await records.reopen(id, 'Noor');
  expect((await kept())?.complaint).toMatchObject({ state: 'analysed', reopened: 1 });
  await records.undo(id, '');
  expect((await kept())?.complaint).toMatchObject({
    state: 'carriedOut',
    outcome: 'solved',
    resolvedAt: 2000,
  });
});

describe('removing a complaint', () => {
  const ticket = { mark: 'm', subject: 's', body: 'b' };
  const left = async () => {
    const raw = createDatabase(name, indexedDB);
    const counts = [await raw.complaints.count(), await raw.changes.count()];
    const tickets = await raw.outbox.count();
    raw.close();
    return { counts, tickets };
  };

  test('takes its history and its waiting ticket along', async () => {
    await records.edit(id, { cause: 'full van' }, 'Noor');
    await memory.outbox.queue(id, 'rt', ticket);
    await memory.complaints.remove(id);
    expect(await left()).toEqual({ counts: [0, 0], tickets: 0 });
    expect(await records.edit(id, { cause: 'x' }, '')).toEqual({ ok: false, gone: true });
    expect(await kept()).toBeUndefined();
  });

  test('leaves a ticket that went out, or may have', async () => {
    await memory.outbox.queue(id, 'rt', ticket);
    await memory.outbox.apply(`ticket:${id}`, { is: 'begun' }, 'look-up');
    await memory.complaints.remove(id);
    expect(await left()).toEqual({ counts: [0, 0], tickets: 1 });
  });
});
