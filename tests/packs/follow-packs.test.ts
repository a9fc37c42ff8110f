import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import type { ChineseScript } from '../../lib/domain/chinese-script';
import type { KeptPack } from '../../lib/domain/kept-pack';
import type { OpenPacks } from '../../lib/domain/open-packs';
import { preparePacks } from '../../lib/domain/prepared-packs';
import type { PackOrder } from '../../lib/domain/prepared-packs';
import { followPacks } from '../../lib/packs/follow-packs';
import { until } from '../support/until.mjs';
import { keptPack, packFile, simplified } from './small-pack';

const builtIn = (id: string) => packFile({ id: `built-in.${id}`, phrases: [] });

function createWorld() {
  const prepared: PackOrder[] = [];
  const world = {
    read: async (file: string) => (file.endsWith('.txt') ? 'stamp' : builtIn(file.slice(7, 9))),
    prepare: async (texts: PackOrder) => {
      prepared.push(texts);
      return preparePacks(texts);
    },
    recall: async () => undefined,
    keep: async () => undefined,
    pause: async () => undefined,
    script: simplified,
    today: () => '2026-11-22',
  };
  let tell: (rows: KeptPack[]) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const kept = {
    watch: () => ({
      subscribe: (next: typeof tell, error: typeof fail) => {
        [tell, fail] = [next, error];
      },
    }),
    textOf: async ({ id }: KeptPack) => {
      if (id === 'team.gone') throw new Error('It is gone.');
      return packFile({ id });
    },
  };
  const used: string[][] = [];
  const use = ({ packs }: OpenPacks) => void used.push(packs.map(({ id }) => id));
  return {
    world,
    kept,
    used,
    use,
    prepared,
    tell: (...rows: KeptPack[]) => tell(rows),
    fail: () => fail(new Error('No disk.')),
  };
}

const row = (id: string, enabled = true) => keptPack(id, { enabled });
const alone = ['built-in.en', 'built-in.zh'];

test('without a log the built-in packs are in use', async () => {
  const { world, use, used } = createWorld();
  await followPacks(world, undefined, use);
  expect(used).toEqual([alone]);
});

test('a pack is in use as soon as it is switched on, and no longer once it is off', async () => {
  const { world, kept, use, used, prepared, tell } = createWorld();
  const first = followPacks(world, kept, use);
  tell(row('team.north', false));
  await first;
  tell(row('team.north'));
  tell({ ...row('team.north'), title: 'Another title' });
  tell();
  await until('three sets of packs', () => used.length === 3);
  expect(used).toEqual([alone, ['team.north', ...alone], alone]);
  expect(prepared).toHaveLength(3);
});

test('nobody is left without words because a pack, or the log, cannot be read', async () => {
  const complain = vi.spyOn(console, 'error').mockReturnValue();
  const { world, kept, use, used, tell, fail } = createWorld();
  const first = followPacks(world, kept, use);
  tell(row('team.gone'));
  await first;
  fail();
  await until('the built-in packs again', () => used.length === 2);
  expect(used).toEqual([alone, alone]);
  expect(complain).toHaveBeenCalledTimes(2);
  complain.mockRestore();
});

test('Chinese in other characters is in use as soon as it is chosen', async () => {
  const { world, kept, use, prepared, tell } = createWorld();
  const script = signal<ChineseScript>('simplified');
  const first = followPacks({ ...world, script }, kept, use);
  tell();
  await first;
  script.value = 'hk';
  await until('two sets of packs', () => prepared.length === 2);
  expect(prepared.map((order) => order.script)).toEqual(['simplified', 'hk']);
});
