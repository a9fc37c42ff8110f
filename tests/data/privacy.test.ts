// Erased means erased, and what is past its time goes: on a real database.
import { beforeEach, describe, expect, test } from 'vitest';
import type { DeskMemory } from '../../lib/data/desk-memory';
import type { Memory } from '../../lib/data/memory';
import { newestView } from '../../lib/domain/log-view';
import { createNeedles } from '../../lib/domain/trace';
import { emptyPlan } from '../../lib/domain/plan';
import { clock, facts, holdPlan, open, promisePlan } from './log';

const who = 'Zdenka Quillfeather';
const contact = 'zq@mail.example';
const day = 24 * 3_600_000;
const watch = () => ({ signal: new AbortController().signal, onRows: () => {} });
const form = { who, contact, what: 'It never came.', feeling: '', request: '' };

let memory: Memory;
let desk: DeskMemory;
let name: string;

beforeEach(async () => {
  clock.now = 1_000_000;
  ({ memory, name } = await open());
  desk = await memory.desk();
});

/** Everything that lies in the database, read past all code of the product, as one text. */
async function rawText(): Promise<string> {
  const request = indexedDB.open(name);
  const db = await new Promise<IDBDatabase>((resolve) =>
    request.addEventListener('success', () => resolve(request.result)),
  );
  const all = await Promise.all(
    // Which numbers were changed is another note after each change, and no more than numbers.
    [...db.objectStoreNames]
      .filter((store) => store !== 'logChanges')
      .map(
        (store) =>
          new Promise<unknown>((resolve) => {
            const reading = db.transaction(store).objectStore(store).getAll();
            reading.addEventListener('success', () => resolve(reading.result));
          }),
      ),
  );
  db.close();
  const decoder = new TextDecoder();
  return JSON.stringify(all, (_, value: unknown) =>
    value instanceof Uint8Array ? decoder.decode(value) : value,
  );
}

/** A customer who left traces wherever the product writes any. */
async function leaveTraces() {
  const { id } = await memory.ledger.open({ ...facts, key: 'two', customer: who });
  await memory.holds.start({ ...holdPlan(id), customer: who, contact });
  await memory.promises.make({ ...promisePlan(id), customer: who, what: `call ${who}` });
  await memory.ledger.append(id, [
    { kind: 'noted', at: 1, note: { id: 'n', is: 'fact', text: `${who} waited` } },
    { kind: 'proposed', at: 2, plan: { ...emptyPlan, conclusion: `Dear ${who}` } },
    { kind: 'inserted', at: 3, phrase: 'sorry' },
    { kind: 'rewriteDismissed', at: 4, rewrite: 'x', rule: 'W3' },
  ]);
  const origin = { channel: 'help.example', receivedAt: 5, conversationId: id };
  const complaint = await memory.complaints.add(form, origin);
  await desk.records.edit(complaint.id, { lessons: `Ask ${who} first.` }, 'Noor');
  const ticket = { mark: 'm', subject: 's', body: `Who: ${who}, ${contact}` };
  await memory.outbox.queue(complaint.id, 'rt', ticket);
  return { id, complaint };
}

