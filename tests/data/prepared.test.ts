import { expect, test } from 'vitest';
import { createPreparedShelf } from '../../lib/data/prepared';
import type { PreparedPacks } from '../../lib/domain/prepared-packs';

const prepared = (byte: number): PreparedPacks => ({
  packs: '[]',
  compiled: new Uint8Array([byte, 2, 3]).buffer,
});
const firstByte = (kept: PreparedPacks | undefined) => kept && new Uint8Array(kept.compiled)[0];
const newName = () => `test-${crypto.randomUUID()}`;

test('what is kept is there in the next opening, under its own key alone', async () => {
  const name = newName();
  await createPreparedShelf(indexedDB, name).keep('a', prepared(7));
  const later = createPreparedShelf(indexedDB, name);
  expect(firstByte(await later.recall('a'))).toBe(7);
  expect(await later.recall('b')).toBeUndefined();
});

test('the next packs take the place of those before', async () => {
  const shelf = createPreparedShelf(indexedDB, newName());
  await shelf.keep('a', prepared(7));
  await shelf.keep('b', prepared(8));
  expect(await shelf.recall('a')).toBeUndefined();
  expect(firstByte(await shelf.recall('b'))).toBe(8);
});

test('where the browser refuses a database, nothing is kept and nothing fails', async () => {
  const refuse = () => {
    throw new DOMException('No databases here.', 'SecurityError');
  };
  const refusing = new Proxy(indexedDB, { get: () => refuse });
  const shelf = createPreparedShelf(refusing, newName());
  await shelf.keep('a', prepared(7));
  expect(await shelf.recall('a')).toBeUndefined();
});
