// What a unit folds to is learnt once: a file of its own, in which nothing has been learnt before.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entryOf, foldingVersion } from '../../lib/text/character';
import { simplifiedSource } from './write-simplified.mjs';

test('whoever changes the folding raises its version, or stored automata find the wrong words', () => {
  // Ranges that no newer Unicode adds to: the digest is the same in every engine.
  const ranges = [
    [0, 0x24f],
    [0x391, 0x3a1],
    [0x410, 0x44f],
    [0x300, 0x36f],
    [0x2000, 0x206f],
    [0x3000, 0x301f],
    [0x4e00, 0x9fa5],
    [0xd800, 0xdfff],
    [0xfe00, 0xfe19],
    [0xff01, 0xff65],
  ] as const;
  const entries = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => entryOf(from + index)),
  );
  const digest = createHash('sha256').update(entries.join()).digest('hex');
  expect([foldingVersion, digest.slice(0, 16)]).toEqual([2, '344d7bd8939e29d5']);
});

test('the table of traditional characters is what its script writes', () => {
  const written = readFileSync(new URL('../../lib/text/simplified.ts', import.meta.url), 'utf8');
  expect(simplifiedSource()).toBe(written);
});
