import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDraftCheck } from '../../lib/domain/draft-check';
import { packSchema } from '../../lib/domain/pack';
import type { Rewrite } from '../../lib/domain/pack';
import { fillPhrase } from '../../lib/domain/slot';
import { chinese, english } from './draft-sentences';

const packs = ['en', 'zh-cn'].map((name) =>
  packSchema.parse(
    JSON.parse(readFileSync(new URL(`../../public/packs/${name}.json`, import.meta.url), 'utf8')),
  ),
);
const check = createDraftCheck(packs);

/** The draft after the first rewrite of its worst flag. */
function reworded(draft: string): string | undefined {
  const [flag] = check(draft);
  if (!flag) return draft;
  const [rewrite] = flag.rewrites;
  return rewrite && draft.slice(0, rewrite.start) + rewrite.text + draft.slice(rewrite.end);
}

function checkFor(rewrite: Partial<Rewrite>, language: 'en' | 'zh-CN' = 'en') {
  const whole = { id: 'one', rule: 'W3', words: ['you must'], to: [], ...rewrite };
  return createDraftCheck([{ id: 'test', language, rewrites: [whole] }]);
}

describe('a draft and what it becomes', () => {
  test.each(english)('%j', (draft, expected) => {
    expect(reworded(draft)).toBe(expected);
  });
  test.each(chinese)('%j', (draft, expected) => {
    expect(reworded(draft)).toBe(expected);
  });
});

describe('a flag', () => {
  test('tells the words where they stand, the rule, the rewrite, and at most three wordings', () => {
    const [flag] = check('Hello. You must send the form. Thanks.');
    expect(flag).toMatchObject({
      start: 7,
      end: 15,
      words: 'You must',
      rule: 'W3',
      id: 'built-in.en:must',
    });
    expect(flag?.rewrites).toHaveLength(3);
    expect(flag?.rewrites[0]).toEqual({
      start: 7,
      end: 30,
      text: 'Could you please send the form?',
    });
  });

  test('counts in UTF-16 units behind characters beyond the first plane', () => {
    const draft = '👍👍. You must pay.';
    const [flag] = check(draft);
    expect(draft.slice(flag?.start, flag?.end)).toBe('You must');
  });

  test('of what hurts comes before one of what fails', () => {
    const rules = check('We can’t refund you. You are wrong. You must pay.').map(
      ({ rule }) => rule,
    );
    expect(rules).toEqual(['W7', 'W3', 'W2']);
  });

  test('of longer words takes the place of shorter ones inside', () => {
    expect(check('You have to wait.').map(({ id }) => id)).toEqual(['built-in.en:must-wait']);
  });
});

