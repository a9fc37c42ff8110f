import { describe, expect, test } from 'vitest';
import type { Pack } from '../../lib/domain/pack';
import { layerPacks } from '../../lib/domain/pack-layers';
import { smallPack } from '../packs/small-pack';

const phrase = (id: string, more: Partial<Pack['phrases'][number]> = {}) => ({
  id,
  text: `Says ${id}.`,
  places: ['greet' as const],
  ...more,
});
const below = smallPack({
  id: 'built-in.en',
  phrases: [phrase('one'), phrase('two'), phrase('three')],
  rewrites: [{ id: 'one', rule: 'W3', words: ['must'], to: [] }],
});
const chinese = smallPack({ id: 'built-in.zh-cn', language: 'zh-CN', phrases: [phrase('one')] });
const phrasesOf = (packs: readonly Pack[]) =>
  packs.map(({ id, phrases }) => [id, ...phrases.map((each) => each.id)].join(' '));

test('without others the built-in packs stand as they are, in their order', () => {
  expect(phrasesOf(layerPacks([below, chinese], []).packs)).toEqual([
    'built-in.en one two three',
    'built-in.zh-cn one',
  ]);
});

test('the highest comes first; what it has, replaces or hides is gone below, in its language and kind alone', () => {
  const team = smallPack({
    phrases: [phrase('one'), phrase('mine', { replaces: ['two'] })],
    hides: { phrases: ['three'] },
  });
  const { packs, conflicts } = layerPacks([below, chinese], [team]);
  expect(phrasesOf(packs)).toEqual(['team.north one mine', 'built-in.en', 'built-in.zh-cn one']);
  expect(packs[1]?.rewrites).toHaveLength(1);
  expect(conflicts).toEqual([]);
});

describe('what is at odds is told', () => {
  const south = smallPack({ id: 'team.south', phrases: [phrase('ours'), phrase('one')] });

  test('two packs with one id: the higher one has it', () => {
    const north = smallPack({ phrases: [phrase('ours')] });
    const { packs, conflicts } = layerPacks([below], [south, north]);
    expect(phrasesOf(packs)).toEqual([
      'team.north ours',
      'team.south one',
      'built-in.en two three',
    ]);
    expect(conflicts).toEqual([
      { is: 'same-id', kind: 'phrases', id: 'ours', pack: 'team.north', other: 'team.south' },
    ]);
  });

  test('not where the higher one says so', () => {
    const north = smallPack({ phrases: [phrase('ours', { replaces: ['ours'] })] });
    expect(layerPacks([below], [south, north]).conflicts).toEqual([]);
  });

  test('a pack that names what is not below it', () => {
    const north = smallPack({ hides: { phrases: ['gone', 'ours'], rewrites: ['one'] } });
    const odds = (added: readonly Pack[]) =>
      layerPacks([below], added).conflicts.map(({ is, id, pack }) => [is, id, pack]);
    expect(odds([south, north])).toEqual([['names-nothing', 'gone', 'team.north']]);
    expect(odds([north, south])).toEqual([
      ['names-nothing', 'gone', 'team.north'],
      ['names-nothing', 'ours', 'team.north'],
    ]);
  });
});
