// The index of the phrase search: in which texts each word and each pair of Chinese characters stand.
import { digitKind, ideographKind, unitMask, wordKind } from './character';
import { initialClassOf, initialCount, initialsOf } from './initials';
import { createDraft, endList, finish, put, rank, sizeOf, turnedInsideOut } from './lists';
import type { Lists } from './lists';
import { createFolded, fold, foldedText } from './normalise';
import type { Folded } from './normalise';
import { createNumbering, keysOf, numberOf } from './numbering';
import type { Numbering } from './numbering';

/** Words and pairs are sorted, so all that begin alike stand side by side; their place is their number. */
export type SearchIndex = {
  words: readonly string[];
  /** The letters of each word as bits: what lacks two of those that were typed is more than one error away. */
  letters: Uint32Array;
  wordTexts: Lists;
  textWords: Lists;
  /** Two characters that follow each other, as one number; the last of a run has 0 behind it. */
  pairs: Uint32Array;
  /** Noted with each text is the class of initials of the character behind the pair. */
  pairTexts: Lists;
  /** The pairs of each two initials of pinyin. */
  initialPairs: Lists;
  /** How many texts have any of them, each pair counted. */
  initialSizes: Uint32Array;
  /** 1 for a text with Chinese. */
  withChinese: Uint8Array;
};

export function pairOf(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** The number of the list for two initials. */
export function initialsAt(first: number, second: number): number {
  return first * initialCount + second;
}

/** The number of each word as it is folded, and as it was found written. */
type WordNumbers = { folded: Map<string, number>; written: Map<string, number> };

export function buildIndex(texts: readonly string[]): SearchIndex {
  const words = createDraft(texts.length);
  const pairs = createDraft(texts.length);
  const wordNumbers: WordNumbers = { folded: new Map(), written: new Map() };
  const pairNumbers = createNumbering();
  const withChinese = new Uint8Array(texts.length);
  const folded = createFolded();
  texts.forEach((text, index) => {
    eachRun(fold(folded, text), (start, end, isChinese) => {
      if (!isChinese) return put(words, numberOfWord(wordNumbers, folded, start, end));
      withChinese[index] = 1;
      const unitBefore = (place: number) => (place < end ? unitAt(folded, place) : 0);
      for (let at = start; at < end; at++) {
        const pair = pairOf(unitAt(folded, at), unitBefore(at + 1));
        put(pairs, numberOf(pairNumbers, pair), initialClassOf(unitBefore(at + 2)));
      }
    });
    endList(words);
    endList(pairs);
  });
  return {
    ...indexWords(finish(words), wordNumbers.folded),
    ...indexPairs(finish(pairs), pairNumbers),
    withChinese,
  };
}

function indexWords(textWords: Lists, numbers: ReadonlyMap<string, number>) {
  const words = [...numbers.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  rank(textWords, ranksOf(words.map((word) => numbers.get(word) ?? 0)));
  const wordTexts = turnedInsideOut(textWords, words.length);
  return { words, letters: Uint32Array.from(words, lettersOf), textWords, wordTexts };
}

function indexPairs(textPairs: Lists, numbers: Numbering) {
  const pairs = keysOf(numbers).toSorted();
  rank(textPairs, ranksOf(pairs.map((pair) => numberOf(numbers, pair))));
  const pairTexts = turnedInsideOut(textPairs, pairs.length);
  const initialPairs = listInitials(pairs);
  return { pairs, pairTexts, initialPairs, initialSizes: sizesOf(initialPairs, pairTexts) };
}

function sizesOf({ starts, items }: Lists, inner: Lists): Uint32Array {
  return Uint32Array.from({ length: starts.length - 1 }, (_, list) =>
    items
      .subarray(starts[list], starts[list + 1])
      .reduce((sum, item) => sum + sizeOf(inner, item, item + 1), 0),
  );
}

function ranksOf(sorted: ArrayLike<number>): Uint32Array {
  const ranks = new Uint32Array(sorted.length);
  for (let at = 0; at < sorted.length; at++) ranks[sorted[at] ?? 0] = at;
  return ranks;
}

/** A bit for each letter; in other alphabets than ours some share one. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters >>> 0;
}

function listInitials(pairs: Uint32Array): Lists {
  const draft = createDraft(pairs.length);
  for (const pair of pairs) {
    const seconds = initialsOf(pair & unitMask);
    for (const first of initialsOf(pair >>> 16))
      for (const second of seconds) put(draft, initialsAt(first, second));
    endList(draft);
  }
  return turnedInsideOut(finish(draft), initialCount ** 2);
}

function numberOfWord(numbers: WordNumbers, folded: Folded, start: number, end: number): number {
  // To put the letters together one by one takes longer than all else; where none was dropped the text has them.
  if (folded.dropCount > 0) return numberOfFolded(numbers, wordAt(folded, start, end));
  const written = folded.text.slice(start, end);
  const known = numbers.written.get(written);
  if (known !== undefined) return known;
  const number = numberOfFolded(numbers, wordAt(folded, start, end));
  numbers.written.set(written, number);
  return number;
}

function numberOfFolded({ folded }: WordNumbers, word: string): number {
  const known = folded.get(word);
  if (known !== undefined) return known;
  folded.set(word, folded.size);
  return folded.size - 1;
}

// A number is a word by itself: "SF123" is found by 123.
const runKinds = wordKind | digitKind | ideographKind;

/** A word by its letters alone: "dont" finds "don't", and the other way round. */
export function wordAt(folded: Folded, start: number, end: number): string {
  return foldedText(folded, start, end).replaceAll("'", '');
}

/** Calls back for each word and each run of characters that are written without spaces, by folded places. */
export function eachRun(
  folded: Folded,
  onRun: (start: number, end: number, isChinese: boolean) => void,
): void {
  const { units, length } = folded;
  for (let start = 0; start < length;) {
    const kind = (units[start] ?? 0) & runKinds;
    let end = start + 1;
    while (end < length && (((units[end] ?? 0) & runKinds) === kind || goesOn(folded, end))) end++;
    if (kind !== 0) onRun(start, end, (kind & ideographKind) !== 0);
    start = end;
  }
}

/** Whether a word goes on behind an apostrophe: with one or two letters ("I've"), where more are another ("l'eau"). */
function goesOn(folded: Folded, place: number): boolean {
  if (unitAt(folded, place) !== apostrophe || !isLetter(folded, place - 1)) return false;
  const [one, two, three] = [place + 1, place + 2, place + 3];
  return isLetter(folded, one) && !(isLetter(folded, two) && isLetter(folded, three));
}

function isLetter({ units, length }: Folded, place: number): boolean {
  return place < length && ((units[place] ?? 0) & runKinds) === wordKind;
}

const apostrophe = 0x27;

export function unitAt({ units }: Folded, place: number): number {
  return (units[place] ?? 0) & unitMask;
}
