// Packs that are being written: every change is there again, in its order, whatever was closed meanwhile.
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openMemory } from '../../lib/data/memory';
import type { PackEdit } from '../../lib/domain/pack-document';

async function open(name = `drafts-${crypto.randomUUID()}`) {
  const opened = await openMemory({ now: () => 7, createId: () => 'x', indexedDB, name });
  if (!opened.ok) throw new Error(opened.reason);
  return (await opened.memory.desk()).packDrafts;
}
const titled = (value: string): PackEdit => ({ is: 'about', key: 'title', value });
const added = (edit: PackEdit, after: number, knownDone = after) => ({
  edit,
  after,
  knownDone,
  title: 'T',
});

test('changes follow each other; typing takes the place of the last; what was undone is gone with the next', async () => {
  const drafts = await open();
  const id = await drafts.start('North', '{}');
  expect(await drafts.append(id, added(titled('a'), 0))).toBe(true);
  expect(await drafts.append(id, added(titled('b'), 1))).toBe(true);
  expect(await drafts.append(id, added(titled('bc'), 1, 2))).toBe(true);
  expect(await drafts.open(id)).toMatchObject({
    text: '{}',
    title: 'T',
    done: 2,
    edits: [titled('a'), titled('bc')],
  });
  expect(await drafts.setDone(id, 1, 2)).toBe(true);
  expect((await drafts.open(id))?.edits).toHaveLength(2);
  expect(await drafts.append(id, added(titled('d'), 1))).toBe(true);
  expect(await drafts.open(id)).toMatchObject({ done: 2, edits: [titled('a'), titled('d')] });
});

test('what another tab has changed meanwhile is not overwritten', async () => {
  const drafts = await open();
  const id = await drafts.start('North', '{}');
  await drafts.append(id, added(titled('a'), 0));
  expect(await drafts.append(id, added(titled('mine'), 0))).toBe(false);
  expect(await drafts.setDone(id, 0, 0)).toBe(false);
  expect((await drafts.open(id))?.edits).toEqual([titled('a')]);
});

test('one is removed with its changes alone, and comes back with them', async () => {
  const drafts = await open();
  const [one, other] = [await drafts.start('One', '{}'), await drafts.start('Other', '{}')];
  await drafts.append(one, added(titled('a'), 0));
  await drafts.append(other, added(titled('b'), 0));
  const removed = await drafts.remove(one);
  expect(await drafts.open(one)).toBeUndefined();
  expect((await drafts.open(other))?.edits).toEqual([titled('b')]);
  expect(await drafts.remove(one)).toBeUndefined();
  if (removed) await drafts.restore(removed);
  expect((await drafts.open(one))?.edits).toEqual([titled('a')]);
});

test('data of version 9 is there, and packs can be written beside it', async () => {
  const name = `drafts-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old
    .version(9)
    .stores({ uses: 'phrase', packs: 'id', packTexts: '++n, pack', packOffers: 'pack' });
  await old.table('uses').add({ phrase: 'sorry', count: 3 });
  old.close();
  const drafts = await open(name);
  expect((await drafts.open(await drafts.start('North', '{}')))?.title).toBe('North');
  const still = new Dexie(name);
  await still.open();
  expect(await still.table('uses').get('sorry')).toEqual({ phrase: 'sorry', count: 3 });
  still.close();
});

test('a draft of version 11 is there with its text and its changes', async () => {
  const name = `drafts-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(11).stores({ packDrafts: '++id', packEdits: '[draft+n]' });
  const row = { title: 'North', text: '{"title":"N"}', editedAt: 3, done: 1 };
  const id = Number(await old.table('packDrafts').add(row));
  await old.table('packEdits').add({ draft: id, n: 1, edit: titled('North') });
  old.close();
  const drafts = await open(name);
  expect(await drafts.open(id)).toEqual({ id, ...row, edits: [titled('North')] });
  expect(await drafts.append(id, added(titled('South'), 1))).toBe(true);
  expect(await drafts.open(id)).toMatchObject({ text: row.text, done: 2, title: 'T' });
});
