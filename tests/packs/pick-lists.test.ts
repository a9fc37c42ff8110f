import { expect, test } from 'vitest';
import { preparePacks } from '../../lib/domain/prepared-packs';
import { layerPacks } from '../../lib/domain/pack-layers';
import { readPack } from '../../lib/domain/read-pack';
import { loadPickLists, pickListsOf } from '../../lib/packs/pick-lists';
import type { PackWorld } from '../../lib/packs/load-packs';
import { builtInPacks } from '../support/built-in-packs';
import { keptPack, packFile, simplified, smallPack } from './small-pack';

const north = packFile({
  categories: [{ id: 'vans', title: 'Vans' }],
  lists: [{ for: 'department', options: ['Billing', 'Returns'] }],
});
const [english = '', chinese = ''] = builtInPacks.map((pack) => JSON.stringify(pack));
const read = async (file: string) =>
  file === '/packs/en.json' ? english : file === '/packs/zh-cn.json' ? chinese : 'stamp';
const world: PackWorld = {
  read,
  prepare: async (texts) => preparePacks(texts),
  recall: async () => undefined,
  keep: async () => {},
  pause: async () => {},
  today: () => '2026-11-22',
  script: simplified,
};
const keptOf = (enabled: boolean) => ({
  all: async () => [keptPack('team.north', { enabled })],
  textOf: async () => north,
});
const never = async (): Promise<PackWorld> => {
  throw new Error('Nothing needs to be prepared.');
};

test('the highest pack has the list of a field; categories of all stand in their order', () => {
  const lower = smallPack({
    id: 'team.low',
    lists: [
      { for: 'department', options: ['Old'] },
      { for: 'cause', options: ['Carrier'] },
    ],
  });
  const higher = smallPack({ lists: [{ for: 'department', options: ['New'] }] });
  const { packs } = layerPacks([], [lower, higher]);
  expect(pickListsOf(packs, 'en').lists).toEqual({ department: ['New'], cause: ['Carrier'] });
  expect(pickListsOf(packs, 'zh-CN').lists).toEqual({});
});

test('packs that are switched on bring theirs into the Desk; without any, nothing is prepared', async () => {
  const on = await loadPickLists({ read, world: async () => world, kept: keptOf(true) }, 'en');
  expect(on.lists).toEqual({ department: ['Billing', 'Returns'] });
  expect(on.categories.map(({ id }) => id)).toEqual(expect.arrayContaining(['vans', 'delivery']));
  const off = await loadPickLists({ read, world: never, kept: keptOf(false) }, 'en');
  expect(off.lists).toEqual({});
  expect(off.categories.map(({ id }) => id)).not.toContain('vans');
  const none = await loadPickLists({ read, world: never, kept: undefined }, 'zh-CN');
  expect(none.categories[0]?.title).toBe('配送物流');
});

test('a field has one list in a pack', () => {
  const list = { for: 'cause', options: ['Carrier'] };
  const twice = readPack(packFile({ lists: [list, list] }));
  expect(twice.ok ? [] : twice.faults.map(({ path, why }) => [path, why])).toEqual([
    [['lists', 1, 'for'], 'twice'],
  ]);
});
