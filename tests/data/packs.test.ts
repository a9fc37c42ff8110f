import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { openMemory } from '../../lib/data/memory';
import type { KeptPack } from '../../lib/domain/kept-pack';
import type { PackSummary } from '../../lib/domain/pack-summary';

let time = 1_000;

async function open(name = `packs-${crypto.randomUUID()}`) {
  const opened = await openMemory({ now: () => time, createId: () => 'x', indexedDB, name });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.memory.packs;
}

const summary = (id: string, version = '1.0.0'): PackSummary => ({
  id,
  version,
  title: id,
  language: 'en',
  authors: [],
  licence: '',
  counts: { phrases: 1, rewrites: 0, cues: 0, refusals: 0, procedures: 0 },
});
const taken = (id: string, version = '1.0.0', url?: string) => ({
  summary: summary(id, version),
  text: `text of ${id} ${version}`,
  digest: `${id} ${version}`,
  ...(url !== undefined && { source: { url, etag: `"${version}"` } }),
});
const ids = (rows: readonly KeptPack[]) => rows.map(({ id }) => id);

async function rowOf(packs: Awaited<ReturnType<typeof open>>, id: string): Promise<KeptPack> {
  const row = (await packs.all()).find((each) => each.id === id);
  if (!row) throw new Error(`${id} is not there.`);
  return row;
}

test('a new pack is off; a newer version of it stays as it was, in its place', async () => {
  const packs = await open();
  await packs.take(taken('a'));
  await packs.take(taken('b'));
  expect((await packs.all()).map(({ id, enabled }) => [id, enabled])).toEqual([
    ['a', false],
    ['b', false],
  ]);
  await packs.setEnabled('a', true);
  await packs.take(taken('a', '1.1.0'));
  const [row] = await packs.all();
  expect(row).toMatchObject({ id: 'a', enabled: true, version: '1.1.0', digest: 'a 1.1.0' });
  expect(row && (await packs.textOf(row))).toBe('text of a 1.1.0');
});

test('the team’s lie below the agent’s own; neighbours of a layer change places', async () => {
  const packs = await open();
  for (const id of ['a', 'b', 'c']) await packs.take(taken(id));
  await packs.setLayer('a', 'personal');
  expect(ids(await packs.all())).toEqual(['b', 'c', 'a']);
  await packs.move('b', 1);
  await packs.move('b', 1);
  expect(ids(await packs.all())).toEqual(['c', 'b', 'a']);
  await packs.move('b', -1);
  expect(ids(await packs.all())).toEqual(['b', 'c', 'a']);
});

test('the five versions before the one in use stay, and each can be gone back to', async () => {
  const packs = await open();
  for (let minor = 0; minor < 8; minor++) await packs.take(taken('a', `1.${minor}.0`));
  const before = await packs.versions(await rowOf(packs, 'a'));
  expect(before.map(({ version }) => version)).toEqual([
    '1.6.0',
    '1.5.0',
    '1.4.0',
    '1.3.0',
    '1.2.0',
  ]);
  const back = before.find(({ version }) => version === '1.4.0');
  await packs.goBack(back?.n ?? 0, summary('a', '1.4.0'));
  const row = await rowOf(packs, 'a');
  expect([row.version, row.digest, await packs.textOf(row)]).toEqual([
    '1.4.0',
    'a 1.4.0',
    'text of a 1.4.0',
  ]);
  const now = await packs.versions(row);
  expect(now.map(({ version }) => version)).toEqual(['1.7.0', '1.6.0', '1.5.0', '1.3.0', '1.2.0']);
});

test('what is removed comes back whole, unless another has come meanwhile', async () => {
  const packs = await open();
  await packs.take(taken('a'));
  await packs.take(taken('a', '2.0.0'));
  await packs.setEnabled('a', true);
  const before = await packs.all();
  const removed = await packs.remove('a');
  expect(await packs.all()).toEqual([]);
  if (!removed) throw new Error('Nothing was removed.');
  await packs.restore(removed);
  expect(await packs.all()).toEqual(before);
  expect(await packs.versions(await rowOf(packs, 'a'))).toHaveLength(1);
  await packs.remove('a');
  await packs.take(taken('a', '3.0.0'));
  await packs.restore(removed);
  expect((await rowOf(packs, 'a')).version).toBe('3.0.0');
});

