import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../lib/text/matcher';
import type { Hit } from '../../lib/text/matcher';

/** What stands in the text where the words were found. */
function found(text: string, ...words: string[]): string[] {
  return hitsOf(text, words).map(({ start, end }) => text.slice(start, end));
}

function hitsOf(text: string, words: readonly string[]): Hit<number>[] {
  return createMatcher(words.map((each, value) => ({ words: each, value })))(text);
}

describe('words of an alphabet', () => {
  test.each([
    ['sorry', 'I am sorry.', ['sorry']],
    ['sorry', 'sorry', ['sorry']],
    ['sorry', '(sorry)', ['sorry']],
    ['sorry', 'sorry, sorry', ['sorry', 'sorry']],
    ['sorry', 'sorrysorry', []],
    ['sorry', 'sorryness', []],
    ['sorry', 'unsorry', []],
    ['5 minutes', 'in 15 minutes', []],
    ['5 minutes', 'in 5 minutes', ['5 minutes']],
    ['no', 'nö no', ['no']],
    ['one', 'twöone', []],
    ['?', 'why?because', ['?']],
    ["'re sorry", "we're sorry", ["'re sorry"]],
    ['sorry', '很sorry的', ['sorry']],
    ['sorry', '❤️sorry❤️', ['sorry']],
    ['да', 'да, дада', ['да']],
  ])('%j in %j', (words, text, expected) => {
    expect(found(text, words)).toEqual(expected);
  });
});

describe('Chinese', () => {
  test.each([
    ['抱歉', '非常抱歉给您', ['抱歉']],
    ['是的', '不是的，是的', ['是的', '是的']],
    ['3天', '等了3天了', ['3天']],
    ['3天', '等了13天了', []],
    ['𠮷野', '我是𠮷野家', ['𠮷野']],
    ['很好', '很　好', []],
    ['很 好', '很　好', ['很　好']],
  ])('%s is found anywhere in %s', (words, text, expected) => {
    expect(found(text, words)).toEqual(expected);
  });
});

describe('what does not matter', () => {
  test.each([
    ['case', "i'm SORRY", "I'M Sorry", "I'M Sorry"],
    ['curly quotes', "I'm sorry", 'I’m sorry', 'I’m sorry'],
    ['straight quotes', 'I’m sorry', "I'm sorry", "I'm sorry"],
    ['curly double quotes', '"later"', 'you said “later” twice', '“later”'],
    ['unbreakable spaces', 'so sorry', 'so\u00a0sorry', 'so\u00a0sorry'],
    ['wide spaces', 'so sorry', 'so\u3000sorry', 'so\u3000sorry'],
    ['capitals that grow in lower case', 'İzmir', 'from İzmir', 'İzmir'],
    ['what grows before the words', 'sorry', 'İİİ sorry', 'sorry'],
  ])('%s', (_, words, text, expected) => {
    expect(found(text, words)).toEqual([expected]);
  });

  test('accents do matter', () => {
    expect(found('résumé', 'resume')).toEqual([]);
  });
});

describe('several words', () => {
  test('hits come in the order of the text, the longer first where they begin together', () => {
    expect(found('so sorry for this', 'sorry', 'this', 'so', 'so sorry')).toEqual([
      'so sorry',
      'so',
      'sorry',
      'this',
    ]);
  });

  test('words may overlap themselves', () => {
    expect(hitsOf('哈哈哈', ['哈哈']).map(({ start }) => start)).toEqual([0, 1]);
  });

  test('no hit begins or ends inside a character', () => {
    expect(hitsOf('👍', ['\ud83d', '\udc4d'])).toEqual([]);
    expect(hitsOf('\ud83d 👍', ['\ud83d'])).toHaveLength(1);
  });

  test('each find keeps its value, the same words included', () => {
    expect(hitsOf('ok', ['ok', 'OK']).map(({ value }) => value)).toEqual([0, 1]);
  });

  test.each([
    ['no finds', [], 'text'],
    ['empty words', [''], 'text'],
    ['an empty text', ['word'], ''],
  ])('%s: no hits', (_, words, text) => {
    expect(hitsOf(text, words)).toEqual([]);
  });
});

// Small alphabets, so that finds are found; whole Unicode and broken pairs, so that nothing surprises.
const unit = fc.constantFrom(
  ...'aAb1 .\'’"“\u00a0\u3000很好İß\ud83d\udc00'.split(''),
  '𐐀',
  '👍',
  '𠮷',
);
const anyText = fc.oneof(
  fc.string({ unit, maxLength: 24 }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'binary' }),
);
const anyWords = fc.array(fc.oneof(fc.string({ unit, maxLength: 3 }), anyText), { maxLength: 6 });

describe('for any text and any words, broken Unicode included', () => {
  test('what stands at a hit is the words, but for what does not matter', () => {
    fc.assert(
      fc.property(anyText, anyWords, (text, words) => {
        for (const { start, end, value } of hitsOf(text, words))
          expect(plain(text.slice(start, end))).toBe(plain(words[value] ?? ''));
      }),
    );
  });

  test('the hits are those of trying every place, one after the other', () => {
    fc.assert(
      fc.property(anyText, anyWords, (text, words) => {
        expect(hitsOf(text, words).toSorted(byPlace)).toEqual(tryEveryPlace(text, words));
      }),
      { numRuns: 500 },
    );
  });

  test('the hits are in order', () => {
    fc.assert(
      fc.property(anyText, anyWords, (text, words) => {
        const hits = hitsOf(text, words);
        const inOrder = hits.toSorted((a, b) => a.start - b.start || b.end - a.end);
        expect(hits).toEqual(inOrder);
      }),
    );
  });

  test('what was put between spaces is found there', () => {
    fc.assert(
      fc.property(anyText, fc.string({ minLength: 1 }), (text, words) => {
        const start = text.length + 1;
        expect(hitsOf(`${text} ${words} ${text}`, [words])).toContainEqual({
          start,
          end: start + words.length,
          value: 0,
        });
      }),
    );
  });
});

/** The rule again, said the slow way. */
function tryEveryPlace(text: string, words: readonly string[]): Hit<number>[] {
  const hits: Hit<number>[] = [];
  words.forEach((each, value) => {
    if (each === '') return;
    for (let start = 0; start + each.length <= text.length; start++) {
      const end = start + each.length;
      const same = plain(text.slice(start, end)) === plain(each);
      if (same && mayCut(text, start) && mayCut(text, end)) hits.push({ start, end, value });
    }
  });
  return hits.toSorted(byPlace);
}

function byPlace(a: Hit<number>, b: Hit<number>): number {
  return a.start - b.start || a.end - b.end || a.value - b.value;
}

function mayCut(text: string, offset: number): boolean {
  const [before = '', after = ''] = [text[offset - 1], text[offset]];
  if (Array.from(before + after).length === 1 && before !== '' && after !== '') return false;
  const joins = /^[\p{L}\p{N}]$/u;
  const han = /^\p{Script=Han}$/u;
  return ![before, after].every((character) => joins.test(character) && !han.test(character));
}

function plain(text: string): string {
  let result = '';
  for (const character of text) {
    if ('‘’ʼ'.includes(character)) result += "'";
    else if ('“”'.includes(character)) result += '"';
    else if ('\u00a0\u3000'.includes(character)) result += ' ';
    else result += small(character);
  }
  return result;
}

function small(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}
