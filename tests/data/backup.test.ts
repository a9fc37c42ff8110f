// Everything to one file and back, on real databases.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDatabase } from '../../lib/data/db';
import type { DeskMemory } from '../../lib/data/desk-memory';
import { keptTables } from '../../lib/data/backup-tables';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { clock, facts, holdPlan, open, promisePlan } from './log';

const form = { who: 'Dana Reyes', what: 'It never came.', feeling: '', request: '' };
const origin = { channel: 'help.example', receivedAt: 5 };
const watch = () => ({ signal: new AbortController().signal, onRows: () => {} });
const quick = { iterations: 10 };

async function start(name?: string) {
  const opened = await open(name);
  return { ...opened, desk: await opened.memory.desk() };
}
const emptyDesk = async () => {
  const name = `test-${crypto.randomUUID()}`;
  const opened = await open(name);
  const raw = createDatabase(name, indexedDB);
  await raw.conversations.clear();
  raw.close();
  return { name, memory: opened.memory, desk: await opened.memory.desk() };
};
const write = async (desk: DeskMemory, passphrase?: string) =>
  new Response(await desk.backup.write({ ...watch(), ...quick, passphrase })).blob();

/** All that is kept, table by table. */
async function contents(name: string): Promise<Record<string, unknown[]>> {
  const raw = createDatabase(name, indexedDB);
  const all = await Promise.all(
    [...keptTables, 'incoming'].map(
      async (table) => [table, await raw.table(table).toArray()] as const,
    ),
  );
  raw.close();
  return Object.fromEntries(all);
}

/** One of everything that the product keeps. */
async function fill({ memory, id, desk }: Awaited<ReturnType<typeof start>>) {
  await memory.holds.start(holdPlan(id));
  await memory.promises.make(promisePlan(id));
  await memory.ledger.append(id, [
    { kind: 'inserted', at: 1, phrase: 'sorry' },
    { kind: 'rewriteDismissed', at: 2, rewrite: 'x', rule: 'W3' },
  ]);
  const complaint = await memory.complaints.add(form, { ...origin, conversationId: id });
  await desk.records.edit(complaint.id, { cause: 'a storm 风暴 🌪' }, 'Noor');
  await memory.outbox.queue(complaint.id, 'rt', { mark: 'm', subject: 's', body: 'b' });
  const link = { id: '41', url: '' };
  await memory.outbox.apply(`ticket:${complaint.id}`, { is: 'begun' }, 'look-up');
  await memory.outbox.apply(`ticket:${complaint.id}`, { is: 'created', link }, 'look-up');
  return complaint;
}

describe('into an empty profile', () => {
  test.each([undefined, 'six plain words 密码'])('all is there again (%s)', async (passphrase) => {
    const one = await start();
    await fill(one);
    const file = await write(one.desk, passphrase);
    const other = await emptyDesk();
    const restored = await other.desk.backup.restore(file, { ...watch(), passphrase });
    expect(restored).toMatchObject({ ok: true, merged: { replaced: 0, conflicts: 0 } });
    const before = await contents(one.name);
    expect(await contents(other.name)).toEqual(before);
    expect(Object.values(before).filter((rows) => rows.length === 0)).toHaveLength(1);
    const { number } = await other.memory.complaints.add(form, origin);
    expect(number).toBe(2);
  });

  const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constant('\n"\\'));
  const moment = fc.integer({ min: 0, max: 2e12 });
  const complaint = fc.record(
    { who: words, what: words, feeling: words, request: words, cause: words, dueAt: moment },
    { requiredKeys: ['who', 'what', 'feeling', 'request'] },
  );
  const kept = fc.record({
    complaints: fc.array(complaint, { maxLength: 8 }),
    events: fc.array(fc.record({ at: moment, text: words }), { maxLength: 8 }),
    uses: fc.uniqueArray(words, { maxLength: 5 }),
    passphrase: fc.option(words, { nil: undefined }),
  });

  test('restore(backup(x)) is x, whatever x holds', async () => {
    await fc.assert(
      fc.asyncProperty(kept, async ({ complaints, events, uses, passphrase }) => {
        const one = await start();
        const raw = createDatabase(one.name, indexedDB);
        await raw.complaints.bulkAdd(
          complaints.map((fields, index) =>
            newComplaint(fields, origin, { id: `c${index}`, number: index + 1, at: index }),
          ),
        );
        await raw.uses.bulkAdd(uses.map((phrase, count) => ({ phrase, count })));
        raw.close();
        await one.memory.ledger.append(
          one.id,
          events.map(({ at, text }, index) => ({
            kind: 'noted',
            at,
            note: { id: `n${index}`, is: 'fact', text },
          })),
        );
        const file = await write(one.desk, passphrase);
        const other = await emptyDesk();
        expect(await other.desk.backup.restore(file, { ...watch(), passphrase })).toMatchObject({
          ok: true,
        });
        expect(await contents(other.name)).toEqual(await contents(one.name));
      }),
      { numRuns: 25 },
    );
  });

  test('more rows than a batch, and a file that is much smaller than they are', async () => {
    const one = await start();
    const raw = createDatabase(one.name, indexedDB);
    await raw.complaints.bulkAdd(
      Array.from({ length: 1203 }, (_, index) =>
        newComplaint(form, origin, { id: `c${index}`, number: index + 1, at: index }),
      ),
    );
    raw.close();
    const file = await write(one.desk);
    expect(file.size).toBeLessThan(JSON.stringify(await contents(one.name)).length / 5);
    const other = await emptyDesk();
    let rows = 0;
    const onRows = (more: number) => (rows += more);
    await other.desk.backup.restore(file, { ...watch(), onRows });
    expect(rows).toBe(1204);
    expect((await contents(other.name))['complaints']).toHaveLength(1203);
  });

  test('a ticket that waited there waits for the agent here: the other machine may have sent it', async () => {
    const one = await start();
    const { id } = await one.memory.complaints.add(form, origin);
    await one.memory.outbox.queue(id, 'rt', { mark: 'm', subject: 's', body: 'b' });
    const other = await emptyDesk();
    await other.desk.backup.restore(await write(one.desk), watch());
    expect(await other.memory.outbox.open()).toEqual([]);
    expect((await contents(other.name))['outbox']).toMatchObject([
      { state: 'refused', why: 'in-doubt' },
    ]);
  });
});

