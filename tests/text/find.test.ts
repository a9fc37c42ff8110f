import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFault, parseFind } from '../../lib/text/find';
import { anyFind } from './finds';

function formsOf(words: string): string[][] {
  const result = parseFind(words);
  if (!result.ok) throw new Error(result.fault.why);
  return result.find.parts;
}

describe('a find', () => {
  test.each([
    ['sorry', [['sorry']]],
    ['so (sorry|sad)', [['so sorry', 'so sad']]],
    ['[so] sorry', [['so sorry', ' sorry']]],
    ['sorry … late', [['sorry '], [' late']]],
    ['sorry ... late', [['sorry '], [' late']]],
    ['sorry …… late', [['sorry '], [' late']]],
    ['sorry .. late', [['sorry '], [' late']]],
    ['太‥了', [['太'], ['了']]],
    ['(a|[b]c)', [['a', 'bc', 'c']]],
    ['(a|a)', [['a']]],
    ['（退款｜退货）了', [['退款了', '退货了']]],
    ['［真的］很抱歉', [['真的很抱歉', '很抱歉']]],
    ['太…了', [['太'], ['了']]],
    ['a \\(b\\)', [['a (b)']]],
    ['wait\\...', [['wait...']]],
    ['a\\b', [['a\\b']]],
    ['e.g. this..', [['e.g. this..']]],
    ['a\\', [['a\\']]],
  ])('%s', (words, forms) => {
    expect(formsOf(words)).toEqual(forms);
  });

  test.each([
    ['', 1, 'no-words'],
    [' \u200b', 1, 'no-words'],
    ['so (sad', 4, 'never-closed'],
    ['so [sad', 4, 'never-closed'],
    ['so sad)', 7, 'nothing-open'],
    ['so (sad]', 8, 'nothing-open'],
    ['(a|)', 4, 'empty-choice'],
    ['(|a)', 2, 'empty-choice'],
    ['()', 2, 'empty-choice'],
    ['a|b', 2, 'bare-choice'],
    ['…a', 1, 'bare-gap'],
    ['a…', 3, 'bare-gap'],
    ['a… …b', 4, 'bare-gap'],
    ['a ‥ ', 5, 'bare-gap'],
    ['(a‥b)', 3, 'gap-inside'],
    ['(a…b)', 3, 'gap-inside'],
    ['[a]', 1, 'all-optional'],
    ['a…[b]', 2, 'all-optional'],
    ['['.repeat(9), 9, 'too-deep'],
    ['a' + '…a'.repeat(8), 18, 'too-many-gaps'],
    ['(a|b)'.repeat(9), 1, 'too-many-forms'],
    ['a'.repeat(501), 501, 'too-long'],
  ])('%s is refused at %i: %s', (words, place, why) => {
    expect(findFault(words)).toMatchObject({ at: place - 1, why });
  });

  test('is what it was written from, however deep', () => {
    fc.assert(
      fc.property(anyFind, ({ source, parts }) => {
        expect(formsOf(source)).toEqual(parts.map((forms) => [...new Set(forms)]));
      }),
    );
  });

  test('of any signs at all is read or refused, and never asks for much', () => {
    const signs = fc.string({
      unit: fc.constantFrom(...'ab()[]|…\\. 是'.split('')),
      maxLength: 60,
    });
    fc.assert(
      fc.property(signs, (words) => {
        const result = parseFind(words);
        if (!result.ok) {
          expect(result.fault.at).toBeLessThanOrEqual(words.length);
          return;
        }
        expect(result.find.parts.flat().length).toBeLessThanOrEqual(256);
        expect(result.find.parts.flat().join('').length).toBeLessThanOrEqual(8000);
      }),
      { numRuns: 2000 },
    );
  });
});
