// Writes lib/text/pinyin-table.ts from pinyin-pro: `node tests/text/write-pinyin.mjs`.
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const file = new URL('../../lib/text/pinyin-table.ts', import.meta.url);
// A third reading of a character is rare enough to be typed as one of the first two.
const mostReadings = 2;

/** The source of lib/text/pinyin-table.ts: the characters of GB 2312, which are those of everyday Chinese. */
export function pinyinSource() {
  /** @type {Map<string, string>} */
  const characters = new Map();
  for (const character of everydayCharacters()) {
    for (const syllable of readings(character))
      characters.set(syllable, (characters.get(syllable) ?? '') + character);
  }
  const lines = [...characters]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join(''));
  return [
    '// The characters of each syllable; written by tests/text/write-pinyin.mjs from pinyin-pro (MIT), never by hand.',
    '',
    '/** `an安按…`, one syllable after the other, `v` for `ü`. A character may stand under two. */',
    `export const pinyinTable =\n  '${lines.join(' ')}';`,
    '',
  ].join('\n');
}

function everydayCharacters() {
  const decoder = new TextDecoder('gb2312', { fatal: true });
  const all = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      // The last five places of row 0xd7 are empty.
      if (row === 0xd7 && cell > 0xf9) continue;
      all.push(decoder.decode(Uint8Array.of(row, cell)));
    }
  }
  return all;
}

/** @param {string} character */
function readings(character) {
  const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true });
  const typed = all.map((one) => one.replaceAll('ü', 'v')).filter((one) => /^[a-z]+$/.test(one));
  return [...new Set(typed)].slice(0, mostReadings);
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  writeFileSync(file, pinyinSource(), 'utf8');
