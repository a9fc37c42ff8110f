import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasInitial, initialClassOf, initialOf, initialsOf } from '../../lib/text/initials';
import { createNumbering, keysOf, numberOf } from '../../lib/text/numbering';
import { patternsOf, syllablesOf, unitsOf } from '../../lib/text/pinyin';
import { createSearch } from '../../lib/text/search';
import { isOneErrorFrom } from '../../lib/text/typo';
import { pinyinSource } from './write-pinyin.mjs';

const phrases = [
  { text: 'I am sorry that your parcel is late, {customer}.', shortcut: 'sorry' },
  { text: 'Your refund reaches your account within three days.' },
  {
    text: 'May I ask you to hold for two minutes while I look into the delivery?',
    shortcut: 'hold',
  },
  { text: 'The delivery of your refund letter is under way.' },
  { text: '对不起，让您久等了。', shortcut: 'dbq' },
  { text: '退款会在三天内退回您的银行卡。', shortcut: 'tk' },
  { text: '我这就帮您查一下物流，请稍等两分钟。' },
  { text: '重新发货的快递单号是 SF123，银行那边也登记了。' },
  { text: "If you'd rather not fly, l'avion is no matter." },
  { text: `${'ab'.repeat(15)}yes` },
  { text: 'a b c d e f g h i j k l m n o p q' },
];
const search = createSearch(phrases);
const found = (query: string) => search(query, { limit: 5 }).map(({ index }) => index);

describe('finds', () => {
  test.each([
    ['a word', 'refund', [1, 3]],
    ['its beginning', 'refu', [1, 3]],
    ['words in another order', 'late sorry', [0]],
    ['every word, or nothing', 'refund parcel', []],
    ['without regard to case, width and accents', 'ＲＥＦÚND', [1, 3]],
    ['a letter missing', 'refnd', [1, 3]],
    ['a letter too many', 'reffund', [1, 3]],
    ['two letters swapped', 'refnud', [1, 3]],
    ['a wrong letter', 'delevery', [2, 3]],
    ['a number', '123', [7]],
    ['a word without its apostrophe', 'youd', [8]],
    ['and with it', 'you’d', [8]],
    ['what stands behind an apostrophe and is a word', 'avion', [8]],
    ['Chinese out of the middle', '久等', [4]],
    ['one Chinese character', '银', [5, 7]],
    ['Chinese in another order', '物流帮您', [6]],
    ['traditional characters', '對不起', [4]],
    ['Chinese with one wrong character', '对不气', [4]],
    ['pinyin', 'tuikuan', [5]],
    ['pinyin under way', 'tuiku', [5]],
    ['pinyin of another reading', 'yinhang', [5, 7]],
    ['pinyin of the first reading', 'chongxin', [7]],
    ['pinyin initials', 'wl', [6]],
    ['initials of a phrase', 'rnjd', [4]],
    ['initials and syllables mixed', 'yinhk', [5]],
    ['two languages at once', '快递 sf', [7]],
    ['a word of Chinese and its pinyin', '退款 yhk', [5]],
    ['an error in one of two words', 'refnd letter', [3]],
    ['in the second one', 'letter refnd', [3]],
    ['in both', 'leter refnd', [3]],
    ['no error away from what is elsewhere', 'parcel refnd', []],
    ['nothing where each word is in another text', 'parcel minutes', []],
    ['a word by its first thirty letters', `${'ab'.repeat(15)}no`, [9]],
    ['a sentence by its first sixteen words', 'a b c d e f g h i j k l m n o p z', [10]],
  ])('%s: %s', (_, query, wanted) => {
    expect(found(query).toSorted((a, b) => a - b)).toEqual(wanted);
  });

  test.each([
    ['/hold', [2]],
    ['/ho', [2]],
    ['/', []],
    ['/nothing', []],
  ])('the shortcut %s', (query, wanted) => expect(found(query)).toEqual(wanted));

  describe('shortcuts', () => {
    const own = createSearch([
      { text: 'Those that go are told.', shortcut: 'bye2' },
      { text: 'One moment, please.', shortcut: 'Wait' },
      { text: 'May you go well.', shortcut: 'bye' },
      { text: 'Say bye.' },
    ]);
    test.each([
      ['behind a slash alone, the exact one first', '/bye', 5, [2, 0]],
      ['begun', '/by', 5, [0, 2]],
      ['however they are written', ' /wAIT ', 5, [1]],
      ['no more than the limit', '/bye', 1, [2]],
      ['before words without a slash', 'bye', 5, [2, 0, 3]],
      ['before words without a slash, with blanks', ' Bye ', 5, [2, 0, 3]],
      ['not with a word beside them', 'bye say', 5, [3]],
      ['not in their midst', '/ye', 5, []],
      ['else the slash is none', '/moment', 5, [1]],
    ])('%s: %j', (_, query, limit, wanted) =>
      expect(own(query, { limit }).map(({ index }) => index)).toEqual(wanted),
    );
  });

  test.each(['', '  ', '。', '???', '🙂'])('nothing for %j', (query) =>
    expect(found(query)).toEqual([]),
  );
});

