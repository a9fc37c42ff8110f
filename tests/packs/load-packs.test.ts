import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDraftCheck } from '../../lib/domain/draft-check';
import { createEar } from '../../lib/domain/hear';
import { cuesOf } from '../../lib/domain/heard-cue';
import { packSchema } from '../../lib/domain/pack';
import { openPacks } from '../../lib/domain/open-packs';
import { preparePacks } from '../../lib/domain/prepared-packs';
import type { KeptPacks, PackOrder, PreparedPacks } from '../../lib/domain/prepared-packs';
import { loadPacks } from '../../lib/packs/load-packs';
import type { BuiltInFile } from '../../lib/packs/load-packs';
import { simplified } from './small-pack';

const packText = (id: string, words: string) =>
  JSON.stringify({
    format: 1,
    id,
    version: '1.0.0',
    title: id,
    language: 'en',
    phrases: [],
    cues: [{ means: 'angry', side: 'customer', words: [words] }],
    rewrites: [{ id: 'must', rule: 'W3', words: ['you must'], to: [] }],
  });

function createWorld() {
  const files: Record<BuiltInFile, string> = {
    '/packs/en.json': packText('en', 'furious'),
    '/packs/zh-cn.json': packText('zh', '生气'),
    '/packs/stamp.txt': 'one',
  };
  let kept: KeptPacks | undefined;
  let prepared = 0;
  return {
    files,
    prepared: () => prepared,
    spoil: (spoiled: (prepared: PreparedPacks) => PreparedPacks) => {
      if (kept) kept = { ...kept, ...spoiled(kept) };
    },
    read: async (file: BuiltInFile) => files[file],
    prepare: async (texts: PackOrder) => {
      prepared += 1;
      return structuredClone(preparePacks(texts));
    },
    recall: async () => kept,
    pause: async () => undefined,
    script: simplified,
    today: () => '2026-11-22',
    keep: async (next: KeptPacks) => {
      kept = structuredClone(next);
    },
  };
}

async function heard(world: ReturnType<typeof createWorld>, text: string) {
  const { ear, check, packs } = await loadPacks(world, []);
  return {
    packs: packs.map(({ id }) => id),
    means: ear({ side: 'customer', text }).map(({ means }) => means),
    flags: check(text).map(({ id }) => id),
  };
}
const all = { packs: ['en', 'zh'], means: ['angry'], flags: ['en:must'] };

test('packs are prepared once, and opened as they were kept from then on', async () => {
  const world = createWorld();
  expect(await heard(world, 'I am furious, you must act')).toEqual(all);
  expect(await heard(world, '你must！我很生气, you must')).toEqual(all);
  expect(world.prepared()).toBe(1);
});

test('packs of another stamp are prepared anew', async () => {
  const world = createWorld();
  await loadPacks(world, []);
  world.files['/packs/en.json'] = packText('en', 'livid');
  world.files['/packs/stamp.txt'] = 'two';
  await loadPacks(world, []);
  expect(world.prepared()).toBe(2);
  expect(await heard(world, 'I am livid, you must act')).toEqual(all);
  expect(world.prepared()).toBe(2);
});

test('what was kept is opened without reading the packs again', async () => {
  const world = createWorld();
  await loadPacks(world, []);
  const asked: string[] = [];
  const read = async (file: BuiltInFile) => {
    asked.push(file);
    return world.read(file);
  };
  await loadPacks({ ...world, read }, []);
  expect(asked).toEqual(['/packs/stamp.txt']);
});

test.each([
  ['a damaged byte', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 400 ? ~byte : byte))],
  ['half of it', (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
  ['something else', () => new Uint8Array(64)],
])('where %s was kept, it is prepared anew', async (_, spoil) => {
  const world = createWorld();
  await loadPacks(world, []);
  world.spoil(({ packs, compiled }) => ({
    packs,
    compiled: Uint8Array.from(spoil(new Uint8Array(compiled))).buffer,
  }));
  expect(await heard(world, 'I am furious, you must act')).toEqual(all);
  expect(world.prepared()).toBe(2);
  await loadPacks(world, []);
  expect(world.prepared()).toBe(2);
});

test('where nothing can be kept, packs work all the same', async () => {
  const world = { ...createWorld(), recall: async () => undefined, keep: async () => undefined };
  await loadPacks(world, []);
  expect(await heard(world, 'I am furious, you must act')).toEqual(all);
  expect(world.prepared()).toBe(2);
});

test('what is no pack is refused', async () => {
  const world = createWorld();
  world.files['/packs/en.json'] = packText('en', '(open');
  await expect(loadPacks(world, [])).rejects.toThrow('find-never-closed');
});

test('one matcher for cues and rewrites finds what one for each of them finds', () => {
  const texts = ['en', 'zh-cn'].map((name) =>
    readFileSync(new URL(`../../public/packs/${name}.json`, import.meta.url), 'utf8'),
  );
  const result = openPacks(preparePacks({ builtIn: texts, added: [] }), '2026-11-22');
  if (!result.ok) throw new Error(result.reason);
  const packs = texts.map((text) => packSchema.parse(JSON.parse(text)));
  const ear = createEar(cuesOf(packs));
  const check = createDraftCheck(packs);
  const said = packs.flatMap(({ phrases, rewrites = [] }) => [
    ...phrases.map(({ text }) => text),
    ...rewrites.flatMap(({ words }) => words),
  ]);
  expect(said.length).toBeGreaterThan(500);
  expect(said.flatMap((text) => check(text)).length).toBeGreaterThan(100);
  for (const text of said) {
    expect(result.open.check(text)).toEqual(check(text));
    for (const side of ['agent', 'customer'] as const)
      expect(result.open.ear({ side, text })).toEqual(ear({ side, text }));
  }
});

test('what was kept in other characters is prepared anew', async () => {
  const world = createWorld();
  await loadPacks(world, []);
  await loadPacks({ ...world, script: { ...simplified, value: 'tw' } }, []);
  await loadPacks({ ...world, script: { ...simplified, value: 'tw' } }, []);
  expect(world.prepared()).toBe(2);
});
