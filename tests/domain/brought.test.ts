import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phrasesOf } from '../../lib/domain/brought';
import type { BroughtRow } from '../../lib/domain/brought';
import { readPack } from '../../lib/domain/read-pack';
import { packFile } from '../packs/small-pack';

type Known = Readonly<Record<string, unknown>>;
const row = (text: string, more: Partial<BroughtRow> = {}): BroughtRow => ({
  line: 7,
  text,
  ...more,
});
const bring = (rows: readonly BroughtRow[], phrases: readonly Known[] = []) =>
  phrasesOf(rows, { place: 'close.else', phrases, stem: 'own' });
/** What is wrong with one row, and the phrase if one was made of it all the same. */
const told = (one: BroughtRow, known: readonly Known[] = []) => {
  const { phrases, problems } = bring([one], known);
  return { made: phrases.length, problems };
};

test('a plain text becomes a phrase for the moment that was chosen for all, and brings nothing else', () => {
  expect(bring([row('  Your parcel is on its way. '), row('您的包裹在路上了。')])).toEqual({
    phrases: [
      { id: 'own.1', text: 'Your parcel is on its way.', places: ['close.else'] },
      { id: 'own.2', text: '您的包裹在路上了。', places: ['close.else'] },
    ],
    problems: [],
  });
});

test('lines of a Windows file are lines like any other', () => {
  expect(bring([row('Hello.\r\nOne moment.\r\nThank you.\r\n')]).phrases[0]?.text).toBe(
    'Hello.\nOne moment.\nThank you.',
  );
});

describe('a text that cannot be a phrase is left out, and told with its line', () => {
  test.each([
    ['nothing at all', '', 'empty'],
    ['only space', ' \r\n ', 'empty'],
    ['one character more than a phrase may have', 'x'.repeat(2001), 'too-long'],
    ['a brace without its other', 'Hello {customer', 'brace'],
    ['a mark that turns the reading round', 'Refund \u202e05', 'hidden'],
    ['half a sign', '好\ud83d', 'hidden'],
  ] as const)('%s', (_, text, why) => {
    const what = text.trim().slice(0, 80);
    expect(told(row(text))).toEqual({ made: 0, problems: [{ line: 7, why, what }] });
  });

  test('a text of just the length that a phrase may have is taken', () => {
    expect(told(row(`${'好'.repeat(2000)}\n`))).toEqual({ made: 1, problems: [] });
  });

  test('a text that is in the pack already, but for space around it', () => {
    const known = [{ id: 'a', text: '请稍等。' }];
    expect(told(row(' 请稍等。 '), known)).toEqual({
      made: 0,
      problems: [{ line: 7, why: 'twice', what: '请稍等。' }],
    });
  });

  test('a text that came before in the same file', () => {
    const { phrases, problems } = bring([row('Bye.'), row('Hi.'), row('Bye.', { line: 9 })]);
    expect(phrases.map(({ text }) => text)).toEqual(['Bye.', 'Hi.']);
    expect(problems).toEqual([{ line: 9, why: 'twice', what: 'Bye.' }]);
  });
});

describe('a shortcut', () => {
  test.each([
    [':Hi', 'hi'],
    ['Grüße an Élodie', 'gru-e-an-elodie'],
    ['--order__no. 5!', 'order-no-5'],
    ['ｒｅｆｕｎｄ', 'refund'],
    ['好的 OK', 'ok'],
    ['a'.repeat(100), 'a'.repeat(100)],
  ])('%s becomes %s', (given, shortcut) => {
    const { phrases, problems } = bring([row('One moment.', { shortcut: given })]);
    expect([phrases[0]?.shortcut, problems]).toEqual([shortcut, []]);
  });

  test.each(['你好', '→ !', 'a'.repeat(101)])('%s cannot be one', (shortcut) => {
    const { phrases, problems } = bring([row('One moment.', { shortcut })]);
    expect(phrases).toEqual([{ id: 'own.1', text: 'One moment.', places: ['close.else'] }]);
    expect(problems).toEqual([{ line: 7, why: 'shortcut', what: shortcut.slice(0, 80) }]);
  });

  test('that is taken stays with the phrase that has it, in the pack or in the file', () => {
    const rows = [
      row('One moment.', { shortcut: 'wait' }),
      row('Two moments.', { shortcut: 'Bye' }),
      row('Three moments.', { shortcut: 'bye!' }),
    ];
    const { phrases, problems } = bring(rows, [{ id: 'a', text: 'Wait.', shortcut: 'wait' }]);
    expect(phrases.map(({ shortcut }) => shortcut)).toEqual([undefined, 'bye', undefined]);
    expect(problems.map(({ why, what }) => [why, what])).toEqual([
      ['shortcut', 'wait'],
      ['shortcut', 'bye!'],
    ]);
  });

  test('of a text that was left out is free for the next one', () => {
    const rows = [row('{', { shortcut: 'wait' }), row('One moment.', { shortcut: 'wait' })];
    expect(bring(rows).phrases[0]?.shortcut).toBe('wait');
  });

  test('that is empty is none, and nothing to tell', () => {
    expect(told(row('One moment.', { shortcut: '' }))).toEqual({ made: 1, problems: [] });
  });
});

describe('a moment of its own', () => {
  test('goes before the one that was chosen for all', () => {
    expect(bring([row('Hello.', { place: ' greet ' })])).toMatchObject({
      phrases: [{ places: ['greet'] }],
      problems: [],
    });
  });

  test('that nobody knows is told, and the chosen one taken', () => {
    expect(bring([row('Hello.', { place: 'at the start' })])).toMatchObject({
      phrases: [{ places: ['close.else'] }],
      problems: [{ why: 'place', what: 'at the start' }],
    });
  });

  test('that is blank is none, and nothing to tell', () => {
    expect(told(row('Hello.', { place: '  ' }))).toEqual({ made: 1, problems: [] });
  });
});

describe('a note', () => {
  test.each([
    ['is kept without the space around it', ' Look first.\n', 'Look first.'],
    ['that is blank is none', ' ', undefined],
    ['that cannot be shown is left behind, and the phrase comes', 'a\u202eb', undefined],
  ])('%s', (_, note, kept) => {
    const { phrases, problems } = bring([row('Hello.', { note })]);
    expect(phrases).toStrictEqual([
      { id: 'own.1', text: 'Hello.', places: ['close.else'], ...(kept && { note: kept }) },
    ]);
    expect(problems).toEqual([]);
  });
});

test('new ids go on behind the phrases that are there, and pass over those that are taken', () => {
  const known = [{ id: 'own.4' }, { id: 'own.5' }, { id: 'other' }];
  const ids = bring([row('A.'), row(''), row('B.'), row('C.')], known).phrases.map(({ id }) => id);
  expect(ids).toEqual(['own.6', 'own.7', 'own.8']);
});

test('whatever comes, the phrases that are made of it can be read as a pack', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('Hi', 'hi ', '好', '{a}', '{', 'greet', '\ud800', 'x'.repeat(2001)),
  );
  const given = fc.record(
    {
      line: fc.integer({ min: 1, max: 9 }),
      text: words,
      shortcut: words,
      note: words,
      place: words,
    },
    { requiredKeys: ['line', 'text'] },
  );
  fc.assert(
    fc.property(fc.array(given, { maxLength: 6 }), (rows) => {
      const { phrases, problems } = bring(rows);
      expect(readPack(packFile({ phrases }))).toMatchObject({ ok: true });
      const left = problems.filter(({ why }) => why !== 'shortcut' && why !== 'place');
      expect(phrases.length + left.length).toBe(rows.length);
    }),
    { numRuns: 40 },
  );
});
