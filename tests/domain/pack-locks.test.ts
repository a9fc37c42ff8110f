// What a pack has locked stays as it says it, whatever a pack above it wants.
import { expect, test } from 'vitest';
import type { Pack } from '../../lib/domain/pack';
import { layerPacks } from '../../lib/domain/pack-layers';
import { procedureFor } from '../../lib/domain/safety';
import { readPack } from '../../lib/domain/read-pack';
import { packFile, smallPack } from '../packs/small-pack';

const phrase = (id: string, text: string, replaces?: string[]) => ({
  id,
  text,
  places: ['greet' as const],
  ...(replaces && { replaces }),
});
const procedure = (id: string, title: string) => ({
  id,
  title,
  threat: 'threat.legal' as const,
  steps: ['Stay calm.'],
  say: 'I hear you.',
});
const team = (locks: Pack['locks']) =>
  smallPack({
    phrases: [phrase('one', 'One.'), phrase('two', 'Two.')],
    procedures: [procedure('legal', 'As the team does')],
    ...(locks && { locks }),
  });
const own = smallPack({
  id: 'my.own',
  phrases: [phrase('one', 'Mine.'), phrase('other', 'Other.', ['two'])],
  procedures: [procedure('mine', 'As I do')],
  hides: { phrases: ['two'] },
});

const phrases = (packs: readonly Pack[]) =>
  packs.flatMap((pack) => pack.phrases.map((p) => p.text));
const readers = { agent: 'en', customer: 'en' } as const;

test('without locks the personal pack has its way', () => {
  const { packs } = layerPacks([], [team(undefined), own]);
  expect(phrases(packs)).toEqual(['Mine.', 'Other.']);
  expect(procedureFor(packs, 'threat.legal', readers)?.title).toBe('As I do');
});

test('what is locked by its id is neither replaced nor hidden, and each claim is told', () => {
  const { packs, conflicts } = layerPacks([], [team({ phrases: ['two'] }), own]);
  expect(phrases(packs)).toEqual(['Mine.', 'Other.', 'Two.']);
  expect(conflicts.map(({ is, id, pack, other }) => [is, id, pack, other])).toEqual([
    ['locked', 'two', 'my.own', 'team.north'],
    ['same-id', 'one', 'my.own', 'team.north'],
  ]);
});

test('what is not locked may still be hidden, of every kind', () => {
  const below = smallPack({
    phrases: [phrase('one', 'One.'), phrase('two', 'Two.')],
    procedures: [procedure('legal', 'As the team does')],
    rewrites: [
      { id: 'held', rule: 'W3', words: ['lamp 7'], to: [] },
      { id: 'free', rule: 'W3', words: ['lamp 8'], to: [] },
    ],
    locks: { rewrites: ['held'] },
  });
  const above = { ...own, hides: { phrases: ['two'], rewrites: ['held', 'free'] } };
  const { packs, conflicts } = layerPacks([], [below, above]);
  expect(packs.flatMap(({ rewrites = [] }) => rewrites.map(({ id }) => id))).toEqual(['held']);
  expect(phrases(packs)).toEqual(['Mine.', 'Other.']);
  expect(conflicts.filter(({ is }) => is === 'locked').map(({ kind, id }) => [kind, id])).toEqual([
    ['rewrites', 'held'],
  ]);
  const { hides: _, ...silent } = own;
  expect(phrases(layerPacks([], [below, silent]).packs)).toEqual(['Mine.', 'Other.']);
});

test('a lock names its own kind: a phrase of the same id is free', () => {
  const below = smallPack({
    phrases: [phrase('one', 'One.')],
    rewrites: [{ id: 'one', rule: 'W3', words: ['lamp 7'], to: [] }],
    locks: { rewrites: ['one'] },
  });
  const { packs } = layerPacks([], [below, own]);
  expect(phrases(packs)).toEqual(['Mine.', 'Other.']);
});

test('a whole kind can be locked; what is new beside it goes on', () => {
  const { packs } = layerPacks([], [team({ phrases: true }), own]);
  expect(phrases(packs)).toEqual(['Other.', 'One.', 'Two.']);
});

test('a locked procedure is the one that is read, whatever another one is called', () => {
  const { packs, conflicts } = layerPacks([], [team({ procedures: true }), own]);
  expect(procedureFor(packs, 'threat.legal', readers)?.title).toBe('As the team does');
  expect(conflicts).toContainEqual({
    is: 'locked',
    kind: 'procedures',
    id: 'mine',
    pack: 'my.own',
    other: 'team.north',
  });
});

test('a pack below cannot be held by one above, and nobody locks what is not their own', () => {
  const { packs } = layerPacks([], [team(undefined), { ...own, locks: { phrases: true } }]);
  expect(phrases(packs)).toEqual(['Mine.', 'Other.']);
  const read = readPack(packFile({ locks: { phrases: ['team.hello', 'gone'] } }));
  expect(read.ok ? [] : read.faults.map(({ path, why }) => [path, why])).toEqual([
    [['locks', 'phrases', 1], 'not-own'],
  ]);
});
