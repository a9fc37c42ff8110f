import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packSchemaText } from '../../lib/domain/pack-schema';
import { packFile } from './small-pack';

const root = path.join(import.meta.dirname, '../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'composure-packs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, text);
  return place;
}

/** What `npm run pack` says, and the code it ends with. */
function runPack(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile('node', ['tests/support/pack.mjs', ...args], { cwd: root }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

test('the published schema is the one that reads packs; npm run pack -- schema writes it', () => {
  const published = readFileSync(path.join(root, 'public/pack.schema.json'), 'utf8');
  expect(published).toBe(packSchemaText());
});

test('the built-in packs pass the same check as anyone’s', async () => {
  const { code, out } = await runPack('check', 'public/packs/en.json', 'public/packs/zh-cn.json');
  expect(out).toContain('built-in.en');
  expect(out).toContain('built-in.zh-cn');
  expect(out).not.toContain('note:');
  expect(code).toBe(0);
});

test('faults are told with file and line, the next file is looked at, and the end is 1', async () => {
  const bad = file('bad.json', packFile({ version: '1' }));
  const good = file('good.json', packFile());
  const { code, out, err } = await runPack('check', bad, good);
  expect(err).toContain(`${bad}:4: Line 4, version: A version is three numbers`);
  expect(out).toContain(`${good}: team.north 1.0.0, 1 phrases, fine`);
  expect(code).toBe(1);
});

test('a pack is signed in its file; one that was changed since is told', async () => {
  const pack = file('signed.json', packFile());
  const key = path.join(folder, 'key.json');
  const signed = await runPack('sign', pack, '--key', key);
  expect([signed.code, signed.out]).toEqual([0, expect.stringContaining('signed with the key')]);
  expect((await runPack('check', pack)).code).toBe(0);
  writeFileSync(pack, readFileSync(pack, 'utf8').replace('North here', 'South here'));
  const { code, err } = await runPack('check', pack);
  expect([code, err]).toEqual([1, expect.stringContaining('the signature does not fit')]);
  const page = file('page.html', '<html>');
  expect((await runPack('sign', page, '--key', key)).code).toBe(1);
});

test('what cannot be read, and nothing asked for, end with 2', async () => {
  const nowhere = await runPack('check', path.join(folder, 'nowhere.json'));
  expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('nowhere.json')]);
  const nothing = await runPack();
  expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('check FILE')]);
});
