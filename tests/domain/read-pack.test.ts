import { describe, expect, test } from 'vitest';
import { faultLine } from '../../lib/domain/pack-fault';
import { mostPackText, readPack } from '../../lib/domain/read-pack';
import { textOf } from '../../lib/domain/texts';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { packFile, smallPack } from '../packs/small-pack';

const told = (text: string, messages: typeof english = english) => {
  const read = readPack(text);
  if (read.ok) return [];
  return read.faults.map((fault) =>
    faultLine(fault, (key, ...slots) => textOf(messages, key, slots)),
  );
};
const phrase = { id: 'a', text: 'Hello', places: ['greet'] };
const withPhrase = (more: object) => packFile({ phrases: [{ ...phrase, ...more }] });

test('a pack is read as it stands', () => {
  expect(readPack(packFile())).toEqual({ ok: true, pack: smallPack() });
  expect(readPack(`\ufeff${packFile()}`).ok).toBe(true);
});

describe('each error names the place and the way out', () => {
  test.each([
    [
      'a later format',
      packFile({ format: 2 }),
      'Line 1: Pack “North” needs format 2; this version reads up to 1. Update the extension.',
    ],
    ['no JSON', '{\n  "format": 1,\n  "id": "a",\n}', 'Line 4: “}” is not expected here'],
    ['half a file', packFile().slice(0, 60), 'Line 4: “…” is not expected here'],
    ['a web page', '<!doctype html><title>No</title>', 'Line 1: This is a web page'],
    ['a number', '7', 'Line 1: A pack is one JSON object'],
    [
      'a key that nobody knows',
      withPhrase({ txt: 'Hi' }),
      'Line 14, phrases[0].txt: “txt” is not known here. Known are: id, text, places,',
    ],
    ['a key that is missing', packFile({ title: undefined }), 'Line 1, title: “title” is missing.'],
    ['a key twice', '{ "id": "a",\n"id": "b" }', 'Line 2, id: “id” stands here twice'],
    [
      'a key that would change what objects are',
      packFile().replace('"licence"', '').replace('"title"', '"__proto__"'),
      'Line 5, __proto__: “__proto__” is not known here.',
    ],
    ['a language', packFile({ language: 'fr' }), 'Line 6, language: This is none of: en, zh-CN.'],
    ['a version', packFile({ version: '2' }), 'Line 4, version: A version is three numbers'],
    ['an id', withPhrase({ id: 'A b' }), 'Line 9, phrases[0].id: An id has small letters'],
    [
      'the wrong kind of value',
      withPhrase({ text: 7 }),
      'Line 10, phrases[0].text: This is of the wrong kind; wanted is: string.',
    ],
    ['nothing but spaces', withPhrase({ text: '  ' }), 'Line 10, phrases[0].text: This is empty'],
    [
      'too many words',
      withPhrase({ text: 'a'.repeat(2001) }),
      'Line 10, phrases[0].text: This is too long; at most 2000.',
    ],
    [
      'a broken slot',
      withPhrase({ text: 'Hello {cust omer}' }),
      'Line 10, phrases[0].text: “{cust omer}” is not a slot',
    ],
    [
      'a sign that turns the text round',
      withPhrase({ text: 'abc\u202edef' }),
      'Line 10, phrases[0].text: There is an invisible character here (U+202E)',
    ],
    [
      'half a character',
      withPhrase({ text: 'a\ud800b' }),
      'Line 10, phrases[0].text: There is an invisible character here (U+D800)',
    ],
    ['a day', withPhrase({ until: '2026-13-01' }), 'phrases[0].until: A day is written as'],
    [
      'a find',
      packFile({ cues: [{ means: 'angry', side: 'customer', words: ['(a'] }] }),
      'Line 21, cues[0].words[0]: Character 1: this ( is never closed; write ) behind it, or \\( if',
    ],
    [
      'a weight',
      packFile({ cues: [{ means: 'angry', side: 'customer', words: ['a'], weight: 9 }] }),
      'cues[0].weight: This number must be ≤ 4.',
    ],
    [
      'too small a weight',
      packFile({ cues: [{ means: 'angry', side: 'customer', words: ['a'], weight: 0 }] }),
      'cues[0].weight: This number must be ≥ 1.',
    ],
    [
      'an id twice',
      packFile({ phrases: [phrase, phrase] }),
      'Line 16, phrases[1].id: “a” is there already',
    ],
    [
      'a list twice',
      packFile({
        lists: [
          { for: 'cause', options: ['Late'] },
          { for: 'cause', options: ['Lost'] },
        ],
      }),
      'lists[1].for: “cause” is there already',
    ],
    [
      'a second text for its own language',
      withPhrase({ variants: { en: { text: 'Hi' } } }),
      'phrases[0].variants.en: ',
    ],
    [
      'a lock on what it does not have',
      packFile({
        locks: { phrases: ['team.hello', 'gone'], rewrites: ['none'] },
        rewrites: [{ id: 'none', rule: 'W3', words: ['x'], to: [] }],
      }),
      'locks.phrases[1]: ',
    ],
    [
      'a shortcut twice',
      packFile({
        phrases: [
          { ...phrase, shortcut: 'x' },
          { ...phrase, id: 'b', shortcut: 'x' },
        ],
      }),
      'phrases[1].shortcut: “x” is there already',
    ],
    [
      'too big a file',
      ' '.repeat(mostPackText + 1),
      'Line 1: The file is bigger than a pack may be (10 million characters)',
    ],
    [
      'depth',
      packFile({ phrases: JSON.parse('['.repeat(100) + ']'.repeat(100)) }),
      'Values go deeper into one another here',
    ],
  ])('%s', (_, text, line) => {
    const lines = told(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(line);
    expect(told(text, chinese)[0]).toMatch(/^第 \d+ 行/);
  });
});

test('titles and keys of any length are told in a line', () => {
  const [line] = told(packFile({ format: 9, title: 'N'.repeat(200) }));
  expect(line).toContain(`“${'N'.repeat(80)}”`);
  expect(told(packFile({ format: 9, title: 7 }))[0]).toContain('Pack “”');
  expect(told(withPhrase({ ['k'.repeat(200)]: 1 }))[0]).toContain(`“${'k'.repeat(80)}”`);
});

test('the keys that are known are those of the place', () => {
  expect(told(packFile({ frase: [] }))[0]).toContain('Known are: $schema, format, id, version');
  const [line] = told(packFile({ phrases: [{ ...phrase, variants: { 'zh-CN': { tekst: '' } } }] }));
  expect(line).toContain('phrases[0].variants.zh-CN.');
});

test('a text as long as a pack may be is read', () => {
  const file = packFile();
  expect(readPack(file.padEnd(mostPackText)).ok).toBe(true);
});

test('all that is wrong is told at once, and no more than a person can read', () => {
  expect(told(packFile({ version: '1', language: 'fr' }))).toHaveLength(2);
  const many = Array.from({ length: 500 }, () => ({ ...phrase, places: [] }));
  expect(told(packFile({ phrases: many }))).toHaveLength(50);
  const twice = Array.from({ length: 60 }, () => phrase);
  expect(told(packFile({ phrases: twice }))).toHaveLength(50);
});
