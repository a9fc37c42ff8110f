import { describe, expect, test } from 'vitest';
import { bucketOf, eachTerm, rangesOf } from '../../lib/text/term';

const isFound = (query: string, text: string) => {
  const terms: number[] = [];
  eachTerm(text, (term) => terms.push(term));
  return rangesOf(query).every(({ from, to }) => terms.some((term) => term >= from && term <= to));
};

test.each([
  ['dont', "They don't answer."],
  ['don’t', 'They dont answer.'],
  ["l'eau", "Il y a de l'eau."],
  ['eau', "Il y a de l'eau."],
  ['answ', "They don't answer."],
  ['退款', '请您退款吧'],
  ['款', '请您退款吧'],
  ['请', '请您退款吧'],
  ['吧', '请您退款吧'],
  ['a', 'a or z'],
  ['z', 'a or z'],
  ['zap', 'a zapped one'],
  ['019', 'no. 0198'],
  ['cafe', 'Café noir'],
  ['café', 'Cafe noir'],
  ['прив', 'Привет!'],
  ['extraordin', 'extraordinarily'],
  // Words that differ behind ten letters are one term.
  ['extraordinary', 'extraordinarily'],
])('%o is found in %o', (query, text) => expect(isFound(query, text)).toBe(true));

test.each([
  ['do', "They don't answer."],
  ['nt', "They don't answer."],
  ['款退', '请您退款吧'],
  ['请退', '请您退款吧'],
  ['敷', '请您退款吧'],
  ['abc', 'abd'],
  ['abd', 'abc'],
  ['ab', 'abc'],
  ['019', '0 20 018'],
  ['zap', 'zaq'],
  ['мир', 'Привет!'],
  ['extraordid', 'extraordinarily'],
])('%o is not found in %o', (query, text) => expect(isFound(query, text)).toBe(false));

describe('a bucket', () => {
  const termOf = (text: string) => rangesOf(text)[0] ?? { from: 0, to: 0 };

  test.each([
    ['refund', 'referee'],
    ['ref', 'refund'],
    ['退款', '退货'],
    ['退', '退货'],
    ['01234', '01299'],
  ])('is one for %s and %s', (one, other) => {
    for (const buckets of [1, 2, 256, 1000]) {
      const [{ from, to }, beside] = [termOf(one), termOf(other)];
      const bucket = bucketOf(from, buckets);
      expect(bucketOf(to, buckets)).toBe(bucket);
      expect(bucketOf(beside.from, buckets)).toBe(bucket);
      expect(bucket).toBeGreaterThanOrEqual(0);
      expect(bucket).toBeLessThan(buckets);
    }
  });

  test.each([
    ['words', (at: number) => `${String.fromCharCode(97 + (at % 26))}${100 + at}`],
    ['characters', (at: number) => String.fromCharCode(0x4e00 + 5 * at)],
  ])('holds few of a thousand %s', (_, textAt) => {
    const sizes = new Uint16Array(256);
    for (let at = 0; at < 1000; at++) {
      const bucket = bucketOf(termOf(textAt(at)).from, 256);
      sizes[bucket] = (sizes[bucket] ?? 0) + 1;
    }
    expect(Math.max(...sizes)).toBeLessThan(40);
  });
});