describe('what comes first', () => {
  test('a shortcut typed in full before words that begin like it', () => {
    expect(found('hold')[0]).toBe(2);
    expect(found('dbq')[0]).toBe(4);
  });

  test('whole words before begun ones', () => {
    const words = createSearch([{ text: 'Holding the line.' }, { text: 'Please hold the line.' }]);
    expect(words('hold', { limit: 2 }).map(({ index }) => index)).toEqual([1, 0]);
  });

  test('what stands together as it was typed', () => {
    const words = createSearch([
      { text: 'Thank you, and you are welcome.' },
      { text: 'You are welcome, and thank you.' },
    ]);
    expect(words('are welcome', { limit: 2 })).toHaveLength(2);
    expect(words('you are', { limit: 1 })[0]?.index).toBe(1);
  });

  test('what the panel adds, among equals', () => {
    const words = createSearch([{ text: 'So sorry.' }, { text: 'So sorry!' }]);
    const boosts = Float32Array.of(0, 0.2);
    expect(words('sorry', { limit: 2 })[0]?.index).toBe(0);
    expect(words('sorry', { limit: 2, boosts })[0]?.index).toBe(1);
  });

  test('the shorter, among equals', () => {
    const words = createSearch([{ text: 'So sorry about all of that.' }, { text: 'So sorry.' }]);
    expect(words('sorry', { limit: 2 }).map(({ index }) => index)).toEqual([1, 0]);
  });

  test('what the panel adds, however late it stands', () => {
    const many = createSearch(Array.from({ length: 50 }, () => ({ text: 'So sorry.' })));
    const boosts = new Float32Array(50).fill(0.4, 49);
    expect(many('sorry', { limit: 1, boosts })[0]?.index).toBe(49);
  });

  test.each([
    ['on hold', 'hold on', 1 + 1 / 27],
    ['hold on', 'hold on', 1 + 1 / 27 + 0.3],
    ['hold on', 'please hold on', 1 + 1 / 34 + 0.2],
    [' hold on ', 'hold on, please', 1 + 1 / 35 + 0.3],
    ['please go on', 'go on on, please', 1 + 1 / 36],
  ])('a full match of %j in %j scores its words, its brevity and its place', (query, text, score) =>
    expect(createSearch([{ text }])(query, { limit: 1 })[0]?.score).toBeCloseTo(score),
  );

  test('no more than the limit', () => {
    const many = createSearch(Array.from({ length: 50 }, () => ({ text: 'hello' })));
    expect(many('hello', { limit: 8 }).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('whatever the texts and queries', () => {
  const bits = fc.constantFrom(
    'hold',
    'on',
    'refund',
    '退款',
    '对不起',
    '银行',
    ' ',
    ',',
    '{x}',
    '3',
  );
  const made = fc.array(bits, { maxLength: 8 }).map((all) => all.join(''));
  const any = fc.oneof(made, fc.string({ unit: 'binary' }));

  test('nothing throws, and one search does not change the next', () => {
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 8 }),
        fc.array(any, { maxLength: 5 }),
        (texts, queries) => {
          const fresh = () => createSearch(texts.map((text) => ({ text })));
          const used = fresh();
          for (const query of queries)
            expect(used(query, { limit: 4 })).toEqual(fresh()(query, { limit: 4 }));
        },
      ),
    );
  });

  test('every text is found by any of its words and any pair of its characters', () => {
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 8 }), (texts) => {
        const own = createSearch(texts.map((text) => ({ text })));
        texts.forEach((text, index) => {
          const parts = text.match(/[a-z]+(?:'[a-z]{1,2}\b)*|\d+|\p{Script=Han}{2}/gu) ?? [];
          for (const part of parts) {
            const hits = own(part, { limit: texts.length });
            expect(hits.map((hit) => hit.index)).toContain(index);
          }
        });
      }),
    );
  });
});

