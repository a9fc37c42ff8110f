import { expect, test } from 'vitest';
import { createPreparedShelf } from '../../lib/data/prepared';
import type { KeptPacks } from '../../lib/domain/prepared-packs';

const prepared = (key: string, byte: number): KeptPacks => ({
  key,
  packs: '[]',
  compiled: new Uint8Array([byte, 2, 3]).buffer,
});
const newName = () => `test-${crypto.randomUUID()}`;

test('what is kept is there in the next opening, with its key', async () => {
  const name = newName();
  await createPreparedShelf(indexedDB, name).keep(prepared('a', 7));
  expect(await createPreparedShelf(indexedDB, name).recall()).toEqual(prepared('a', 7));
});

test('the next packs take the place of those before', async () => {
  const shelf = createPreparedShelf(indexedDB, newName());
  expect(await shelf.recall()).toBeUndefined();
  await shelf.keep(prepared('a', 7));
  await shelf.keep(prepared('b', 8));
  expect(await shelf.recall()).toEqual(prepared('b', 8));
});

test('where the browser refuses a database, nothing is kept and nothing fails', async () => {
  const refuse = () => {
    throw new DOMException('No databases here.', 'SecurityError');
  };
  const refusing = new Proxy(indexedDB, { get: () => refuse });
  const shelf = createPreparedShelf(refusing, newName());
  await shelf.keep(prepared('a', 7));
  expect(await shelf.recall()).toBeUndefined();
});
