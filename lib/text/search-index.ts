// The index of the phrase search: in which texts each word, pair of Chinese characters and three initials stand.
import { digitKind, ideographKind, unitMask, wordKind } from './character';
import { createFolded, fold } from './normalise';
import type { Folded } from './normalise';
import { syllablesOf } from './pinyin';

/** The texts of each term, by number, one term after the other; `starts` has one more entry than there are terms. */
export type Postings = { starts: Uint32Array; texts: Uint32Array };

/** Terms are sorted, so all that begin alike stand side by side. */
export type SearchIndex = {
  /** How many texts there are. */
  size: number;
  words: readonly string[];
  wordTexts: Postings;
  /** Two characters that follow each other, as one number; the last of a run has 0 behind it. */
  pairs: Float64Array;
  pairTexts: Postings;
  /** Three initials of pinyin that follow each other: one list for each three letters. */
  initialTexts: Postings;
};

export function pairOf(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** Letters count from 1; 0 is the end of a run. */
const initialCount = 27;

/** The number of the list for up to three initials; what follows them runs from it to the next one's. */
export function initialsAt(first: number, second = 0, third = 0): number {
  return (first * initialCount + second) * initialCount + third;
}

export function buildIndex(texts: readonly string[]): SearchIndex {
  const folded = createFolded();
  const [words, pairs, initials] = [createTerms(), createTerms(), createTerms(initialCount ** 3)];
  const wordIds = new Map<string, number>();
  const pairIds = new Map<number, number>();
  texts.forEach((text, index) => {
    fold(folded, text);
    eachRun(folded, (start, end, isChinese) => {
      if (!isChinese) return note(words, idOf(wordIds, slice(folded, start, end)), index);
      for (let at = start; at < end; at++) {
        const behind = (count: number) => (at + count < end ? unitAt(folded, at + count) : 0);
        note(pairs, idOf(pairIds, pairOf(behind(0), behind(1))), index);
        noteInitials(initials, [behind(0), behind(1), behind(2)], index);
      }
    });
  });
  const sortedWords = [...wordIds.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  const sortedPairs = Float64Array.from(pairIds.keys()).toSorted();
  return {
    size: texts.length,
    words: sortedWords,
    wordTexts: postings(words, sortedWords, (word) => wordIds.get(word) ?? 0),
    pairs: sortedPairs,
    pairTexts: postings(pairs, sortedPairs, (pair) => pairIds.get(pair) ?? 0),
    initialTexts: postings(initials, new Uint32Array(initialCount ** 3).keys(), (id) => id),
  };
}

// A number is a word by itself: "SF123" is found by 123.
const runKinds = wordKind | digitKind | ideographKind;

/** Calls back for each word and each run of characters that are written without spaces, by folded places. */
export function eachRun(
  folded: Folded,
  onRun: (start: number, end: number, isChinese: boolean) => void,
): void {
  const { units, length } = folded;
  for (let start = 0; start < length;) {
    const kind = (units[start] ?? 0) & runKinds;
    let end = start + 1;
    while (end < length && ((units[end] ?? 0) & runKinds) === kind) end++;
    if (kind !== 0) onRun(start, end, (kind & ideographKind) !== 0);
    start = end;
  }
}

export function unitAt({ units }: Folded, place: number): number {
  return (units[place] ?? 0) & unitMask;
}

export function slice(folded: Folded, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(unitAt(folded, at));
  return text;
}

/** 1 for a, 26 for z. */
export function initialOf(syllable: string): number {
  return syllable.charCodeAt(0) - 96;
}

function noteInitials(terms: Terms, units: readonly [number, number, number], text: number): void {
  const [first, second, third] = [initialsOf(units[0]), initialsOf(units[1]), initialsOf(units[2])];
  for (const one of first) {
    if (one === 0) continue;
    for (const two of second)
      for (const three of two === 0 ? end : third) note(terms, initialsAt(one, two, three), text);
  }
}

const end = [0];
const initialsByUnit = new Map<number, readonly number[]>();

/** Of all readings; 0 where there is none. */
function initialsOf(unit: number): readonly number[] {
  const known = initialsByUnit.get(unit);
  if (known) return known;
  const all = new Set(syllablesOf(unit).map(initialOf));
  const initials = all.size > 0 ? [...all] : end;
  initialsByUnit.set(unit, initials);
  return initials;
}

/** What was noted, in the order of the texts. */
type Terms = { ids: Uint32Array; texts: Uint32Array; count: number; last: Int32Array };

function createTerms(count = 1024): Terms {
  return {
    ids: new Uint32Array(4096),
    texts: new Uint32Array(4096),
    count: 0,
    last: new Int32Array(count).fill(-1),
  };
}

function idOf<Key>(ids: Map<Key, number>, key: Key): number {
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, ids.size);
  return ids.size - 1;
}

/** Notes a text under a term, once. */
function note(terms: Terms, id: number, text: number): void {
  if (id >= terms.last.length) terms.last = grown(terms.last, Int32Array, -1);
  if (terms.last[id] === text) return;
  terms.last[id] = text;
  if (terms.count === terms.ids.length) {
    terms.ids = grown(terms.ids, Uint32Array, 0);
    terms.texts = grown(terms.texts, Uint32Array, 0);
  }
  terms.ids[terms.count] = id;
  terms.texts[terms.count++] = text;
}

function grown<A extends Int32Array | Uint32Array>(
  array: A,
  Type: new (length: number) => A,
  rest: number,
): A {
  const larger = new Type(array.length * 2);
  larger.set(array);
  larger.fill(rest, array.length);
  return larger;
}

/** Puts the noted texts under their terms in the terms' sorted order. */
function postings<Key>(terms: Terms, sorted: Iterable<Key>, toId: (key: Key) => number): Postings {
  const ranks = new Uint32Array(terms.last.length);
  let rank = 0;
  for (const key of sorted) ranks[toId(key)] = rank++;
  const starts = new Uint32Array(rank + 1);
  for (let at = 0; at < terms.count; at++) {
    const next = (ranks[terms.ids[at] ?? 0] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at <= rank; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const free = starts.slice();
  const texts = new Uint32Array(terms.count);
  for (let at = 0; at < terms.count; at++) {
    const own = ranks[terms.ids[at] ?? 0] ?? 0;
    const place = free[own] ?? 0;
    texts[place] = terms.texts[at] ?? 0;
    free[own] = place + 1;
  }
  return { starts, texts };
}
