// What one word or Chinese run of a query finds, and how well: whole and begun words, Chinese, pinyin, one typing error.
import type { Best } from './best';
import { firstAtLeast, sizeOf } from './lists';
import { countPlaces, mostTexts, rarestFirst } from './places';
import type { Counts, Place } from './places';
import { lettersOf, pairOf } from './search-index';
import type { SearchIndex } from './search-index';
import {
  createReader,
  eachOfPattern,
  mostOfPattern,
  needsReading,
  readPatterns,
  startingWith,
} from './search-pinyin';
import type { Pattern } from './search-pinyin';
import { giveBack, lend, score as keepScore } from './scores';
import type { ScorePool, Scores } from './scores';
import { isOneErrorFrom } from './typo';

export type Library = {
  index: SearchIndex;
  textOf: (text: number) => string;
  counts: Counts;
  pool: ScorePool;
};

/**
 * Words from one number up to another begin with what was typed; with `errors` only those words are looked for.
 * `words` has the scores of the words and `beside` those of pinyin or of a run in each text, once they were needed.
 */
export type Term = Word | Run;
type Word = {
  letters: string;
  from: number;
  to: number;
  patterns: readonly Pattern[];
  errors?: ReadonlySet<number>;
  words?: Scores;
  beside?: Scores;
};
/** Pairs of characters; half of them are enough, for words in another order and for one wrong character. */
type Run = { places: readonly Place[]; beside?: Scores };

/** What is worth a look: with `slack` from the other terms a text must come up to the best ones so far. */
export type Hope = {
  best: Best;
  /** What speaks for each text beside its words, and the most that speaks for any. */
  worths: Float32Array;
  mostWorth: number;
  terms: number;
  slack: number;
};

// What is begun counts less than what is whole, pinyin less than either, and an error least. All scores have 24 bits:
// they are the same from an array and summed up in any order.
const scores = { begun: 0.6, pinyin: Math.fround(0.55), error: Math.fround(0.4) };

export function wordTerm({ index }: Library, letters: string): Word {
  const from = firstAtLeast(index.words, letters);
  const to = firstAtLeast(index.words, `${letters}\uffff`);
  return { letters, from, to, patterns: readPatterns(letters) };
}

export function runTerm({ index }: Library, run: string): Run {
  if (run.length === 1) return { places: [startingWith(index, run.charCodeAt(0))] };
  const places = Array.from({ length: run.length - 1 }, (_, at) => {
    const pair = pairOf(run.charCodeAt(at), run.charCodeAt(at + 1));
    const number = firstAtLeast(index.pairs, pair);
    return index.pairs[number] === pair ? [number] : [];
  });
  return { places: rarestFirst(index.pairTexts, places) };
}

function leastOf({ places }: Run): number {
  return Math.ceil(places.length / 2);
}

/** How many texts it finds, at most. */
export function mostOf({ index }: Library, term: Term): number {
  if ('places' in term) return mostTexts(index.pairTexts, term.places, leastOf(term));
  if (term.errors) return mostOfWords(index, term);
  return term.patterns.reduce(
    (sum, pattern) => sum + mostOfPattern(index, pattern),
    mostOfWords(index, term),
  );
}

function mostOfWords({ wordTexts }: SearchIndex, { from, to, errors }: Word): number {
  if (!errors) return sizeOf(wordTexts, from, to);
  return [...errors].reduce((sum, word) => sum + sizeOf(wordTexts, word, word + 1), 0);
}

/** Lets the words that are one typing error away count instead; false for what is too short or no word. */
export function allowErrors({ index }: Library, term: Term): boolean {
  if ('places' in term || term.letters.length <= 3) return false;
  const typed = lettersOf(term.letters);
  const errors = new Set<number>();
  for (let word = 0; word < index.words.length; word++) {
    const missing = typed & ~(index.letters[word] ?? 0);
    if ((missing & (missing - 1)) !== 0) continue;
    if (isOneErrorFrom(term.letters, index.words[word] ?? '')) errors.add(word);
  }
  term.errors = errors;
  return true;
}

type OnText = (text: number, score: number) => void;

/** Calls back with the hopeful texts it finds and the score there, with some texts more than once. */
export function eachText(library: Library, term: Term, hope: Hope, onText: OnText): void {
  if ('places' in term) return eachOfRun(library, term, hope, onText);
  eachOfWords(library, term, hope, onText);
  if (!term.errors)
    for (const pattern of term.patterns) eachOfPinyin(library, pattern, hope, onText);
}

function eachOfWords(library: Library, term: Word, hope: Hope, onText: OnText): void {
  if (term.errors) {
    for (const word of term.errors) eachOfWord(library, word, scores.error, { hope, onText });
    return;
  }
  for (let word = term.from; word < term.to; word++)
    eachOfWord(library, word, scoreOfWord(library, term, word), { hope, onText });
}

