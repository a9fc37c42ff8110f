// What a pack says in full: its fragments in place, in each of its languages, with the names of the house.
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../lib/domain/pack';
import { packDifference } from '../../lib/domain/pack-difference';
import { applyEdit, openDocument, textOfDocument } from '../../lib/domain/pack-document';
import type { PackEdit } from '../../lib/domain/pack-document';
import { layerPacks } from '../../lib/domain/pack-layers';
import { readPack } from '../../lib/domain/read-pack';
import { packFile, smallPack } from '../packs/small-pack';

type Phrase = Pack['phrases'][number];
const phrase = (id: string, text: string, more: Partial<Phrase> = {}): Phrase => ({
  id,
  text,
  places: ['greet'],
  ...more,
});
const below = smallPack({
  id: 'built-in.en',
  phrases: [phrase('low', 'Welcome to {company:us}.')],
});

/** What each phrase says once the packs lie over each other. */
const said = (...added: Pack[]) =>
  layerPacks([below], added).packs.map(({ id, language, phrases }) => [
    `${id} ${language}`,
    ...phrases.map(({ text }) => text),
  ]);
const whys = (more: object) => {
  const read = readPack(packFile(more));
  return read.ok ? [] : read.faults.map(({ path, why, what }) => [path.join('.'), why, ...what]);
};

describe('a fragment', () => {
  test('stands wherever it is named, also in another one, with its slots', () => {
    const pack = smallPack({
      phrases: [phrase('a', 'Done, {customer}. {>end}')],
      refusals: [{ id: 'r', layer: 'affirm', text: 'I see. {>name}' }],
      fragments: [
        { id: 'end', text: 'Take care, {>name}.' },
        { id: 'name', text: '{agent:your team}' },
      ],
    });
    const [own] = layerPacks([below], [pack]).packs;
    expect(own?.phrases[0]?.text).toBe('Done, {customer}. Take care, {agent:your team}.');
    expect(own?.refusals?.[0]?.text).toBe('I see. {agent:your team}');
  });

  test('of a higher pack is said in the phrases of those below it', () => {
    const team = smallPack({
      phrases: [phrase('a', 'Done. {>end}'), phrase('b', '{>bye}')],
      fragments: [
        { id: 'end', text: 'Take care.' },
        { id: 'bye', text: 'Bye.' },
      ],
    });
    const own = smallPack({
      id: 'my.own',
      phrases: [],
      fragments: [
        { id: 'end', text: 'All the best.' },
        { id: 'mine', text: 'So long.', replaces: ['bye'] },
      ],
    });
    expect(said(team, own)[1]).toEqual(['team.north en', 'Done. All the best.', 'So long.']);
  });

  test('that is locked stays; so does what would run in a circle with a higher one', () => {
    const team = smallPack({
      phrases: [phrase('a', '{>one}')],
      fragments: [
        { id: 'one', text: 'One {>two}' },
        { id: 'two', text: 'two.' },
      ],
      locks: { fragments: ['one'] },
    });
    const own = smallPack({
      id: 'my.own',
      phrases: [phrase('mine', 'Mine: {>two}')],
      fragments: [
        { id: 'one', text: 'Other.' },
        { id: 'two', text: 'no {>one}' },
      ],
    });
    expect(said(team, own)).toEqual([
      ['my.own en', 'Mine: no Other.'],
      ['team.north en', 'One two.'],
      ['built-in.en en', 'Welcome to {company:us}.'],
    ]);
  });

  test.each<[string, object, (string | number)[]]>([
    [
      'that is not there',
      { phrases: [phrase('a', 'Bye {>end}')] },
      ['phrases.0.text', 'no-fragment', 'end'],
    ],
    [
      'that is not there in the language of the variant',
      {
        phrases: [phrase('a', '{>end}', { variants: { 'zh-CN': { text: '{>end}' } } })],
        fragments: [{ id: 'end', text: 'Bye.' }],
      },
      ['phrases.0.variants.zh-CN.text', 'no-fragment', 'end'],
    ],
    [
      'that holds itself',
      { fragments: [{ id: 'a', text: 'x {>a}' }] },
      ['fragments.0.text', 'fragment-circle', 'a → a'],
    ],
    [
      'that makes a text too long',
      {
        phrases: [phrase('a', '{>long}'.repeat(3))],
        fragments: [{ id: 'long', text: 'a'.repeat(900) }],
      },
      ['phrases.0.text', 'too-long', '2000'],
    ],
    [
      'with a broken slot',
      { fragments: [{ id: 'a', text: 'Bye {Agent}' }] },
      ['fragments.0.text', 'slot', '{Agent}'],
    ],
  ])('%s is told at its place', (_, more, fault) => {
    expect(whys(more)).toEqual([fault]);
  });

  test('a circle of several is told at each of them, and not wherever they are said', () => {
    const fragments = [
      { id: 'a', text: '{>b}' },
      { id: 'b', text: '{>a}' },
    ];
    expect(whys({ fragments, phrases: [phrase('p', '{>a}')] })).toEqual([
      ['fragments.0.text', 'fragment-circle', 'b → a → b'],
      ['fragments.1.text', 'fragment-circle', 'a → b → a'],
    ]);
  });

  test('pieces of pieces that grow by powers are refused at once, and so is a long chain', () => {
    const tower = Array.from({ length: 8 }, (_, at) => ({
      id: `t${at}`,
      text: at < 7 ? `{>t${at + 1}}`.repeat(300) : 'ha',
    }));
    const chain = Array.from({ length: 2000 }, (_, at) => ({
      id: `c${at}`,
      text: at < 1999 ? `{>c${at + 1}}` : 'end',
    }));
    const phrases = Array.from({ length: 500 }, (_, at) => phrase(`p${at}`, '{>t0}'));
    const why = (more: object) => new Set(whys(more).map((one) => one[1]));
    expect(why({ fragments: tower, phrases })).toEqual(new Set(['too-long']));
    expect(why({ fragments: chain, phrases: [] })).toEqual(new Set(['fragment-deep']));
  });
});