describe('a wording', () => {
  const becomes = (rewrite: Partial<Rewrite>, draft: string) => {
    const replacement = checkFor(rewrite)(draft)[0]?.rewrites[0];
    return (
      replacement &&
      draft.slice(0, replacement.start) + replacement.text + draft.slice(replacement.end)
    );
  };
  test.each<[string, Partial<Rewrite>, string, string | undefined]>([
    [
      'without an end mark replaces the words alone',
      { to: [{ text: 'please' }] },
      'You must pay it, soon.',
      'Please pay it, soon.',
    ],
    [
      'keeps its small letter in mid-sentence',
      { to: [{ text: 'please' }] },
      'Hi Ann, you must pay.',
      'Hi Ann, please pay.',
    ],
    [
      'with an end mark brings it along',
      { to: [{ text: 'could you …?' }] },
      'You must pay!',
      'Could you pay?',
    ],
    [
      'with an end mark ends a sentence that has none yet',
      { to: [{ text: 'could you …?' }] },
      'You must pay',
      'Could you pay?',
    ],
    [
      'does not carry two thoughts',
      { to: [{ text: 'could you …?' }] },
      'You must pay, or else.',
      undefined,
    ],
    [
      'does not go into a quotation',
      { to: [{ text: 'please' }] },
      'They wrote “you must pay”.',
      undefined,
    ],
    [
      'does not open a clause in the middle of one',
      { to: [{ text: 'please' }] },
      'I hear you must pay.',
      undefined,
    ],
    [
      'may stand anywhere if it says so',
      { to: [{ text: 'you can', where: 'anywhere' }] },
      'I hear you must pay.',
      'I hear you can pay.',
    ],
    [
      'that opens a sentence does not stand behind a condition',
      { to: [{ text: 'let me see.', where: 'start' }] },
      'When it is late, you must pay.',
      undefined,
    ],
    [
      'that needs a verb does not stand before a comma',
      { to: [{ text: 'please', follows: 'verb' }] },
      'You must, sadly, pay.',
      undefined,
    ],
    [
      'that needs a verb does not stand before “not”',
      { to: [{ text: 'please', follows: 'verb' }] },
      'You must not pay.',
      undefined,
    ],
    [
      'keeps the person of the words',
      { words: ['(I|we) refuse'], to: [{ text: '{I|we} see' }] },
      'So we refuse it.',
      'So we see it.',
    ],
    [
      'takes the words of the gap',
      { words: ['(I|we) refuse … until'], to: [{ text: '{I|we} do … once' }] },
      'We refuse to pay until it is May.',
      'We do to pay once it is May.',
    ],
    [
      'leaves a question a question',
      { to: [{ text: 'let me see.' }] },
      'And you must pay now?',
      undefined,
    ],
    [
      'leaves out what a sentence asks with its mark, and goes as a question',
      { to: [{ text: 'could you …?' }] },
      'You must pay now ?',
      'Could you pay now?',
    ],
    [
      'that states takes the place of a question only as a whole',
      { to: [{ text: 'let me see.' }] },
      'And you must?',
      'And let me see.',
    ],
    [
      'with a gap is not there where nothing stands in the gap',
      { words: ['you must'], to: [{ text: 'please … soon' }] },
      'You must pay.',
      undefined,
    ],
    [
      'takes no part of a longer word for a person',
      { words: ['they were sure'], to: [{ text: '{I|we} see' }] },
      'They were sure.',
      'I see.',
    ],
    [
      'takes the first person where the words have none',
      { words: ['nobody saw'], to: [{ text: '{I|we} see', where: 'anywhere' }] },
      'Well, nobody saw it.',
      'Well, I see it.',
    ],
    [
      'does not carry more than a sentence holds',
      { to: [{ text: 'could you …?' }] },
      `You must pay ${'very '.repeat(70)}soon.`,
      undefined,
    ],
  ])('%s', (_, rewrite, draft, expected) => {
    expect(becomes(rewrite, draft)).toBe(expected);
  });

  test.each([
    'They wrote "as you must pay"',
    'They wrote “as you must pay” to us',
    'They wrote 「as you must pay」 to us',
    'They wrote «as you must pay» to us',
    'They wrote (as you must pay) to us',
    'They wrote （as you must pay） to us',
    'They wrote (as you must pay, and soon) to us',
    'They wrote “so you must” pay to us',
  ])('that may stand anywhere does not go into %j', (draft) => {
    expect(becomes({ to: [{ text: 'you can', where: 'anywhere' }] }, draft)).toBeUndefined();
  });

  test.each([
    'They wrote “this”, and as you must pay, we wait.',
    'They wrote "this" as you must pay "that".',
    '(So) as you must pay (now).',
  ])('stands beside what is quoted in %j', (draft) => {
    const said = draft.replace('you must', 'you can');
    expect(becomes({ to: [{ text: 'you can', where: 'anywhere' }] }, draft)).toBe(said);
  });
});

describe('words are not meant', () => {
  test.each([
    ['in a condition', { stated: true }, 'If you must pay, do it soon.'],
    ['in a question', { stated: true }, 'Why do they say you must pay?'],
    [
      'where the context takes them back',
      { unless: ['you must be joking'] },
      'You must be joking.',
    ],
    ['in a longer sentence where they are to stand alone', { alone: true }, 'You must pay.'],
  ])('%s', (_, rewrite, draft) => {
    expect(checkFor(rewrite)(draft)).toEqual([]);
  });

  test('alone but for a name or a mark, they are', () => {
    expect(checkFor({ words: ['no'], alone: true })('Sorry, no.')).toHaveLength(1);
    expect(checkFor({ words: ['不行'], alone: true }, 'zh-CN')('亲，不行哦')).toHaveLength(1);
  });
});

