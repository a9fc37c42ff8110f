// A thousand packs that nobody should write: none crashes or hangs the reader, none gets a character in that hides.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { admitPack } from '../../lib/domain/admit-pack';
import { readPack } from '../../lib/domain/read-pack';
import { builtInPacks } from '../support/built-in-packs';
import { packFile, smallPack } from '../packs/small-pack';

const nasty = fc.constantFrom<unknown>(
  '<script>alert(1)</script>',
  '\u202eevil\u2066',
  'a\ud800',
  '\u0000',
  '{'.repeat(500),
  '('.repeat(400),
  '[a]'.repeat(100),
  '(a|b)'.repeat(40),
  ' … '.repeat(50),
  '{customer:{customer}}',
  '{>a}',
  '{>'.repeat(300),
  '${7*7}',
  'javascript:alert(1)',
  'a'.repeat(100_000),
  1e308,
  -0,
  null,
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
);
const anything = fc.oneof(nasty, fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }));
const item = fc.dictionary(
  fc.constantFrom(
    ...'id text places words means side to rule unless x variants name slot for options marks'.split(
      ' ',
    ),
  ),
  fc.oneof(anything, fc.array(anything, { maxLength: 3 })),
);
const parts =
  'phrases cues rewrites houseWords refusals frames tests hides fragments names lists sites locks'.split(
    ' ',
  );
const pack = fc
  .dictionary(
    fc.constantFrom(...parts, 'id', 'version', 'title', 'language', 'toString', 'constructor'),
    fc.oneof(anything, fc.array(item, { maxLength: 4 })),
    { maxKeys: 4 },
  )
  .map((more) => packFile(more));
const spoiledText = fc
  .tuple(pack, fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }))
  .map(([text, at, sign]) => {
    const place = at % text.length;
    return text.slice(0, place) + sign + text.slice(place + 1);
  });

test('1,000 hostile packs are read or refused, each fault with its line, and nothing is polluted', () => {
  let [tried, refused] = [0, 0];
  fc.assert(
    fc.property(fc.oneof(pack, spoiledText, fc.string({ unit: 'binary' })), (text) => {
      tried++;
      const read = readPack(text);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
      if (read.ok) {
        expect(JSON.stringify(read.pack)).not.toMatch(/\\ud[89a-f]|[\u202a-\u202e]/i);
        return;
      }
      refused += 1;
      expect(read.faults.length).toBeGreaterThan(0);
      for (const { line } of read.faults) expect(line).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
  expect(refused).toBeGreaterThan(tried / 2);
});

test('strings and lists of megabytes are refused as quickly as they are read', () => {
  const long = 'ab '.repeat(3_000_000);
  expect(readPack(packFile({ title: long })).ok).toBe(false);
  expect(readPack(packFile({ phrases: Array.from({ length: 200_000 }, () => 1) })).ok).toBe(false);
  expect(readPack(`{"a":${'['.repeat(5_000_000)}`).ok).toBe(false);
});

test('what reads well may still ask for too much, and is refused', () => {
  const optional = Array.from({ length: 6 }, (_, word) => `[quite some words ${word}]`).join(' ');
  const words = Array.from({ length: 1000 }, (_, one) => `word ${one} ${optional}`);
  const text = packFile({ cues: [{ means: 'angry', side: 'customer', words }] });
  const admission = admitPack({ text, builtIn: builtInPacks });
  expect(admission.ok).toBe(false);
  if (!admission.ok) expect(admission.faults[0]?.why).toBe('too-much');
});

test('markup stays what it is, text', () => {
  const text = '<img src=x onerror=alert(1)> & <b>sorry</b>';
  const phrases = [{ id: 'a', text, places: ['greet' as const] }];
  const read = readPack(JSON.stringify(smallPack({ phrases })));
  expect(read.ok && read.pack.phrases[0]?.text).toBe(text);
});
