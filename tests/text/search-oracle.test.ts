import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFolded, fold, foldedText } from '../../lib/text/normalise';
import { patternsOf, syllablesOf } from '../../lib/text/pinyin';
import { createSearch } from '../../lib/text/search';
import type { SearchHit } from '../../lib/text/search';
import { isOneErrorFrom } from '../../lib/text/typo';

type Query = { query: string; texts: readonly string[]; boosts: Float32Array; limit: number };

// Behind an apostrophe a word goes on with one or two letters.
const anyRun = /[a-z]+(?:'[a-z]{1,2}(?![a-z]))*|\d+|\p{Script=Han}+/gu;
const runsIn = (text: string) => (text.match(anyRun) ?? []).map((each) => each.replaceAll("'", ''));
const folded = (text: string) => foldedText(fold(createFolded(), text));
const isChinese = (run: string) => /\p{Script=Han}/u.test(run);

/** The search as it is meant: every text is asked for every word. */
function slowly({ query, texts, boosts, limit }: Query): SearchHit[] {
  const terms = runsIn(folded(query));
  let sums = new Map<number, number>(texts.map((_, index) => [index, 0]));
  if (terms.length === 0) return [];
  for (const term of terms) {
    const whole = found(texts, sums, (text) => scoreOf(term, text));
    const mayErr = whole.size === 0 && !isChinese(term) && term.length > 3;
    sums = mayErr ? found(texts, sums, (text) => errorScore(term, text)) : whole;
  }
  const hits = Array.from(sums, ([index, sum]) => {
    const brevity = Math.fround(1 / (20 + (texts[index]?.length ?? 0)));
    const worth = Math.fround(brevity + (boosts[index] ?? 0));
    return { index, score: sum / terms.length + worth };
  });
  const closer = inOrder(hits)
    .slice(0, 4 * limit)
    .map(({ index, score }) => {
      const place = folded(texts[index] ?? '').indexOf(folded(query.trim()));
      return { index, score: score + (place < 0 ? 0 : 0.2) + (place === 0 ? 0.1 : 0) };
    });
  return inOrder(closer).slice(0, limit);
}

const inOrder = (hits: readonly SearchHit[]) =>
  hits.toSorted((a, b) => b.score - a.score || a.index - b.index);

function found(
  texts: readonly string[],
  before: ReadonlyMap<number, number>,
  scoreIn: (text: string) => number,
) {
  const sums = new Map<number, number>();
  for (const [index, sum] of before) {
    const score = scoreIn(folded(texts[index] ?? ''));
    if (score > 0) sums.set(index, sum + Math.fround(score));
  }
  return sums;
}

function scoreOf(term: string, text: string): number {
  if (isChinese(term)) return runScore(term, text);
  const words = runsIn(text).filter((word) => word.startsWith(term));
  const scores = words.map((word) =>
    word === term ? 1 : 0.6 + (1 - 0.6) * 0.5 * (term.length / word.length),
  );
  const isTyped = patternsOf(term).some((pattern) => reads(pattern, text));
  return Math.max(0, isTyped ? 0.55 : 0, ...scores);
}

function runScore(run: string, text: string): number {
  if (run.length === 1) return text.includes(run) ? 1 : 0;
  const pairs = Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
  const share = pairs.filter((pair) => text.includes(pair)).length / pairs.length;
  return share >= 0.5 ? share ** 2 : 0;
}

function reads(pattern: readonly string[], text: string): boolean {
  return Array.from(text).some((_, start) =>
    pattern.every((part, at) =>
      syllablesOf(text.charCodeAt(start + at)).some((syllable) =>
        pattern.length === 1 ? syllable === part : syllable.startsWith(part),
      ),
    ),
  );
}

function errorScore(term: string, text: string): number {
  return runsIn(text).some((word) => !isChinese(word) && isOneErrorFrom(term, word)) ? 0.4 : 0;
}

const words = ['hold', 'holding', 'on', 'refund', 'find', 'late', 'later', 'x', '3', '33'];
const runs = ['退款', '对不起', '银行', '重新', '一', '一行', '起重', '款', '不行', '新'];
const spelled = ['tui', 'tuikuan', 'tk', 'dbq', 'duibu', 'yinhang', 'cx', 'yih', 'refnd', 'lat'];
const joined = (bits: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...bits, ' ', ' ', ', ', "'"), { maxLength }).map((all) => all.join(''));

test('finds what every text asked for every word would find, in the same order', () => {
  fc.assert(
    fc.property(
      fc.array(joined([...words, ...runs], 12), { minLength: 1, maxLength: 40 }),
      fc.array(joined([...words, ...runs, ...spelled], 5), { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom(0, 0, 0.15, 0.4), { minLength: 40, maxLength: 40 }),
      fc.constantFrom(1, 3, 20),
      (texts, queries, bonus, limit) => {
        const search = createSearch(texts.map((text) => ({ text })));
        const boosts = Float32Array.from(bonus);
        for (const query of queries)
          expect(search(query, { limit, boosts }), query).toEqual(
            slowly({ query, texts, boosts, limit }),
          );
      },
    ),
    { numRuns: 500 },
  );
});