describe('merged into a profile that has its own', () => {
  async function twins() {
    const one = await start();
    const complaint = await fill(one);
    const file = await write(one.desk);
    const other = await emptyDesk();
    await other.desk.backup.restore(file, watch());
    return { one, other, complaint };
  }
  const restoreInto = async (to: { desk: DeskMemory }, from: { desk: DeskMemory }) => {
    const restored = await to.desk.backup.restore(await write(from.desk), watch());
    if (!restored.ok) throw new Error(`It was refused: ${restored.refusal.reason}`);
    return restored.merged;
  };
  const history = async (name: string) =>
    (await contents(name))['changes']?.map((change) => change as { kind: string; n: number });

  test('the same file again changes nothing', async () => {
    const { one, other } = await twins();
    const before = await contents(other.name);
    const merged = await restoreInto(other, one);
    expect(merged).toMatchObject({ added: 0, replaced: 0, conflicts: 0 });
    expect(await contents(other.name)).toEqual(before);
  });

  test('newer wins, whichever side it is on, and an older file adds nothing', async () => {
    const { one, other, complaint } = await twins();
    const older = await write(one.desk);
    clock.now += 1000;
    await one.desk.records.edit(complaint.id, { cause: 'an ice storm' }, 'Noor');
    await restoreInto(other, one);
    expect(await contents(other.name)).toEqual(await contents(one.name));
    await other.desk.backup.restore(older, watch());
    expect(await contents(other.name)).toEqual(await contents(one.name));
  });

  test('changed in both: the newer one stands, the other is in its history, and nothing is lost', async () => {
    const { one, other, complaint } = await twins();
    clock.now += 1000;
    await one.desk.records.edit(complaint.id, { cause: 'theirs', product: 'kettle' }, 'Noor');
    clock.now += 1000;
    await other.desk.records.edit(complaint.id, { cause: 'mine' }, 'Lin');
    const merged = await restoreInto(other, one);
    expect(merged.conflicts).toBe(1);
    const after = await contents(other.name);
    expect(after['complaints']).toMatchObject([{ cause: 'mine', revision: 4 }]);
    expect(await history(other.name)).toMatchObject([
      { n: 0, kind: 'edited' },
      { n: 1, kind: 'edited', by: 'Lin' },
      { n: 2, kind: 'edited', by: 'Noor' },
      { n: 3, kind: 'merged', before: { cause: 'theirs', product: 'kettle' } },
    ]);
    // What lost can be had back.
    expect(await other.desk.records.undo(complaint.id, 'Lin')).toMatchObject({
      complaint: { cause: 'theirs', product: 'kettle' },
    });
  });

  test('both went on with a conversation: theirs comes after mine, and it can go on', async () => {
    const { one, other } = await twins();
    await one.memory.ledger.append(one.id, [{ kind: 'debriefed', at: 71 }]);
    await other.memory.ledger.append(one.id, [{ kind: 'debriefReopened', at: 72 }]);
    await restoreInto(other, one);
    const kinds = (await contents(other.name))['events']?.map(
      (row) => (row as { event: { kind: string } }).event.kind,
    );
    expect(kinds?.slice(-2)).toEqual(['debriefReopened', 'debriefed']);
    await other.memory.ledger.append(one.id, [{ kind: 'debriefed', at: 73 }]);
    expect((await contents(other.name))['events']).toHaveLength((kinds?.length ?? 0) + 1);
  });

  test('numbers that both gave away: both complaints stay, theirs gets the next free one', async () => {
    const { one, other } = await twins();
    const mine = await other.memory.complaints.add({ ...form, what: 'Mine.' }, origin);
    const theirs = await one.memory.complaints.add({ ...form, what: 'Theirs.' }, origin);
    expect(theirs.number).toBe(mine.number);
    await restoreInto(other, one);
    const numbers = (await contents(other.name))['complaints']?.map((row) => {
      const { what, number } = row as { what: string; number: number };
      return `${what} ${number}`;
    });
    expect(numbers?.toSorted()).toEqual(['It never came. 1', 'Mine. 2', 'Theirs. 3']);
  });

  test('the same conversation begun in both: both stay', async () => {
    const one = await start();
    const other = await start();
    await one.memory.ledger.append(one.id, [{ kind: 'debriefed', at: 1 }]);
    await restoreInto(other, one);
    const rows = (await contents(other.name))['conversations'];
    expect(rows).toHaveLength(2);
    expect((await other.memory.ledger.open(facts)).id).toBe(other.id);
  });

  test('what went further wins: a promise that was kept stays kept', async () => {
    const { one, other } = await twins();
    const [open1] = await one.memory.promises.open();
    await one.memory.promises.end(open1?.id ?? '', 'kept', '');
    await restoreInto(other, one);
    expect(await other.memory.promises.open()).toEqual([]);
    const still = await start();
    await restoreInto(one, still);
    expect(await one.memory.promises.open()).toEqual([]);
  });
});