describe('erasing a customer', () => {
  test('leaves no trace anywhere, and everybody else as they were', async () => {
    const other = await memory.complaints.add(
      { ...form, who: 'Li Wei', contact: '', what: 'Late.' },
      { channel: '', receivedAt: 1 },
    );
    const untouched = await rawText();
    await leaveTraces();
    expect(await rawText()).toContain(who);
    const [person] = await desk.erasure.find('quillf', watch());
    expect(person).toEqual({ name: who, complaints: 1, conversations: 1 });
    const receipt = await desk.erasure.erase(await desk.erasure.trace([who], watch()));
    expect(receipt).toMatchObject({
      at: clock.now,
      numbers: [2],
      removed: { complaints: 1, changes: 1, conversations: 1, holds: 1, promises: 1, outbox: 1 },
    });
    expect(receipt.removed['events']).toBeGreaterThan(5);
    const left = await rawText();
    for (const trace of [who, contact, 'Quillfeather', 'zq@'])
      expect(left.toLowerCase()).not.toContain(trace.toLowerCase());
    expect(left).toContain(other.id);
    // How often a phrase or a hint was used is nobody's name.
    const counts = [
      '{"phrase":"sorry","count":1}',
      '{"rule":"W3","accepted":0,"dismissed":1,"inARow":[]}',
    ];
    expect(counts.reduce((rest, count) => rest.replace(count, ''), left)).toBe(untouched);
  });

  test('goes out of all that was derived of records, at once and for good', async () => {
    const { complaint } = await leaveTraces();
    const other = await memory.complaints.add(
      { ...form, who: 'Li Wei', contact: '', what: `Neighbour of ${who}` },
      { channel: '', receivedAt: 1 },
    );
    await desk.records.edit(other.id, { cause: `see ${who}` }, '');
    const world = { lock: (work: () => Promise<void>) => work(), signal: watch().signal };
    await desk.foldLog(world);
    const listed = () => desk.table.list({ ...newestView, search: 'quillfeather' });
    expect([...(await listed()).numbers]).toEqual([other.number, complaint.number]);
    await desk.erasure.erase(await desk.erasure.trace([who], watch()));
    expect((await rawText()).toLowerCase()).not.toMatch(/quillf|zq@/);
    await desk.foldLog(world);
    expect((await rawText()).toLowerCase()).not.toMatch(/quillf|zq@/);
    expect((await listed()).numbers).toHaveLength(0);
    const lines = await Array.fromAsync(desk.lines(false));
    expect(lines.map(({ count }) => count)).toEqual([1]);
    expect((await desk.table.words('cause')).map(({ word }) => word)).toEqual(['see ●●●●']);
  });

  test('takes their name out of the records of others, which stay', async () => {
    const { complaint } = await leaveTraces();
    const other = await memory.complaints.add(
      { ...form, who: 'Li Wei', contact: '', what: `Neighbour of ${who.toUpperCase()}` },
      { channel: '', receivedAt: 1 },
    );
    await desk.records.edit(other.id, { cause: `see ${contact}` }, '');
    const traces = await desk.erasure.trace([who], watch());
    expect(traces.complaintIds).toEqual([complaint.id]);
    expect(traces.mentions.map(({ table }) => table)).toEqual(['complaints', 'changes']);
    expect((await desk.erasure.erase(traces)).masked).toBe(2);
    expect((await rawText()).toLowerCase()).not.toMatch(/quillfeather|zq@/);
    const [page] = await Array.fromAsync(memory.complaints.pages());
    expect(page).toMatchObject([{ what: 'Neighbour of ●●●●', cause: 'see ●●●●' }]);
  });

  test('finds a conversation under another name by their complaint, and the tickets elsewhere', async () => {
    const { id } = await memory.ledger.open({ ...facts, key: 'guest', customer: 'Guest 71' });
    const origin = { channel: '', receivedAt: 5, conversationId: id };
    const { id: complaint } = await memory.complaints.add(form, origin);
    await memory.outbox.queue(complaint, 'rt', { mark: 'm', subject: 's', body: 'b' });
    const link = { id: '41', url: 'https://desk.example/41' };
    await memory.outbox.apply(`ticket:${complaint}`, { is: 'begun' }, 'look-up');
    await memory.outbox.apply(`ticket:${complaint}`, { is: 'created', link }, 'look-up');
    const traces = await desk.erasure.trace([contact], watch());
    expect(traces).toMatchObject({ conversationIds: [id], numbers: [1], tickets: [link] });
    await desk.erasure.erase(traces);
    expect(await rawText()).not.toMatch(/Guest 71|desk\.example|Zdenka/);
  });

  test('of people who share a first name only the one who is meant goes', async () => {
    for (const customer of ['Dana Reyes', 'Dana'])
      await memory.complaints.add(
        { ...form, who: customer, contact: '' },
        { channel: '', receivedAt: 1 },
      );
    const people = await desk.erasure.find('dana', watch());
    expect(people.map((each) => each.name)).toEqual(['Dana Reyes', 'Dana']);
    await desk.erasure.erase(await desk.erasure.trace(['Dana'], watch()));
    const [page] = await Array.fromAsync(memory.complaints.pages());
    expect(page?.map((row) => row.who)).toEqual(['Dana Reyes']);
  });

  test('is stopped before anything is gone', async () => {
    await leaveTraces();
    const stopped = AbortSignal.abort();
    await expect(
      desk.erasure.trace([who], { signal: stopped, onRows: () => {} }),
    ).rejects.toThrow();
    expect(await rawText()).toContain(who);
  });
});

