import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFault, parseFind } from '../../lib/text/find';
import { anyFind } from './finds';

function formsOf(words: string): string[][] {
  const result = parseFind(words);
  if (!result.ok) throw new Error(result.fault.reason);
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
    ['', 1, 'needs words'],
    [' \u200b', 1, 'needs words'],
    ['so (sad', 4, 'never closed'],
    ['so [sad', 4, 'never closed'],
    ['so sad)', 7, 'Nothing is open'],
    ['so (sad]', 8, 'Nothing is open'],
    ['(a|)', 4, 'alternative is empty'],
    ['(|a)', 2, 'alternative is empty'],
    ['()', 2, 'alternative is empty'],
    ['a|b', 2, 'into brackets'],
    ['…a', 1, 'before and behind'],
    ['a…', 3, 'before and behind'],
    ['a… …b', 4, 'before and behind'],
    ['a ‥ ', 5, 'before and behind'],
    ['(a‥b)', 3, 'cannot stand inside'],
    ['(a…b)', 3, 'cannot stand inside'],
    ['[a]', 1, 'Nothing is left'],
    ['a…[b]', 2, 'Nothing is left'],
    ['['.repeat(9), 9, 'at most 8 deep'],
    ['a' + '…a'.repeat(8), 18, 'at most 7 gaps'],
    ['(a|b)'.repeat(9), 1, 'more ways'],
    ['a'.repeat(501), 501, 'at most 500'],
  ])('%s is refused at %i: %s', (words, place, reason) => {
    expect(findFault(words)).toMatch(new RegExp(`${reason}.*\\(character ${place}\\)$`));
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