describe('refused whole, with what was there before as it was', () => {
  async function refused(
    spoil: (bytes: Uint8Array) => Uint8Array,
    written?: string,
    given = written,
  ) {
    const one = await start();
    await fill(one);
    const bytes = new Uint8Array(await (await write(one.desk, written)).arrayBuffer());
    const other = await start();
    await other.memory.complaints.add({ ...form, what: 'There before.' }, origin);
    const before = await contents(other.name);
    const restored = await other.desk.backup.restore(new Blob([new Uint8Array(spoil(bytes))]), {
      ...watch(),
      passphrase: given,
    });
    expect(await contents(other.name)).toEqual(before);
    return restored.ok ? restored : restored.refusal;
  }
  const same = (bytes: Uint8Array) => bytes;
  const flip = (at: number) => (bytes: Uint8Array) => {
    const place = Math.floor(bytes.length * at);
    return bytes.map((byte, index) => (index === place ? byte ^ 0x40 : byte));
  };
  const header = (change: object) => (bytes: Uint8Array) => {
    const end = bytes.indexOf(10);
    const line = JSON.parse(new TextDecoder().decode(bytes.slice(0, end))) as object;
    const first = new TextEncoder().encode(`${JSON.stringify({ ...line, ...change })}\n`);
    return new Uint8Array([...first, ...bytes.slice(end + 1)]);
  };
  const damaged = { reason: 'damaged', byte: expect.any(Number), row: expect.any(Number) };

  test.each([
    ['an empty file', () => new Uint8Array(0)],
    ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 10, 1, 2])],
    ['somebody else’s JSON', () => new TextEncoder().encode('{"format":"other"}\n[]')],
    ['a line without an end', () => new TextEncoder().encode('x'.repeat(9000))],
  ])('%s is foreign', async (_, spoil) => {
    expect(await refused(spoil)).toEqual({ reason: 'foreign' });
  });

  test.each([{ version: 2 }, { schema: 99 }])('one of a newer version: %j', async (change) => {
    expect(await refused(header(change))).toEqual({ reason: 'newer' });
  });

  test.each([
    ['one bit turned over in the middle', flip(0.6)],
    ['one bit turned over at the end', flip(0.999)],
    ['the last byte missing', (bytes: Uint8Array) => bytes.slice(0, -1)],
    ['half of it missing', (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
    ['something behind its end', (bytes: Uint8Array) => new Uint8Array([...bytes, 1, 2, 3])],
  ])('%s, sealed or not, with the place', async (_, spoil) => {
    expect(await refused(spoil)).toEqual(damaged);
    const sealed = await refused(spoil, 'secret');
    // All of it is one chunk here, and that is the first.
    expect([damaged, { reason: 'passphrase-wrong' }]).toContainEqual(sealed);
    expect(sealed).not.toMatchObject({ ok: true });
  });

  test('a sealed one without its passphrase, or with another', async () => {
    expect(await refused(same, 'secret', '')).toEqual({ reason: 'passphrase-missing' });
    expect(await refused(same, 'secret', 'Secret')).toEqual({ reason: 'passphrase-wrong' });
  });

  test('a sealed one whose first line was changed', async () => {
    expect(await refused(header({ madeAt: 7 }), 'secret')).toEqual({ reason: 'passphrase-wrong' });
  });

  const lines = async (...all: unknown[]) => {
    const text = all.map((line) => `${JSON.stringify(line)}\n`).join('');
    const body = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
    const first = '{"format":"composure-backup","version":1,"schema":8,"madeAt":1}\n';
    return new Blob([first, await new Response(body).blob()]);
  };

  test.each([
    [
      'rows that are missing',
      [
        ['uses', { phrase: 'x', count: 1 }],
        ['end', { rows: 2 }],
      ],
      1,
    ],
    ['no end', [['uses', { phrase: 'x', count: 1 }]], 1],
    [
      'rows behind the end',
      [
        ['end', { rows: 0 }],
        ['uses', { phrase: 'x', count: 1 }],
      ],
      0,
    ],
    [
      'a table that there is not',
      [
        ['passwords', { id: 'x' }],
        ['end', { rows: 1 }],
      ],
      0,
    ],
    [
      'a row without its key',
      [
        ['holds', { reason: 'x' }],
        ['end', { rows: 1 }],
      ],
      0,
    ],
    ['what is no row', ['hello', ['end', { rows: 1 }]], 0],
  ])('%s', async (_, all, row) => {
    const { desk, name } = await start();
    const before = await contents(name);
    const restored = await desk.backup.restore(await lines(...all), watch());
    expect(restored).toMatchObject({ ok: false, refusal: { reason: 'damaged', row } });
    expect(await contents(name)).toEqual(before);
  });

  test('one that is stopped, or cut off while it is put in', async () => {
    const one = await start();
    await fill(one);
    const file = await write(one.desk);
    const other = await start();
    const before = await contents(other.name);
    const stopping = new AbortController();
    const stopped = await other.desk.backup.restore(file, {
      signal: stopping.signal,
      onRows: () => stopping.abort(),
    });
    expect(stopped).toMatchObject({ ok: false, refusal: { reason: 'interrupted' } });
    expect(await contents(other.name)).toEqual(before);
  });

  test('one whose rows another window took away meanwhile', async () => {
    const one = await start();
    await fill(one);
    const other = await start();
    const second = await start(other.name);
    const before = await contents(other.name);
    const file = await write(one.desk);
    // The other window begins at every step of this one.
    const wipe = { ...watch(), onRows: () => void second.desk.backup.tidy() };
    const restored = await other.desk.backup.restore(file, wipe);
    expect(restored).toMatchObject({ ok: false, refusal: { reason: 'interrupted' } });
    expect(await contents(other.name)).toEqual(before);
  });
});

test('a sealed file shows nothing of what is in it', async () => {
  const one = await start();
  await fill(one);
  const text = await (await write(one.desk, 'secret')).text();
  expect(text).toContain('composure-backup');
  expect(text).not.toMatch(/Dana|never came/);
});

test('what lies outside the log goes along, and comes back as it was', async () => {
  const one = await start();
  const extras = { settings: { language: 'zh-CN' }, taught: [] };
  const stream = await one.desk.backup.write({ ...watch(), extras });
  const restored = await one.desk.backup.restore(await new Response(stream).blob(), watch());
  expect(restored).toMatchObject({ ok: true, extras });
});

test('writing can be stopped', async () => {
  const one = await start();
  await fill(one);
  const stream = await one.desk.backup.write({ signal: AbortSignal.abort(), onRows: () => {} });
  await expect(new Response(stream).blob()).rejects.toThrow();
});
