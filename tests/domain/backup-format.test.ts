import { describe, expect, test } from 'vitest';
import { backupVersion, parseJson, readHeader } from '../../lib/domain/backup-format';

const schema = 8;
const header = {
  format: 'composure-backup',
  version: backupVersion,
  schema,
  madeAt: 1_700_000_000_000,
};
const sealed = {
  kdf: 'PBKDF2-SHA-256',
  iterations: 600_000,
  salt: 'c2FsdA==',
  cipher: 'AES-256-GCM',
  nonce: 'bm9uY2U=',
};
const read = (change: object) => readHeader(JSON.stringify({ ...header, ...change }), schema);
const newer = { ok: false, refusal: { reason: 'newer' } };
const foreign = { ok: false, refusal: { reason: 'foreign' } };

describe('the first line of a backup', () => {
  test.each([
    ['in the open', {}],
    ['sealed', { sealed }],
    ['of the first version', { version: 1 }],
    ['of an older database', { schema: 3 }],
  ])('%s is read as it was written', (_, change) => {
    expect(read(change)).toEqual({ ok: true, header: { ...header, ...change } });
  });

  test.each([
    ['its version', { version: backupVersion + 1 }],
    ['its database', { schema: schema + 1 }],
    [
      'its version, and it is sealed in a way of its own',
      { version: 3, sealed: { kdf: 'Argon2' } },
    ],
    ['its version, and what it says of itself has changed', { version: 3, madeAt: 'yesterday' }],
  ])('of a newer extension, by %s, is told from what is none', (_, change) => {
    expect(read(change)).toEqual(newer);
  });

  test.each([
    ['another format', { format: 'composure-pack' }],
    ['another format of a high version', { format: 'tar', version: 99 }],
    ['a version in words', { version: 'two' }],
    ['no moment', { madeAt: null }],
    ['another way to make the key', { sealed: { ...sealed, kdf: 'MD5' } }],
    ['another cipher', { sealed: { ...sealed, cipher: 'none' } }],
    ['no rounds', { sealed: { ...sealed, iterations: 0 } }],
    ['half a round', { sealed: { ...sealed, iterations: 1.5 } }],
    ['rounds for an hour', { sealed: { ...sealed, iterations: 10_000_001 } }],
    ['a salt without end', { sealed: { ...sealed, salt: 'x'.repeat(65) } }],
    ['a nonce without end', { sealed: { ...sealed, nonce: 'x'.repeat(33) } }],
  ])('with %s is foreign', (_, change) => {
    expect(read(change)).toEqual(foreign);
  });

  test.each(['', '{', 'null', '[]', '壶坏了'])('that reads “%s” is foreign', (line) => {
    expect(readHeader(line, schema)).toEqual(foreign);
  });
});

test('what is no JSON is nothing, and no error', () => {
  expect(parseJson('["complaints",{"number":7}]')).toEqual(['complaints', { number: 7 }]);
  expect(parseJson('["complaints",{"number"')).toBeUndefined();
});