test('what is looked for in the texts of others tells one person from all others', () => {
  const { found } = createNeedles([
    'Dana',
    'Li',
    '陈晓明',
    '王伟',
    '李',
    'Ann  Poe',
    '555 12345',
    'Guest User',
    '访客甲',
    '王女士',
  ]);
  expect(found({ a: [{ b: 'ann poe called' }] })).toBe(true);
  expect(found('客户陈晓明来电')).toBe(true);
  expect(found('at 555 12345')).toBe(true);
  expect(found('王伟的包裹')).toBe(true);
  for (const text of [
    'Dana called',
    'Li Wei',
    '王先生',
    'Joann Poet',
    'a guest user',
    '访客甲',
    '王女士',
  ])
    expect(found(text)).toBe(false);
});

describe('what is past its time', () => {
  const rule = { days: 30, states: ['reviewed', 'recorded'] } as const;
  const add = (receivedAt: number, conversationId?: string) =>
    memory.complaints.add(form, {
      channel: '',
      receivedAt,
      ...(conversationId !== undefined && { conversationId }),
    });

  test('is shown first, and goes with all that hangs on it; the rest stays', async () => {
    clock.now = 100 * day;
    const { id } = await leaveTraces();
    const old = await add(60 * day);
    const kept = await add(60 * day);
    const young = await add(71 * day);
    const judged = await add(1 * day);
    await desk.records.edit(kept.id, { retainUntil: 101 * day }, '');
    await desk.records.edit(judged.id, { decision: 'founded' }, '');
    await desk.records.move(judged.id, 'judged', '');
    const past = await desk.retention.preview(rule, watch());
    expect(new Set(past.shown.map(({ number }) => number))).toEqual(new Set([1, old.number]));
    // Its promise is still to be kept, and it began today.
    expect(past.conversationIds).not.toContain(id);
    const removed = await desk.retention.remove(past, rule, watch());
    expect(removed).toMatchObject({ complaints: 2, changes: 1, outbox: 1 });
    const [page] = await Array.fromAsync(memory.complaints.pages());
    expect(page?.map((row) => row.id)).toEqual([kept.id, young.id, judged.id]);
    expect(await memory.ledger.find(id)).toBeDefined();
  });

  test('an old conversation goes once no complaint needs it and nothing in it is open', async () => {
    clock.now = 1 * day;
    const { id } = await memory.ledger.open({ ...facts, key: 'old', customer: who });
    const needed = await memory.ledger.open({ ...facts, key: 'needed' });
    const promised = await memory.ledger.open({ ...facts, key: 'promised' });
    await memory.promises.make(promisePlan(promised.id));
    await add(99 * day, needed.id);
    clock.now = 100 * day;
    const past = await desk.retention.preview(rule, watch());
    expect(past.conversationIds).toContain(id);
    expect(past.conversationIds).not.toContain(needed.id);
    expect(past.conversationIds).not.toContain(promised.id);
    await desk.retention.remove(past, rule, watch());
    expect(await memory.ledger.find(id)).toBeUndefined();
  });

  test('what was changed between looking and removing stays', async () => {
    clock.now = 100 * day;
    const { id } = await add(60 * day);
    const past = await desk.retention.preview(rule, watch());
    await desk.records.edit(id, { retainUntil: 200 * day }, '');
    expect(await desk.retention.remove(past, rule, watch())).toMatchObject({ complaints: 0 });
  });
});