describe('an address', () => {
  const url = 'https://team.example/pack.json';
  const offer = (version: string) =>
    ({ is: 'offer', version, digest: `a ${version}`, text: 'new', etag: `"${version}"` }) as const;

  test('what it offers waits, is taken, and then is nothing new any more', async () => {
    const packs = await open();
    await packs.take(taken('a', '1.0.0', url));
    time = 2_000;
    await packs.noteLook('a', offer('1.1.0'));
    expect((await rowOf(packs, 'a')).source).toEqual({
      url,
      etag: '"1.1.0"',
      lookedAt: 2_000,
      offered: '1.1.0',
    });
    expect((await rowOf(packs, 'a')).version).toBe('1.0.0');
    expect((await packs.offer('a'))?.text).toBe('new');
    await packs.take(taken('a', '1.1.0', url));
    expect((await rowOf(packs, 'a')).source).toEqual({ url, etag: '"1.1.0"', lookedAt: 2_000 });
    expect(await packs.offer('a')).toBeUndefined();
  });

  test('a failure is told until a look goes well, and what was offered before it waits on', async () => {
    const packs = await open();
    await packs.take(taken('a', '1.0.0', url));
    await packs.noteLook('a', offer('1.1.0'));
    await packs.noteLook('a', { is: 'failed', why: 'status', what: '404' });
    const { source } = await rowOf(packs, 'a');
    expect([source?.failed, source?.offered]).toEqual([{ why: 'status', what: '404' }, '1.1.0']);
    await packs.noteLook('a', { is: 'same' });
    expect((await rowOf(packs, 'a')).source?.failed).toBeUndefined();
  });

  test('a version that was declined, or gone back from, is known as such', async () => {
    const packs = await open();
    await packs.take(taken('a', '1.0.0', url));
    await packs.noteLook('a', offer('1.1.0'));
    await packs.decline('a', 'a 1.1.0');
    const declined = (await rowOf(packs, 'a')).source;
    expect([declined?.offered, declined?.declined]).toEqual([undefined, 'a 1.1.0']);
    await packs.take(taken('a', '2.0.0', url));
    const [first] = await packs.versions(await rowOf(packs, 'a'));
    await packs.goBack(first?.n ?? 0, summary('a'));
    expect((await rowOf(packs, 'a')).source).toEqual({ url, declined: 'a 2.0.0' });
  });

  test('another file by hand keeps the address, and forgets what the server calls its own', async () => {
    const packs = await open();
    await packs.take(taken('a', '1.0.0', url));
    await packs.take(taken('a', '1.0.1'));
    expect((await rowOf(packs, 'a')).source).toEqual({ url });
  });
});

test('data of version 6 is there, and packs can be kept beside it', async () => {
  const name = `packs-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(6).stores({
    conversations: 'id, &key, startedAt, waiting.since',
    events: '[conversationId+n], [conversationId+event.messageKey]',
    holds: 'id, dueAt, openSince, conversationId',
    complaints: 'id, &number, savedAt, conversationId',
    uses: 'phrase',
    promises: 'id, dueAt, conversationId',
    hints: 'rule',
    outbox: 'id, state, queuedAt',
    outboxHosts: 'host',
  });
  await old.table('uses').add({ phrase: 'sorry', count: 3 });
  old.close();
  const packs = await open(name);
  await packs.take(taken('a'));
  expect(ids(await packs.all())).toEqual(['a']);
  const still = new Dexie(name);
  await still.open();
  expect(await still.table('uses').get('sorry')).toEqual({ phrase: 'sorry', count: 3 });
  still.close();
});

test('what the organisation’s policy has locked is on and stays in its place; without the policy it is as any other', async () => {
  const packs = await open();
  await packs.take(taken('a'));
  await packs.take(taken('b'));
  await packs.setPolicy('a', { locked: true });
  await packs.setEnabled('a', false);
  await packs.setLayer('a', 'personal');
  await packs.move('a', 1);
  expect(await packs.remove('a')).toBeUndefined();
  await packs.take(taken('a', '1.1.0'));
  const [a] = await packs.all();
  expect(a).toMatchObject({
    id: 'a',
    layer: 'team',
    enabled: true,
    version: '1.1.0',
    policy: { locked: true },
  });
  await packs.setPolicy('a', undefined);
  await packs.setEnabled('a', false);
  expect(await rowOf(packs, 'a')).not.toHaveProperty('policy');
  expect(await rowOf(packs, 'a')).toMatchObject({ enabled: false });
});
