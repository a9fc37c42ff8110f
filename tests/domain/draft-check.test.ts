import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDraftCheck } from '../../lib/domain/draft-check';
import { packSchema } from '../../lib/domain/pack';
import { fillPhrase } from '../../lib/domain/slot';
import { checkFor } from '../support/check-for';
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
