import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../lib/text/matcher';
import type { Hit } from '../../lib/text/matcher';
import { compileFinds } from '../../lib/text/compile';
import { anyFind, anyRule, tryEveryPlace } from './finds';
import type { Rule } from './finds';

// Small alphabets, so that finds are found; whole Unicode and broken pairs, so that nothing surprises.
const unit = fc.constantFrom(
  ..."aabbccooot  h1是是退款\n'’!.。\u200b\u0301\u00a0\u3000İß\ud83d\udc00".split(''),
  'Ａ',
  'ooo',
  '萬',
  '万',
  '𠮷',
  '👍',
  '❤️',
  'é',
);
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit, maxLength: 40 }) },
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'binary' }),
);
const separator = fc.oneof(
  fc.constantFrom(' ', ', ', '，', '. ', ' was it ', ''),
  fc.string({ unit, maxLength: 5 }),
);
/** Most random texts hold none of the finds: here their forms are thrown in. */
const rulesAndText = fc.array(anyRule, { minLength: 1, maxLength: 5 }).chain((rules) => {
  const form = fc.tuple(fc.constantFrom(...formsOf(rules)), separator);
  const mixed = fc
    .array(form, { minLength: 1, maxLength: 8 })
    .map((texts) => texts.flat().join(''));
  return fc.record({
    rules: fc.constant(rules),
    text: fc.oneof(anyText, { weight: 5, arbitrary: mixed }),
  });
});

function formsOf(rules: readonly Rule[]): string[] {
  return rules.flatMap(({ parts, unless }) =>
    [...parts, ...unless.flatMap((each) => each.parts)].flat(),
  );
}

function hitsOf(text: string, rules: readonly Rule[]): Hit<number>[] {
  const finds = rules.map(({ source, unless }, value) => ({
    words: source,
    value,
    unless: unless.map((each) => each.source),
  }));
  const matcher = createMatcher(finds);
  expect(matcher.refusals).toEqual([]);
  return matcher(text);
}

describe('for any finds and any text, broken Unicode included', () => {
  test('the hits are those of trying every place, one after the other', () => {
    let [tried, found] = [0, 0];
    fc.assert(
      fc.property(rulesAndText, ({ rules, text }) => {
        const expected = tryEveryPlace(text, rules);
        tried++;
        found += expected.length;
        expect(hitsOf(text, rules)).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(tried / 3);
  });

  test('a matcher used before finds what a new one finds', () => {
    fc.assert(
      fc.property(fc.array(anyFind, { maxLength: 4 }), fc.array(anyText), (finds, texts) => {
        const lines = finds.map(({ source }, value) => ({ words: source, value }));
        const used = createMatcher(lines);
        for (const text of texts) expect(used(text)).toEqual(createMatcher(lines)(text));
      }),
    );
  });

  test('any words at all are either found where they stand or refused with a reason', () => {
    fc.assert(
      fc.property(anyText, fc.string({ unit: 'binary', minLength: 1 }), (text, words) => {
        const { refusals } = compileFinds([{ words }]);
        const hits = createMatcher([{ words, value: 0 }])(`${text} ${words} ${text}`);
        if (refusals.length > 0) expect(refusals[0]?.reason).not.toBe('');
        else if (!/[()[\]|…（）［］｜\\]|\.\.\./.test(words)) expect(hits).not.toEqual([]);
      }),
    );
  });
});
