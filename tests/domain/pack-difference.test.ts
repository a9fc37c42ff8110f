import { expect, test } from 'vitest';
import { packDifference } from '../../lib/domain/pack-difference';
import { compareVersions } from '../../lib/domain/pack-summary';
import { builtInPacks } from '../support/built-in-packs';
import { smallPack } from '../packs/small-pack';

const phrase = (id: string, text: string) => ({ id, text, places: ['greet' as const] });
const cue = { means: 'angry' as const, side: 'customer' as const, words: ['livid'] };

test('phrase by phrase: added, changed with both wordings, removed', () => {
  const before = smallPack({
    phrases: [phrase('a', 'One'), phrase('b', 'Two'), phrase('c', 'Three')],
  });
  const after = smallPack({
    phrases: [
      phrase('d', 'Four'),
      phrase('b', 'Twice'),
      { ...phrase('a', 'One'), emotions: ['sad'] },
    ],
  });
  expect(packDifference(before, after)).toEqual([
    { kind: 'phrases', is: 'added', id: 'd', after: 'Four' },
    { kind: 'phrases', is: 'changed', id: 'b', before: 'Two', after: 'Twice' },
    { kind: 'phrases', is: 'changed', id: 'a', before: 'One', after: 'One', also: ['emotions'] },
    { kind: 'phrases', is: 'removed', id: 'c', before: 'Three' },
  ]);
});

test('what has no id, tests, and what the pack says of itself', () => {
  const before = smallPack({ cues: [cue], hides: { phrases: ['a'] } });
  const after = smallPack({
    title: 'North and West',
    cues: [{ ...cue, words: ['furious'] }],
    houseWords: [{ words: 'RMA', plain: 'return number' }],
    tests: { drafts: [] },
  });
  expect(packDifference(before, after).map(({ kind, is, after: now }) => [kind, is, now])).toEqual([
    ['cues', 'added', 'furious'],
    ['cues', 'removed', undefined],
    ['houseWords', 'added', 'return number'],
    ['tests', 'added', '{"drafts":[]}'],
    ['hides', 'removed', undefined],
    ['about', 'changed', 'North and West'],
  ]);
});

test('a new pack adds all of itself; the same again changes nothing', () => {
  const [pack] = builtInPacks;
  if (!pack) throw new Error('There is no built-in pack.');
  const added = packDifference(undefined, pack);
  expect(added.filter(({ kind }) => kind === 'phrases')).toHaveLength(pack.phrases.length);
  expect(added.every(({ is }) => is === 'added')).toBe(true);
  expect(packDifference(pack, structuredClone(pack))).toEqual([]);
});

test.each([
  ['1.0.0', '1.0.0', 0],
  ['1.9.0', '1.10.0', -1],
  ['2.0.0', '1.99.99', 1],
  ['0.0.1', '0.0.2', -1],
])('version %s beside %s', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign);
});
