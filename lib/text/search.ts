// Finds phrases as they are looked for: words begun in any order, Chinese without spaces, pinyin, one typing error.
import { createBest, offer } from './best';
import type { Best } from './best';
import { unitMask } from './character';
import { createFolded, fold } from './normalise';
import type { Folded } from './normalise';
import { createCounts } from './places';
import { buildIndex, eachRun, wordAt } from './search-index';
import {
  allowErrors,
  eachText,
  mostOf,
  prepare,
  release,
  runTerm,
  scoreIn,
  wordTerm,
} from './search-term';
import type { Library, Term } from './search-term';

/** `shortcut` is what may be typed instead of words of the text, with or without a slash before it. */
export type SearchEntry = { text: string; shortcut?: string | undefined };
/** `index`: of the entry. `score`: about 1 for a full match of every word, and what `boosts` add. */
export type SearchHit = { index: number; score: number };
export type SearchOptions = {
  limit: number;
  /** What speaks for each entry beside its words, such as its step; below 1, so that words count first. */
  boosts?: Float32Array;
};
export type Search = (query: string, options: SearchOptions) => SearchHit[];

/** Every word of the query must stand in a text. Those that fit best come first, ties in the entries' order. */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const library: Library = {
    index: buildIndex(entries.map(({ text }) => text)),
    textOf: (text) => entries[text]?.text ?? '',
    counts: createCounts(entries.length),
    pool: { size: entries.length, free: [] },
  };
  const folded = createFolded();
  const worthsOf = createWorths(entries);
  const findShortcuts = createShortcuts(entries);
  return (query, { limit, boosts }) => {
    const shortcuts = findShortcuts(query);
    if (query.trim().startsWith('/') && shortcuts.length > 0) return shortcuts.slice(0, limit);
    const terms = termsOf(library, fold(folded, query));
    const best = createBest(4 * limit);
    const { worths, mostWorth } = worthsOf(boosts);
    if (terms.length === 1)
      for (const { index, score } of shortcuts) offer(best, index, score + (worths[index] ?? 0));
    findAll(library, terms, { best, worths, mostWorth });
    if (best.count === 0 && forgive(library, terms))
      findAll(library, terms, { best, worths, mostWorth });
    return lookCloser(best, { typed: query.trim(), entries, folded }).slice(0, limit);
  };
}

type Worths = { worths: Float32Array; mostWorth: number };

/** What speaks for a text beside its words: that it is short, and its boost. They change far less often than a query. */
function createWorths(
  entries: readonly SearchEntry[],
): (boosts: Float32Array | undefined) => Worths {
  const brevities = Float32Array.from(entries, ({ text }) => 1 / (20 + text.length));
  const sum = (boosts: Float32Array | undefined) => {
    const worths = boosts ? brevities.map((each, index) => each + (boosts[index] ?? 0)) : brevities;
    return { boosts, worths, mostWorth: worths.reduce((most, each) => Math.max(most, each), 0) };
  };
  let last = sum(undefined);
  return (boosts) => (last.boosts === boosts ? last : (last = sum(boosts)));
}

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
      .toSorted(byScore);
  };
}

function byScore(a: SearchHit, b: SearchHit): number {
  return b.score - a.score || a.index - b.index;
}

// More words than anyone types to find a sentence.
const mostTerms = 16;
const mostTermLength = 30;

function termsOf(library: Library, folded: Folded): Term[] {
  const terms: Term[] = [];
  eachRun(folded, (start, end, isChinese) => {
    if (terms.length === mostTerms) return;
    const text = wordAt(folded, start, Math.min(end, start + mostTermLength));
    terms.push(isChinese ? runTerm(library, text) : wordTerm(library, text));
  });
  return terms;
}

const rounding = 1e-6;

/** Offers every text that has all terms. Those of the rarest one are asked for the others. */
function findAll(library: Library, terms: readonly Term[], goal: Worths & { best: Best }): void {
  const sizes = new Map(terms.map((term) => [term, mostOf(library, term)]));
  const sorted = terms.toSorted((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0));
  const [rarest, ...others] = sorted;
  if (!rarest) return;
  for (const other of others) prepare(library, other, sizes.get(rarest) ?? 0);
  const { best, worths } = goal;
  // Whole words are the most that the others can bring.
  const slack = others.length / terms.length + rounding;
  eachText(library, rarest, { ...goal, terms: terms.length, slack }, (text, score) => {
    let sum = score;
    for (const other of others) {
      const own = scoreIn(library, other, text);
      if (own === 0) return;
      sum += own;
    }
    offer(best, text, sum / terms.length + (worths[text] ?? 0));
  });
  for (const other of others) release(library, other);
}

/**
 * Nothing has all terms: the first word that no text has together with those before it may have a typing error. False
 * if that cannot help.
 */
function forgive(library: Library, terms: readonly Term[]): boolean {
  const [only] = terms;
  if (only && terms.length === 1) return allowErrors(library, only);
  return terms.every((term, at) => {
    const begun = terms.slice(0, at + 1);
    return exists(library, begun) || (allowErrors(library, term) && exists(library, begun));
  });
}

function exists(library: Library, terms: readonly Term[]): boolean {
  const best = createBest(1);
  findAll(library, terms, { best, worths: new Float32Array(0), mostWorth: 0 });
  return best.count > 0;
}

type Look = { typed: string; entries: readonly SearchEntry[]; folded: Folded };

/** What stands together as it was typed comes first. */
function lookCloser(best: Best, { typed, entries, folded }: Look): SearchHit[] {
  fold(folded, typed);
  // The low 16 bits of an entry are its unit.
  const units = new Uint16Array(folded.units.subarray(0, folded.length));
  const hits = Array.from(best.numbers.subarray(0, best.count), (index, at) => {
    const place = placeOf(units, fold(folded, entries[index]?.text ?? ''));
    const score = best.scores[at] ?? 0;
    return { index, score: score + (place < 0 ? 0 : 0.2) + (place === 0 ? 0.1 : 0) };
  });
  return hits.toSorted(byScore);
}

function placeOf(typed: Uint16Array, { units, length }: Folded): number {
  const last = length - typed.length;
  for (let place = 0; place <= last; place++) {
    let at = 0;
    while (at < typed.length && typed[at] === ((units[place + at] ?? 0) & unitMask)) at++;
    if (at === typed.length) return place;
  }
  return -1;
}
