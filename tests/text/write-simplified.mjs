// Writes lib/text/simplified.ts from opencc-js: `node tests/text/write-simplified.mjs`.
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';

const file = new URL('../../lib/text/simplified.ts', import.meta.url);

/** The source of lib/text/simplified.ts. Only pairs of one code unit each: the folding never changes a length. */
export function simplifiedSource() {
  const convert = Converter({ from: 't', to: 'cn' });
  let steps = '';
  let simplified = '';
  let last = 0;
  for (let unit = 0x3400; unit < 0xa000; unit++) {
    const to = convert(String.fromCharCode(unit));
    if (to.length !== 1 || to.charCodeAt(0) === unit) continue;
    steps += String.fromCharCode(unit - last + 32);
    simplified += to;
    last = unit;
  }
  return [
    '// The simplified form of each traditional character; written by tests/text/write-simplified.mjs from opencc-js',
    '// (MIT and Apache-2.0, dictionaries of OpenCC, Apache-2.0), never by hand.',
    '',
    '/** The distance of each traditional character to the one before it, plus 32. */',
    `export const traditionalSteps =\n  ${quoted(steps)};`,
    '',
    `export const simplified =\n  ${quoted(simplified)};`,
    '',
  ].join('\n');
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  writeFileSync(file, simplifiedSource(), 'utf8');
