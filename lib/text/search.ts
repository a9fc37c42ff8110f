// Finds phrases as they are looked for: words begun in any order, Chinese without spaces, pinyin, one typing error.
import { createFolded, fold, foldedText } from './normalise';
import { patternsOf, unitsOf } from './pinyin';
import { buildIndex, eachRun, initialOf, initialsAt, pairOf, slice, unitAt } from './search-index';
import type { SearchIndex } from './search-index';
import { beginQuery, beginRound, countPlaces, createTally, mark, markAll } from './tally';
import type { Span, Tally } from './tally';
import { isOneErrorFrom } from './typo';

/** `shortcut` is what may be typed instead of words of the text, with or without a slash before it. */
export type SearchEntry = { text: string; shortcut?: string | undefined };
/** `index`: of the entry. `score`: about 1 for a full match of every word, and what `boost` adds. */
export type SearchHit = { index: number; score: number };
export type SearchOptions = {
  limit: number;
  /** What speaks for an entry beside its words, such as its step; below 1, so that words count first. */
  boost?: (index: number) => number;
};
export type Search = (query: string, options: SearchOptions) => SearchHit[];

/** Every word of the query must stand in a text. Those that fit best come first, ties in the entries' order. */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const work: Work = {
    entries,
    index: buildIndex(entries.map(({ text }) => text)),
    tally: createTally(entries.length),
    folded: createFolded(),
    brevity: Float32Array.from(entries, ({ text }) => 1 / (20 + text.length)),
  };
  const findShortcuts = createShortcuts(entries);
  return (query, { limit, boost = () => 0 }) => {
    const shortcuts = findShortcuts(query);
    if (query.trim().startsWith('/') && shortcuts.length > 0) return shortcuts.slice(0, limit);
    const terms = termsOf(query);
    if (terms.length === 0) return [];
    beginQuery(work.tally);
    if (terms.length === 1)
      for (const { index, score } of shortcuts) mark(work.tally, index, score);
    terms.forEach((term, round) => {
      if (round > 0) beginRound(work.tally);
      if (term.isChinese) markRun(work, term.text);
      else markWord(work, term.text);
    });
    return chooseBest(work, { query, words: terms.length, limit, boost });
  };
}

type Work = {
  entries: readonly SearchEntry[];
  index: SearchIndex;
  tally: Tally;
  folded: ReturnType<typeof createFolded>;
  /** What speaks for a short text among equals. */
  brevity: Float32Array;
};

/** The entries whose shortcut begins like the query, exact ones first. */
function createShortcuts(entries: readonly SearchEntry[]): (query: string) => SearchHit[] {
  const shortcuts = entries.flatMap(({ shortcut }, index) =>
    shortcut === undefined ? [] : [{ shortcut: shortcut.toLowerCase(), index }],
  );
  return (query) => {
    const typed = query.trim().toLowerCase().replace('/', '');
    return shortcuts
      .filter(({ shortcut }) => typed !== '' && shortcut.startsWith(typed))
      .map(({ shortcut, index }) => ({ index, score: shortcut === typed ? 3 : 1.5 }))
      .toSorted((a, b) => b.score - a.score || a.index - b.index);
  };
}

type Term = { text: string; isChinese: boolean };

// More words than anyone types to find a sentence.
const mostTerms = 16;
const mostTermLength = 40;

function termsOf(query: string): Term[] {
  const folded = fold(createFolded(), query);
  const terms: Term[] = [];
  eachRun(folded, (start, end, isChinese) => {
    const text = slice(folded, start, Math.min(end, start + mostTermLength));
    if (terms.length < mostTerms) terms.push({ text, isChinese });
  });
  return terms;
}

// What is begun counts less than what is whole, pinyin less than either, and an error least.
const scores = { begun: 0.6, pinyin: 0.55, error: 0.4 };

function markWord(work: Work, word: string): void {
  const { index, tally } = work;
  const from = firstAtLeast(index.words, word);
  const to = firstAtLeast(index.words, `${word}\uffff`);
  for (let at = from; at < to; at++) {
    const share = word.length / (index.words[at]?.length ?? Infinity);
    const score = share === 1 ? 1 : scores.begun + (1 - scores.begun) * 0.5 * share;
    markAll(tally, index.wordTexts, at, at + 1, score);
  }
  for (const pattern of patternsOf(word)) markPattern(work, pattern);
  if (tally.count === 0 && word.length > 3) markErrors(work, word);
}

function markErrors({ index, tally }: Work, word: string): void {
  index.words.forEach((each, at) => {
    if (isOneErrorFrom(word, each)) markAll(tally, index.wordTexts, at, at + 1, scores.error);
  });
}

/** Pairs of neighbours find it: half of them are enough, for words in another order and for one wrong character. */
function markRun({ index, tally }: Work, run: string): void {
  if (run.length === 1) return markAll(tally, index.pairTexts, ...startingWith(index, run), 1);
  const places = Array.from({ length: run.length - 1 }, (_, at) => {
    const pair = pairOf(run.charCodeAt(at), run.charCodeAt(at + 1));
    const from = firstAtLeast(index.pairs, pair);
    return [{ postings: index.pairTexts, from, to: index.pairs[from] === pair ? from + 1 : from }];
  });
  countPlaces(tally, places, Math.ceil(places.length / 2), (text, count) =>
    mark(tally, text, (count / places.length) ** 2),
  );
}

