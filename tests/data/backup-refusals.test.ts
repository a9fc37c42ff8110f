// Backups that are none, are damaged, or are stopped half-way: the log is as it was.
import { describe, expect, test } from 'vitest';
import { contents, fill, form, origin, start, watch, write } from './backup-world';

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

  test.each([{ version: 3 }, { schema: 99 }])('one of a newer version: %j', async (change) => {
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

  test.each([
    ['read', 1],
    ['put in', 2],
  ])('one that is stopped while it is %s', async (_, times) => {
    const one = await start();
    await fill(one);
    const file = await write(one.desk);
    const other = await start();
    const before = await contents(other.name);
    const stopping = new AbortController();
    let called = 0;
    const onRows = () => {
      if (++called === times) stopping.abort();
    };
    const options = { signal: stopping.signal, onRows };
    const stopped = await other.desk.backup.restore(file, options);
    expect(called).toBe(times);
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
