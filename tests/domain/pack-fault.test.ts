import { expect, test } from 'vitest';
import { faultLine } from '../../lib/domain/pack-fault';
import { readPack } from '../../lib/domain/read-pack';
import { textOf } from '../../lib/domain/texts';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { packFile } from '../packs/small-pack';

const finds = [
  ['a'.repeat(501), /at most 500 characters/],
  ['\u200b', /needs words/],
  ['so (sad', /Character 4: this \( is never closed; write \) behind it, or \\\( if/],
  ['(a…b)', /Character 3: a gap cannot stand inside/],
  ['['.repeat(9), /Character 9: brackets go at most 8 deep/],
  ['a|b', /Character 2: put the alternatives into brackets/],
  ['so sad)', /Character 7: nothing is open that \) could close; write \\\) if/],
  ['(a|)', /Character 4: an alternative is empty/],
  ['…a', /Character 1: a gap needs words/],
  [`a${'…a'.repeat(8)}`, /Character 18: a find has at most 7 gaps/],
  ['(a|b)'.repeat(9), /more ways than a pack may ask for \(256\)/],
  ['[a]', /Character 1: nothing is left/],
] as const;

test.each(finds)(
  'of words that cannot be looked for, %s, the sentence is told in both languages',
  (words, line) => {
    const cues = [{ means: 'angry', side: 'customer', words: [words] }];
    const read = readPack(packFile({ cues }));
    const [fault] = read.ok ? [] : read.faults;
    if (!fault) throw new Error('It was taken.');
    const said = (messages: typeof english) =>
      faultLine(fault, (key, ...slots) => textOf(messages, key, slots));
    expect(said(english)).toMatch(line);
    expect(said(chinese)).toMatch(/^第 21 行，cues\[0\]\.words\[0\]：.*[。]$/);
    expect(said(chinese)).not.toMatch(/\$\d/);
  },
);