/** The pairs that begin with a character. */
function startingWith({ pairs }: SearchIndex, character: string): [from: number, to: number] {
  const unit = character.charCodeAt(0);
  return [firstAtLeast(pairs, pairOf(unit, 0)), firstAtLeast(pairs, pairOf(unit + 1, 0))];
}

/** Texts with characters that are typed like this, one after the other. */
function markPattern(work: Work, pattern: readonly string[]): void {
  const { entries, index, tally } = work;
  const parts = pattern.map((beginning) => ({ beginning, units: unitsOf(beginning, 'beginning') }));
  const [first] = parts;
  if (!first) return;
  if (parts.length === 1) {
    // A syllable under way would be half the language.
    for (const unit of unitsOf(first.beginning, 'whole')) {
      const span = startingWith(index, String.fromCharCode(unit));
      markAll(tally, index.pairTexts, ...span, scores.pinyin);
    }
    return;
  }
  const places = placesOf(index, parts);
  // Two places may stand far apart, and initials are those of many syllables.
  const areInitials = pattern.every((beginning) => beginning.length === 1);
  const isExact = places.length === 1 && (parts.length === 2 || areInitials);
  countPlaces(tally, places, places.length, (text) => {
    if (isExact || reads(work, entries[text]?.text ?? '', parts)) mark(tally, text, scores.pinyin);
  });
}

type Part = { beginning: string; units: ReadonlySet<number> };

/** Two syllables are rare; but two initials are not, and three are found in one list. */
function placesOf(index: SearchIndex, parts: readonly Part[]): Span[][] {
  if (parts.length > 2 && parts.some(({ beginning }) => beginning.length === 1))
    return parts.slice(2).map((part, at) => [initialSpan(index, [parts[at], parts[at + 1], part])]);
  return parts.slice(1).map((part, at) => spansOf(index, parts[at] ?? part, part));
}

function initialSpan(index: SearchIndex, parts: readonly (Part | undefined)[]): Span {
  const [first = 0, second = 0, third] = parts.map((part) => initialOf(part?.beginning ?? ''));
  const from = initialsAt(first, second, third);
  const to = third === undefined ? initialsAt(first, second + 1) : from + 1;
  return { postings: index.initialTexts, from, to };
}

function spansOf(index: SearchIndex, first: Part, second: Part): Span[] {
  if (first.beginning.length === 1 && second.beginning.length === 1)
    return [initialSpan(index, [first, second])];
  const spans: Span[] = [];
  for (const unit of first.units) {
    const [from, to] = startingWith(index, String.fromCharCode(unit));
    for (let at = from; at < to; at++) {
      if (second.units.has((index.pairs[at] ?? 0) % 0x10000))
        spans.push({ postings: index.pairTexts, from: at, to: at + 1 });
    }
  }
  return spans;
}

/** Whether characters that are typed like this stand in the text side by side. */
function reads({ folded }: Work, text: string, parts: readonly Part[]): boolean {
  fold(folded, text);
  const last = folded.length - parts.length;
  for (let start = 0; start <= last; start++) {
    let at = 0;
    while (at < parts.length && parts[at]?.units.has(unitAt(folded, start + at))) at++;
    if (at === parts.length) return true;
  }
  return false;
}

function firstAtLeast<Key extends string | number>(sorted: ArrayLike<Key>, key: Key): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle];
    if (there !== undefined && there < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Choice = { query: string; words: number; limit: number; boost: (index: number) => number };

/** The best few by their words are looked at more closely: what stands together as it was typed comes first. */
function chooseBest(work: Work, { query, words, limit, boost }: Choice): SearchHit[] {
  const { entries, tally, folded, brevity } = work;
  const best: SearchHit[] = [];
  const most = 4 * limit;
  let worst = -Infinity;
  for (let at = 0; at < tally.count; at++) {
    const index = tally.found[at] ?? 0;
    const score = (tally.sums[index] ?? 0) / words + (brevity[index] ?? 0) + boost(index);
    if (best.length < most || score > worst) worst = keepBest(best, { index, score }, most);
  }
  const typed = foldedText(fold(folded, query.trim()));
  const closer = best.map(({ index, score }) => {
    const place = foldedText(fold(folded, entries[index]?.text ?? '')).indexOf(typed);
    return { index, score: score + (place < 0 ? 0 : 0.2) + (place === 0 ? 0.1 : 0) };
  });
  return closer.toSorted(byScore).slice(0, limit);
}

function byScore(a: SearchHit, b: SearchHit): number {
  return b.score - a.score || a.index - b.index;
}

/** Puts a hit in its place among the best, and tells the score of the last of them. */
function keepBest(best: SearchHit[], hit: SearchHit, most: number): number {
  let at = best.length;
  for (let before = best[at - 1]; before && byScore(before, hit) > 0; before = best[at - 1]) at--;
  best.splice(at, 0, hit);
  if (best.length > most) best.pop();
  return best.at(-1)?.score ?? -Infinity;
}