test('one error is one letter more, less, wrong or swapped, and no two', () => {
  const errors = ['efund', 'rfund', 'refunnd', 'rexund', 'refnud', 'erfund'];
  for (const typed of errors) expect(isOneErrorFrom(typed, 'refunds'), typed).toBe(true);
  for (const typed of ['refund', 'reufdn', 'rxfxnd', 'parcel', 'fund'])
    expect(isOneErrorFrom(typed, 'refunds'), typed).toBe(false);
});

test.each([
  ['dbq', [['d', 'b', 'q']]],
  [
    'duibuqi',
    [
      ['d', 'u', 'i', 'b', 'u', 'q', 'i'],
      ['dui', 'bu', 'qi'],
    ].slice(1),
  ],
  ['tuik', [['tui', 'k']]],
  ['tk', [['t', 'k']]],
  ['xian', [['xian']]],
  ['xianh', [['xian', 'h']]],
  ['nixi', [['ni', 'xi']]],
  ['nixia', [['ni', 'xia']]],
  ['shang', [['s', 'h', 'a', 'n', 'g'], ['shang']]],
  [
    'shangshang',
    [
      ['s', 'h', 'a', 'n', 'g', 's', 'h', 'a', 'n', 'g'],
      ['shang', 'shang'],
    ],
  ],
  ['zhuangb', [['zhuang', 'b']]],
  ['bvb', []],
  ['bub', [['bu', 'b']]],
  ['b', []],
  ['v', []],
  ['don’t', []],
])('%s may be typed for %j', (letters, patterns) => expect(patternsOf(letters)).toEqual(patterns));

test.each([
  ['hao', 'whole', '好', '汉'],
  ['ha', 'beginning', '好', '和'],
  ['ha', 'whole', '哈', '好'],
] as const)('%s as %s is %s and not %s', (letters, as, one, other) => {
  for (let time = 0; time < 2; time++) {
    expect(unitsOf(letters, as).has(one.charCodeAt(0))).toBe(true);
    expect(unitsOf(letters, as).has(other.charCodeAt(0))).toBe(false);
  }
});

test('a character has its commonest syllables', () => {
  expect(syllablesOf('重'.charCodeAt(0))).toEqual(['chong', 'zhong']);
  expect(syllablesOf('a'.charCodeAt(0))).toEqual([]);
});

test('a byte tells the initials of a character, and all of these stand in one block', () => {
  const classes = new Set<number>();
  for (let unit = 0; unit < 0x10000; unit++) {
    const own = initialClassOf(unit);
    classes.add(own);
    for (const initial of initialsOf(unit)) expect(hasInitial(own, initial)).toBe(true);
    if (own > 0) expect(unit >= 0x4e00 && unit < 0xa000, String.fromCharCode(unit)).toBe(true);
  }
  expect(Math.max(...classes)).toBeLessThan(0x100);
  expect(initialsOf('重'.charCodeAt(0))).toEqual(['c', 'z'].map(initialOf));
});

test('numbers are given in the order in which keys first come, however many there are', () => {
  const keys = Array.from(
    { length: 30_000 },
    (_, at) => (Math.imul(at, 0x9e3779b1) >>> 7) % 20_011,
  );
  const numbering = createNumbering();
  const first = [...new Set(keys)];
  const numbers = new Map(first.map((key, number) => [key, number]));
  expect(keys.map((key) => numberOf(numbering, key))).toEqual(keys.map((key) => numbers.get(key)));
  expect([...keysOf(numbering)]).toEqual(first);
});

test('the table of syllables is what its script writes', () => {
  const written = readFileSync(new URL('../../lib/text/pinyin-table.ts', import.meta.url), 'utf8');
  expect(pinyinSource()).toBe(written);
});