describe('a draft check of several packs', () => {
  const rewrite = (id: string, rule: string, ...words: string[]) => ({ id, rule, words, to: [] });
  const told = (...given: Parameters<typeof createDraftCheck>[0]) => {
    const look = createDraftCheck(given);
    return (draft: string) => look(draft).map((flag) => `${flag.id} ${flag.words}`);
  };

  test('tells the longest of those that overlap, and of equals the first', () => {
    const look = told(
      {
        id: 'a',
        language: 'en',
        rewrites: [rewrite('short', 'W3', 'form 7'), rewrite('same', 'W3', 'the form')],
      },
      {
        id: 'b',
        language: 'en',
        rewrites: [rewrite('long', 'W3', 'send the form'), rewrite('twin', 'W3', 'form 7')],
      },
    );
    expect(look('Send form 7.')).toEqual(['a:short form 7']);
    expect(look('Send the form 7.')).toEqual(['b:long Send the form']);
    expect(look('The form. Form 7.')).toEqual(['a:same The form', 'a:short Form 7']);
    expect(look('The form form 7.')).toEqual(['a:same The form', 'a:short form 7']);
  });

  test('leaves alone what stands within a name, and only that', () => {
    const pack = {
      id: 'a',
      language: 'en' as const,
      names: [{ name: 'Form 7 Plus' }, { name: 'My form 7' }],
    };
    const look = told({
      ...pack,
      rewrites: [rewrite('form', 'W3', 'form 7'), rewrite('send', 'W3', 'send form 7')],
    });
    expect(look('Take Form 7 Plus.')).toEqual([]);
    expect(look('Take my form 7.')).toEqual([]);
    expect(look('Take form 7.')).toEqual(['a:form form 7']);
    expect(look('Please send form 7 plus.')).toEqual(['a:send send form 7']);
    expect(look('Form 7 Plus, form 7.')).toEqual(['a:form form 7']);
  });
});

describe('whatever is typed', () => {
  const words = packs.flatMap(({ rewrites = [] }) =>
    rewrites.flatMap((rewrite) => rewrite.words.map((each) => each.replaceAll(/[()[\]|…]/g, ' '))),
  );
  const draft = fc
    .array(
      fc.oneof(
        fc.constantFrom(...words),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(' ', '. ', '，', '?', '"', '\n', '\ud83d'),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(' '));

  test('flags lie inside, do not overlap, and rewrites cover their words and change nothing else', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const flags = check(text);
        const inOrder = flags.toSorted((a, b) => a.start - b.start);
        inOrder.forEach(({ start, end, words: found, rewrites }, index) => {
          expect(start).toBeGreaterThanOrEqual(inOrder[index - 1]?.end ?? 0);
          expect(text.slice(start, end)).toBe(found);
          expect(found).not.toBe('');
          expect(rewrites.length).toBeLessThanOrEqual(3);
          for (const one of rewrites) {
            expect(one.start).toBeLessThanOrEqual(start);
            expect(one.end).toBeGreaterThanOrEqual(end);
            expect(one.end).toBeLessThanOrEqual(text.length);
            expect(one.text.trim()).not.toBe('');
            expect(one.text).not.toMatch(/\{|…\S*\}/);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  test('the same draft gives the same flags', () => {
    fc.assert(
      fc.property(draft, (text) => {
        expect(check(text)).toEqual(check(text));
      }),
      { numRuns: 50 },
    );
  });

  test.each(['亲', 'ok ', '的', ', and '])('a draft of nothing but %j is read at once', (word) => {
    expect(check(`不行${word.repeat(20_000)}不行`).length).toBeLessThanOrEqual(2);
  });
});

describe.each(packs)('the rewrites of $id', ({ rewrites = [], phrases, language }) => {
  test('are at least 250, each with an id of its own', () => {
    expect(rewrites.length).toBeGreaterThanOrEqual(250);
    const ids = rewrites.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('cite rules of the doctrine', () => {
    expect(
      rewrites.filter(
        ({ rule }) => !/^(W[1-9]|S[1-3]|B[1-3]|R[1-7]|T[1-5]|H[1-6]|P[1-5])$/.test(rule),
      ),
    ).toEqual([]);
  });

  test('point at none of the phrases', () => {
    const known = { customer: language === 'en' ? 'Dana' : '李女士', agent: 'Noor' };
    const found = phrases.flatMap(({ id, text }) =>
      check(fillPhrase(text, known).text).map(({ words, id: by }) => `${id}: ${words} (${by})`),
    );
    expect(found).toEqual([]);
  });

  test('point at none of their own wordings', () => {
    const found = rewrites.flatMap(({ id, to }) =>
      to.flatMap(({ text }) => {
        const said = text
          .replaceAll(/\{([^|}]+)[^}]*\}/g, '$1')
          .replaceAll('…', language === 'en' ? 'send it' : '发来');
        return check(said).map(({ words, id: by }) => `${id}: ${words} (${by})`);
      }),
    );
    expect(found).toEqual([]);
  });
});
