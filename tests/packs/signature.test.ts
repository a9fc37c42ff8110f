import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signatureFault, signerOf, textToSign } from '../../lib/domain/pack-signature';
import { readPack } from '../../lib/domain/read-pack';
import { signPack } from '../support/sign-pack.mjs';
import { packFile } from './small-pack';

const { subtle } = crypto;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'composure-keys-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const sign = (text: string, by = 'kim') =>
  signPack(text, path.join(folder, `${by}.json`), textToSign);
/** The whole signature as it stands in the file. */
const hand = (text: string) => JSON.parse(text).signature.value as string;

test('a pack that was signed is a pack, and says by whom; its key lies in a file of its own', async () => {
  const { text, key } = await sign(packFile());
  expect(readPack(text)).toMatchObject({ ok: true });
  expect(await signerOf(text, subtle)).toEqual({ is: 'signed', key });
  expect(statSync(path.join(folder, 'kim.json')).mode & 0o77).toBe(0);
});

test('what stands around the signature stays byte by byte, and signing again changes nothing', async () => {
  const odd = packFile().replaceAll('  ', '\t').replace('"North"', '"N\\u00f6rth é"');
  const { text } = await sign(`${odd}\n\n`);
  expect(text.startsWith(odd.slice(0, -2))).toBe(true);
  expect(text.endsWith('}\n\n')).toBe(true);
  expect((await sign(text)).text).toBe(text);
});

test('another letter anywhere and it is not what was signed', async () => {
  const { text } = await sign(packFile());
  const spoiled = [
    text.replace('North here', 'North hers'),
    text.replace('1.0.0', '1.0.1'),
    text.replace('"format": 1', '"format":  1'),
    `${text}\n`,
    text.replace(hand(text), `${hand(text).startsWith('A') ? 'B' : 'A'}${hand(text).slice(1)}`),
    (await sign(packFile({ title: 'South' }))).text.replace('South', 'North!'),
  ];
  for (const each of spoiled) expect(await signerOf(each, subtle)).toEqual({ is: 'bad' });
});

test('without a signature nobody is said to have signed', async () => {
  expect(await signerOf(packFile(), subtle)).toEqual({ is: 'unsigned' });
  expect(await signerOf('<html>', subtle)).toEqual({ is: 'unsigned' });
});

test('a browser that does not know the kind of signature says so', async () => {
  const old = {
    importKey: () => Promise.reject(new DOMException('Unknown.', 'NotSupportedError')),
    verify: () => Promise.resolve(false),
  } as unknown as SubtleCrypto; // Nothing else of it is asked for.
  expect(await signerOf((await sign(packFile())).text, old)).toEqual({ is: 'unchecked' });
});

describe('once a key is known', () => {
  const known = 'known';
  test.each([
    ['the same key may go on', { is: 'signed', key: known }, known, undefined],
    ['another may not', { is: 'signed', key: 'other' }, known, 'another-key'],
    ['nobody may leave it out', { is: 'unsigned' }, known, 'unsigned'],
    ['nor spoil it', { is: 'bad' }, known, 'bad-signature'],
    ['what cannot be checked is not taken', { is: 'unchecked' }, known, 'no-ed25519'],
    ['before that anyone may begin', { is: 'signed', key: known }, undefined, undefined],
    ['with none as well', { is: 'unsigned' }, undefined, undefined],
    ['but not with a spoiled one', { is: 'bad' }, undefined, 'bad-signature'],
  ] as const)('%s', (_, signer, pinned, fault) => {
    expect(signatureFault(signer, pinned)).toBe(fault);
  });
});