describe('a variant', () => {
  const pack = smallPack({
    phrases: [
      phrase('a', 'Hello. {>end}', {
        note: 'First of all.',
        shortcut: 'hi',
        variants: { 'zh-CN': { text: '您好。{>end}' } },
      }),
      phrase('b', 'English alone.'),
    ],
    fragments: [{ id: 'end', text: 'Here.', variants: { 'zh-CN': { text: '我在。' } } }],
  });

  test('is the same phrase in the other language, and lies over the pack of that language', () => {
    const chinese = smallPack({
      id: 'built-in.zh-cn',
      language: 'zh-CN',
      phrases: [phrase('a', '旧'), phrase('c', '还在')],
    });
    const { packs, conflicts } = layerPacks([below, chinese], [pack]);
    expect(conflicts).toEqual([]);
    const texts = packs.map(({ id, phrases }) => [id, ...phrases.map(({ text }) => text)]);
    expect(texts).toEqual([
      ['team.north', 'Hello. Here.', 'English alone.'],
      ['team.north', '您好。我在。'],
      ['built-in.en', 'Welcome to {company:us}.'],
      ['built-in.zh-cn', '还在'],
    ]);
    expect(packs[1]?.phrases[0]).toEqual({
      id: 'a',
      text: '您好。我在。',
      places: ['greet'],
      shortcut: 'hi',
    });
  });

  test('in the language of the pack itself is refused', () => {
    const phrases = [phrase('a', 'Hello.', { variants: { en: { text: 'Hi.' } } })];
    expect(whys({ phrases })).toEqual([['phrases.0.variants.en', 'own-language', 'en']]);
  });
});

test('a name fills its slot in all phrases of the language, the highest pack’s first; other slots stay', () => {
  const named = (id: string, name: string) =>
    smallPack({
      id,
      phrases: [phrase(`${id}.a`, '{company} and {customer}')],
      names: [{ name, slot: 'company' }, { name: 'Must Have' }],
    });
  expect(said(named('team.one', 'North'), named('team.two', 'South'))).toEqual([
    ['team.two en', '{company:South} and {customer}'],
    ['team.one en', '{company:South} and {customer}'],
    ['built-in.en en', 'Welcome to {company:South}.'],
  ]);
  expect(whys({ names: [{ name: '{x}', slot: 'company' }] })).toEqual([
    ['names.0.name', 'no-slots'],
  ]);
});

test('what taking a pack changes names all of its new parts', () => {
  const before = smallPack();
  const after = smallPack({
    fragments: [{ id: 'end', text: 'Bye.' }],
    names: [{ name: 'North' }, { name: 'South', slot: 'team' }],
    lists: [{ for: 'department', options: ['Billing', 'Returns'] }],
    sites: [
      { id: 'chat', title: 'Our chat', seen: '1', marks: 'a', list: 'b', row: 'c', text: 'd' },
    ],
    locks: { phrases: true },
  });
  const told = packDifference(before, after).map(({ kind, is, id, after: text }) =>
    [kind, is, id, text].join(' | '),
  );
  expect(told).toEqual([
    'fragments | added | end | Bye.',
    'sites | added | chat | Our chat',
    'names | added | North | North',
    'names | added | South | team',
    'lists | added | department | Billing · Returns',
    'locks | added | locks | {"phrases":true}',
  ]);
});

test('the form keeps what a house adds, byte by byte, while a phrase is changed beside it', () => {
  const house = packFile({
    names: [{ name: 'North', slot: 'company' }],
    lists: [{ for: 'cause', options: ['Carrier', '快递'] }],
    sites: [{ id: 'chat', title: 'Chat', seen: '1', marks: 'a > b', list: 'ol', row: 'li' }],
    locks: { phrases: true, procedures: [] },
    fragments: [{ id: 'end', text: 'Bye.', variants: { 'zh-CN': { text: '再见。' } } }],
  });
  const document = openDocument(house);
  if (!document) throw new Error('It does not open.');
  const edited = (...edits: PackEdit[]) => textOfDocument(edits.reduce(applyEdit, document));
  const change = { is: 'set', list: 'phrases', at: 0, key: 'text', value: 'Hi. {>end}' } as const;
  expect(edited()).toBe(house);
  expect(edited(change)).toBe(house.replace('Hello {customer}, North here.', 'Hi. {>end}'));
});
