import { beforeAll, describe, expect, test } from 'vitest';
import { signatureFault, signerOf, textToSign } from '../../lib/domain/pack-signature';

const { subtle } = crypto;
const base64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64');
type Written = { text: string; key: string };
let sign: (write: (value: string, key: string) => string) => Promise<Written>;

beforeAll(async () => {
  const pair = await subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('It is no pair.');
  const key = base64(await subtle.exportKey('raw', pair.publicKey));
  sign = async (write) => {
    const signed = new TextEncoder().encode(write('', key));
    const value = base64(await subtle.sign('Ed25519', pair.privateKey, signed));
    return { text: write(value, key), key };
  };
});

const shapes: [string, (value: string, key: string) => string][] = [
  [
    'as it is usually written',
    (value, key) =>
      `{\n  "title": "北方",\n  "signature": {\n    "key": "${key}",\n    "value": "${value}"\n  }\n}\n`,
  ],
  [
    'in one line, the value first',
    (value, key) => `{"signature":{"value":"${value}","key":"${key}"},"id":"a"}`,
  ],
  [
    'among other keys and values of the same names',
    (value, key) =>
      `{"value":"no","key":"no","list":[{"signature":{"key":"no","value":"no"}}],"signature" : {"key" :"${key}", "value":  "${value}"}}`,
  ],
];

describe.each(shapes)('a pack %s', (_, write) => {
  test('says who signed it', async () => {
    const { text, key } = await sign(write);
    expect(await signerOf(text, subtle)).toEqual({ is: 'signed', key });
  });

  test('is what was signed but for the value', async () => {
    const { text, key } = await sign(write);
    expect(textToSign(text)).toBe(write('', key));
  });

  test('that changed behind or before its signature is bad', async () => {
    const { text } = await sign(write);
    expect(await signerOf(`${text} `, subtle)).toEqual({ is: 'bad' });
    expect(await signerOf(` ${text}`, subtle)).toEqual({ is: 'bad' });
  });
});

const of = (signature: string) => `{"id":"a","signature":${signature}}`;

describe('a signature', () => {
  test.each([
    ['is missing', '{"id":"a"}'],
    ['has no value', of('{"key":"AAAA"}')],
    ['has no key', of('{"value":"AAAA"}')],
    ['stands elsewhere', '{"key":"AAAA","value":"AAAA","a":{"signature":{"key":"A","value":"A"}}}'],
  ])('that %s is none', async (_, text) => {
    expect(await signerOf(text, subtle)).toEqual({ is: 'unsigned' });
  });

  test.each([
    ['a key that is no Base64', (key: string) => key.replace(/^./, '-')],
    ['a key that is too short', (key: string) => key.slice(4)],
    ['nothing for a key', () => ''],
  ])('with %s is bad', async (_, spoil) => {
    const { text, key } = await sign((value, own) => of(`{"key":"${own}","value":"${value}"}`));
    expect(await signerOf(text.replace(key, spoil(key)), subtle)).toEqual({ is: 'bad' });
  });

  test('by somebody else than the key says is bad', async () => {
    const other = await subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    if (!('publicKey' in other)) throw new Error('It is no pair.');
    const stranger = base64(await subtle.exportKey('raw', other.publicKey));
    const { text, key } = await sign((value, own) => of(`{"key":"${own}","value":"${value}"}`));
    expect(await signerOf(text.replace(key, stranger), subtle)).toEqual({ is: 'bad' });
  });

  test('is unchecked only where the browser does not know its kind', async () => {
    const told = async (why: Error) => {
      const { text } = await sign((value, own) => of(`{"key":"${own}","value":"${value}"}`));
      const old = { importKey: () => Promise.reject(why), verify: () => Promise.resolve(true) };
      return (await signerOf(text, old)).is;
    };
    const named = Object.assign(new Error('No.'), { name: 'NotSupportedError' });
    expect(await told(new DOMException('No.', 'NotSupportedError'))).toBe('unchecked');
    expect(await told(new DOMException('No.', 'DataError'))).toBe('bad');
    expect(await told(named)).toBe('bad');
  });
});

describe('a pack may take the place of one that was signed', () => {
  const [ours, theirs] = [
    { is: 'signed', key: 'ours' },
    { is: 'signed', key: 'theirs' },
  ] as const;

  test.each([
    [ours, 'ours', undefined],
    [theirs, 'ours', 'another-key'],
    [{ is: 'unsigned' }, 'ours', 'unsigned'],
    [{ is: 'bad' }, 'ours', 'bad-signature'],
    [{ is: 'unchecked' }, 'ours', 'no-ed25519'],
  ] as const)('by the same key alone: %j after %s', (signer, pinned, fault) => {
    expect(signatureFault(signer, pinned)).toBe(fault);
  });

  test.each([
    [ours, undefined],
    [{ is: 'unsigned' }, undefined],
    [{ is: 'bad' }, 'bad-signature'],
    [{ is: 'unchecked' }, 'no-ed25519'],
  ] as const)('of one that was not, anybody whose signature holds: %j', (signer, fault) => {
    expect(signatureFault(signer, undefined)).toBe(fault);
  });
});