/** What a text needs beside a score, to come among the best. */
function needed({ best, terms, slack }: Hope, score: number): number {
  return best.least - slack - score / terms;
}

type Visit = { hope: Hope; onText: OnText };

/** Runs for every place of a common word: most are passed by with one look at what the text is worth. */
function eachOfWord(library: Library, word: number, score: number, { hope, onText }: Visit): void {
  const { starts, items } = library.index.wordTexts;
  const { worths, mostWorth } = hope;
  let least = needed(hope, score);
  if (mostWorth < least) return;
  const end = starts[word + 1] ?? 0;
  for (let at = starts[word] ?? 0; at < end; at++) {
    const text = items[at] ?? 0;
    if ((worths[text] ?? 0) < least) continue;
    onText(text, score);
    least = needed(hope, score);
  }
}

function scoreOfWord({ index }: Library, { letters }: Word, word: number): number {
  const share = letters.length / (index.words[word]?.length ?? Infinity);
  return share === 1 ? 1 : Math.fround(scores.begun + (1 - scores.begun) * 0.5 * share);
}

function eachOfPinyin(library: Library, pattern: Pattern, hope: Hope, onText: OnText): void {
  const gate = { worths: hope.worths, least: needed(hope, scores.pinyin) };
  if (hope.mostWorth < gate.least) return;
  const reads = needsReading(pattern) ? createReader(pattern) : undefined;
  eachOfPattern(library.index, pattern, gate, (text) => {
    if (reads?.(library.textOf(text)) === false) return;
    onText(text, scores.pinyin);
    gate.least = needed(hope, scores.pinyin);
  });
}

function eachOfRun({ index, counts }: Library, run: Run, hope: Hope, onText: OnText): void {
  countPlaces(counts, index.pairTexts, run.places, leastOf(run), (text, count) => {
    const score = Math.fround((count / run.places.length) ** 2);
    if ((hope.worths[text] ?? 0) >= needed(hope, score)) onText(text, score);
  });
}

/** The best score of the term in one text; 0 if it is not there. */
export function scoreIn(library: Library, term: Term, text: number): number {
  if ('places' in term) return scoreBeside(library, term, text);
  const own = term.words ? (term.words.of[text] ?? 0) : scoreOfWords(library, term, text);
  const isAll = own > 0 || term.errors || term.patterns.length === 0;
  return isAll || library.index.withChinese[text] === 0 ? own : scoreBeside(library, term, text);
}

function scoreOfWords(library: Library, term: Word, text: number): number {
  const { starts, items } = library.index.textWords;
  const { from, to, errors } = term;
  const end = starts[text + 1] ?? 0;
  let best = 0;
  for (let at = starts[text] ?? 0; at < end; at++) {
    const word = items[at] ?? 0;
    if (errors?.has(word)) return scores.error;
    if (!errors && word >= from && word < to)
      best = Math.max(best, scoreOfWord(library, term, word));
  }
  return best;
}

function scoreBeside(library: Library, term: Term, text: number): number {
  term.beside ??= scoresBeside(library, term);
  return term.beside.of[text] ?? 0;
}

function scoresBeside(library: Library, term: Term): Scores {
  const all = lend(library.pool);
  const keep: OnText = (text, own) => keepScore(all, text, own);
  if ('places' in term) eachOfRun(library, term, everything, keep);
  else for (const pattern of term.patterns) eachOfPinyin(library, pattern, everything, keep);
  return all;
}

/** A text's words are far away in memory: looking up this many texts of one word takes no longer. */
const textsPerLook = 8;

/** Readies a term for being asked about so many texts, while another one is counted. */
export function prepare(library: Library, term: Term, texts: number): void {
  if ('places' in term) term.beside = scoresBeside(library, term);
  else if (mostOfWords(library.index, term) <= textsPerLook * texts) {
    term.words = lend(library.pool);
    keepWords(library, term, term.words);
  }
}

/** The scores of all its words, without calling back for each of what may be half of all texts. */
function keepWords(library: Library, term: Word, all: Scores): void {
  const { starts, items } = library.index.wordTexts;
  const words =
    term.errors ?? Array.from({ length: term.to - term.from }, (_, at) => term.from + at);
  for (const word of words) {
    const own = term.errors ? scores.error : scoreOfWord(library, term, word);
    const end = starts[word + 1] ?? 0;
    for (let at = starts[word] ?? 0; at < end; at++) keepScore(all, items[at] ?? 0, own);
  }
}

/** Gives back what was lent for a term. */
export function release({ pool }: Library, term: Term): void {
  if (term.beside) giveBack(pool, term.beside);
  delete term.beside;
  if ('places' in term || !term.words) return;
  giveBack(pool, term.words);
  delete term.words;
}

const everything: Hope = {
  best: { numbers: new Uint32Array(0), scores: new Float64Array(0), count: 0, least: -Infinity },
  worths: new Float32Array(0),
  mostWorth: 0,
  terms: 1,
  slack: 0,
};
