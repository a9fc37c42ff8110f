import { describe, expect, test } from 'vitest';
import { entryOf, unitMask } from '../../lib/text/character';
import { createMatcher } from '../../lib/text/matcher';
import type { Hit } from '../../lib/text/matcher';

/** What stands in the text where the words were found. */
function found(text: string, ...words: string[]): string[] {
  return hitsOf(text, words).map(({ start, end }) => text.slice(start, end));
}

function hitsOf(text: string, words: readonly string[]): Hit<number>[] {
  return createMatcher(words.map((each, value) => ({ words: each, value })))(text);
}

const starts = (text: string, words: string) => hitsOf(text, [words]).map(({ start }) => start);

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

  test('where places of one find overlap, the first is told', () => {
    expect(hitsOf('a b a b a', ['a b a']).map(({ start }) => start)).toEqual([0]);
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

describe('more characters than there are steps of a trie', () => {
  const simple = Array.from({ length: 7000 }, (_, at) => 0x4e00 + at).filter(
    (unit) => (entryOf(unit) & unitMask) === unit,
  );
  const one = (at: number) => String.fromCharCode(simple[at % 900] ?? 0);
  // Words that begin alike, that are the beginning of another, and that stand alone.
  const words = Array.from({ length: 900 }, (_, at) => [
    one(at) + one(at + 1),
    one(at) + one(at + 450) + one(at + 2),
    one(at) + one(at + 450) + one(at + 3) + one(at + 4),
  ]).flat();

  test('each is found, and what ends otherwise is not', () => {
    const match = createMatcher(words.map((each, value) => ({ words: each, value })));
    const others = words.map((word, at) => word.slice(0, -1) + one(at + 200));
    const texts = [...words, ...others].filter((_, at) => at % 5 === 0);
    const told = (values: readonly number[]) => values.toSorted((a, b) => a - b).join(' ');
    const foundIn = (text: string) => told(match(text).map(({ value }) => value));
    const standIn = (text: string) =>
      told([...words.keys()].filter((value) => text.includes(words[value] ?? '')));
    expect(texts.filter((text) => foundIn(text) !== standIn(text))).toEqual([]);
  });
});

describe('a find with choices', () => {
  test.each([
    ['so (sorry|sad)', 'so sad, so sorry', ['so sad', 'so sorry']],
    ['[so] sorry', 'so sorry, sorry', ['so sorry', 'sorry']],
    ['[really] [so] sorry', 'I am really so sorry', ['really so sorry']],
    [
      '(a|the) [very] (good|fine) day',
      'the fine day, a very good day',
      ['the fine day', 'a very good day'],
    ],
    ['[真的]很(抱歉|对不起)', '真的很对不起，很抱歉', ['真的很对不起', '很抱歉']],
    ['（退款｜退貨）', '我要退货', ['退货']],
    ['哈哈[哈]', '哈哈', ['哈哈']],
  ])('%s in %s', (words, text, expected) => {
    expect(found(text, words)).toEqual(expected);
  });
});

describe('a find with a gap', () => {
  const eleven = 'one two three four five six seven eight nine ten eleven';
  test.each([
    ['sorry … late', 'sorry late', ['sorry late']],
    ['sorry … late', 'Sorry, you are so late!', ['Sorry, you are so late']],
    ['sorry … late', 'late, sorry', []],
    ['sorry … late', `sorry ${eleven} twelve late`, [`sorry ${eleven} twelve late`]],
    ['sorry … late', `sorry ${eleven} twelve more late`, []],
    ['sorry … late', 'sorry. late', []],
    ['sorry … late', 'sorry! late', []],
    ['sorry … late', 'sorry 3.5 hours late', ['sorry 3.5 hours late']],
    ['sorry … late', 'sorry sorry late late', ['sorry sorry late']],
    ['we .. can', 'we can', ['we can']],
    ['we .. can', 'we really also just can', ['we really also just can']],
    ['we .. can', 'we really also just now can', []],
    ['we .. can', 'we, as I said, can', []],
    ['太‥了', '太让人失望了', ['太让人失望了']],
    ['太‥了', '太让人家很失望了', []],
    ['how … ?', 'how is it?', ['how is it?']],
    ['a … b … c', 'a b x b c', ['a b x b c']],
    ['太…了', '太让人失望了', ['太让人失望了']],
    [
      '太…了',
      `太${'好'.repeat(2)}${'看见'.repeat(9)}了`,
      [`太${'好'.repeat(2)}${'看见'.repeat(9)}了`],
    ],
    ['太…了', `太${'好'.repeat(2)}${'看见'.repeat(9)}的了`, []],
    ['太…了', '太好。走了', []],
    ['(没|不)…(退款|退货)', '你们不给我退货', ['不给我退货']],
  ])('%s in %s', (words, text, expected) => {
    expect(found(text, words)).toEqual(expected);
  });
});

describe('contexts that take words back', () => {
  test.each([
    ['worry', ["don't worry"], 'Don’t worry. I worry.', ['worry']],
    ['wait', ["can't wait"], "I can't wait", []],
    ['happy', ['not … happy'], 'not very happy, happy', ['happy']],
    ['happy', ['not … happy'], 'happy, not happy', ['happy']],
    ['problem', ['(no|not a) problem'], 'no problem, a problem', ['problem']],
    ['problem', ['no problem'], 'nooo problem', []],
    ['生气', ['(不|没)[有]生气'], '我没有生气，我很生气', ['生气']],
    ['a … c', ['a b c'], 'a b c, a c', ['a c']],
  ])('%s unless %j in %s', (words, unless, text, expected) => {
    const hits = createMatcher([{ words, unless, value: 0 }])(text);
    expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  test('one of several contexts is enough, wherever it stands', () => {
    const unless = ['no worry', "don't worry", 'worry not'];
    const match = createMatcher([{ words: 'worry', unless, value: 0 }]);
    expect(match("don't worry, worry not, I worry, no worry").map(({ start }) => start)).toEqual([
      26,
    ]);
  });

  test('belong to their own find alone', () => {
    const match = createMatcher([
      { words: 'worry', value: 'a', unless: ["don't worry"] },
      { words: 'worry', value: 'b' },
    ]);
    expect(match("don't worry").map(({ value }) => value)).toEqual(['b']);
  });
});

describe('finds in one text', () => {
  test('come in the order of the text, the longer first, then as they were given', () => {
    const finds = ['waiting', 'so sorry', 'so', 'wait', 'so sorry'];
    const hits = hitsOf('so sorry, waiting', finds).map(({ value }) => finds[value]);
    expect(hits).toEqual(['so sorry', 'so sorry', 'so', 'waiting']);
    expect(hitsOf('so sorry', finds).map(({ value }) => value)).toEqual([1, 4, 2]);
  });

  test('those with a gap stand among the others', () => {
    const finds = ['this', 'so … late', 'late', 'so', 'very'];
    expect(found('so very late for this', ...finds)).toEqual([
      'so very late',
      'so',
      'very',
      'late',
      'this',
    ]);
    expect(found('this is so late', ...finds)).toEqual(['this', 'so late', 'so', 'late']);
  });

  test('those read a second time stand among the others', () => {
    expect(found('so god, goood so', 'god', 'so')).toEqual(['so', 'god', 'goood', 'so']);
  });

  test('of one find that overlaps itself the first counts; where they touch, both', () => {
    expect(starts('对不对不对不对', '对不对')).toEqual([0, 4]);
    expect(starts('好的好的', '好的')).toEqual([0, 2]);
  });

  test('of one find that ends in two places the longer counts', () => {
    expect(found('sorry indeed', 'sorry [indeed]')).toEqual(['sorry indeed']);
  });
});

describe('letters three times or more', () => {
  test.each([
    ['so good', 'SOOO good', 'SOOO good'],
    ['so good', 'so gooood', 'so gooood'],
    ['hello', 'heeellooo', 'heeellooo'],
    // One reading of both words is right for one of them.
    ['so good', 'sooo goood', undefined],
    ['hello', 'helllo', 'helllo'],
    ['no', 'nooooo!', 'nooooo'],
    ['hmmm', 'hmmmmm', 'hmmmmm'],
    ['10', '1000', undefined],
  ])('%s in %s', (words, text, expected) => {
    expect(found(text, words)).toEqual(expected === undefined ? [] : [expected]);
  });
});

describe('finds that cannot be understood', () => {
  test('are left out, each with its line and a reason', () => {
    const matcher = createMatcher([
      { words: 'so (sad', value: 0 },
      { words: 'sorry', value: 1 },
      { words: 'late', value: 2, unless: ['[not]'] },
    ]);
    expect(matcher('so (sad sorry late').map(({ value }) => value)).toEqual([1]);
    expect(matcher.refusals).toEqual([
      { line: 0, words: 'so (sad', reason: 'never-closed' },
      { line: 2, words: '[not]', reason: 'all-optional' },
    ]);
  });

  test('alternatives that come to too much text are refused, the other finds stay', () => {
    const wide = Array.from({ length: 1500 }, (_, index) => ({
      words: `${'word '.repeat(30)}${'(a|b)'.repeat(5)}${index}`,
      value: index,
    }));
    const matcher = createMatcher([...wide, { words: 'sorry', value: -1 }]);
    expect(matcher.refusals[0]?.reason).toBe('too-much');
    expect(matcher.refusals.length).toBeLessThan(1500);
    expect(matcher('sorry')).toEqual([{ start: 0, end: 5, value: -1 }]);
  });

  test('any number of places comes to an end', () => {
    const same = Array.from({ length: 1000 }, (_, value) => ({ words: 'a', value }));
    expect(createMatcher(same)('a '.repeat(10_000)).length).toBeLessThan(120_000);
  });
});
