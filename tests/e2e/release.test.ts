// What is uploaded: the same package wherever it is made, from its sources alone, with the licences of all in it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';

const root = path.join(import.meta.dirname, '../..');
const sources = ['components', 'entrypoints', 'lib', 'public', 'tests'];
const files = [
  'LICENSE',
  'README.md',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'wxt.config.ts',
];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'composure-release-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function runWxt(place: string, ...args: string[]) {
  const bin = path.join(root, 'node_modules/.bin/wxt');
  // A test's own NODE_ENV would make a build for development, which names the folder.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(bin, args, { cwd: place, env, encoding: 'utf8', stdio: 'pipe' });
}

/** A place of its own beside the same installed packages. */
function placeFor(name: string): string {
  const place = path.join(folder, name);
  mkdirSync(place);
  symlinkSync(path.join(root, 'node_modules'), path.join(place, 'node_modules'));
  return place;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Each file of a build with its digest. */
function digestsIn(place: string, build: string): string[] {
  const output = path.join(place, '.output', build);
  return readdirSync(output, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
      return `${path.relative(output, file)} ${digest}`;
    })
    .toSorted();
}

const zipIn = (place: string, ending: string) => {
  const output = path.join(place, '.output');
  const name = readdirSync(output).find((file) => file.endsWith(`${ending}.zip`)) ?? '';
  return readFileSync(path.join(output, name));
};

test('the source package makes, anywhere, the very package that is uploaded with it', () => {
  const tree = placeFor('tree');
  for (const file of [...sources, ...files])
    cpSync(path.join(root, file), path.join(tree, file), { recursive: true });
  runWxt(tree, 'zip', '-b', 'firefox');
  expect(digestsIn(tree, 'firefox-mv3')).toEqual(digestsIn(root, 'firefox-mv3'));

  const unpacked = placeFor('unpacked-elsewhere');
  for (const [name, bytes] of Object.entries(unzipSync(zipIn(tree, 'sources')))) {
    const file = path.join(unpacked, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  runWxt(unpacked, 'zip', '-b', 'firefox');
  expect(zipIn(unpacked, 'firefox').equals(zipIn(tree, 'firefox'))).toBe(true);

  const versionSchema = z.looseObject({ version: z.string() });
  const { version } = versionSchema.parse(read(path.join(root, 'package.json')));
  const manifest = unzipSync(zipIn(tree, 'firefox'))['manifest.json'];
  expect(JSON.parse(new TextDecoder().decode(manifest))).toMatchObject({ version });
}, 120_000);

test('the licence of all that is bundled comes with it', () => {
  const notices = readFileSync(path.join(root, '.output/chrome-mv3/licences.txt'), 'utf8');
  const bundled = [
    'Composure',
    'preact ',
    'dexie ',
    'zod ',
    'papaparse ',
    'pinyin-pro ',
    'opencc-js ',
  ];
  for (const name of bundled) expect(notices).toMatch(new RegExp(`^${name}`, 'm'));
  for (const line of ['Copyright (c) 2015-present Jason Miller', 'Apache License'])
    expect(notices).toContain(line);
});
