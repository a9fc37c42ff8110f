// What a text is found by: the beginnings of its words and the pairs of its Chinese characters, each as one number.
import { createFolded, fold } from './normalise';
import { eachRun, unitAt, wordAt } from './search-index';

/** Stored terms of another version are worthless. */
export const termVersion = 2;

/** Terms from the one to the other, both included. */
export type TermRange = { from: number; to: number };

// Words are numbers to the base 37, so that those which begin alike stand side by side; ten letters fill 53 bits, and
// words that differ later are one term. Pairs of characters lie above all of them.
const wordLetters = 10;
const base = 37;
const pairsFrom = base ** wordLetters;
const unitCount = 0x10000;

const folded = createFolded();

/** Calls back for each term of a text, in its order and as often as it stands there. */
export function eachTerm(text: string, onTerm: (term: number) => void): void {
  fold(folded, text);
  eachRun(folded, (start, end, isChinese) => {
    if (!isChinese) return onTerm(wordTerm(start, end));
    for (let at = start; at < end; at++)
      onTerm(pairTerm(unitAt(folded, at), at + 1 < end ? unitAt(folded, at + 1) : 0));
  });
}

/**
 * What a text must hold to be found by a query: a term of each range. A word of three letters or more also finds
 * the words that begin with it; one Chinese character finds it anywhere. Empty where the query holds no word.
 */
export function rangesOf(query: string): TermRange[] {
  const ranges: TermRange[] = [];
  fold(folded, query);
  eachRun(folded, (start, end, isChinese) => {
    if (!isChinese) return ranges.push(wordRange(start, end));
    if (end - start === 1) return ranges.push(oneCharacter(unitAt(folded, start)));
    for (let at = start; at + 1 < end; at++) {
      const pair = pairTerm(unitAt(folded, at), unitAt(folded, at + 1));
      ranges.push({ from: pair, to: pair });
    }
  });
  return ranges;
}

/** Terms of one range never lie in two buckets. */
export function bucketOf(term: number, buckets: number): number {
  const alike =
    term >= pairsFrom
      ? Math.floor((term - pairsFrom) / unitCount)
      : Math.floor(term / base ** (wordLetters - shortest));
  return (Math.imul(alike + 1, 0x9e3779b1) >>> 8) % buckets;
}

/** Words shorter than this are found whole only: too much begins with them. */
const shortest = 3;

function wordTerm(start: number, end: number): number {
  let term = 0;
  let letters = 0;
  for (let at = start; at < end && letters < wordLetters; at++) {
    const letter = letterOf(unitAt(folded, at));
    if (letter === 0) continue;
    term = term * base + letter;
    letters++;
  }
  return term * base ** (wordLetters - letters);
}

function wordRange(start: number, end: number): TermRange {
  const from = wordTerm(start, end);
  const length = wordAt(folded, start, end).length;
  return {
    from,
    to: length < shortest ? from : from + base ** Math.max(0, wordLetters - length) - 1,
  };
}

function pairTerm(first: number, second: number): number {
  return pairsFrom + first * unitCount + second;
}

function oneCharacter(unit: number): TermRange {
  return { from: pairTerm(unit, 0), to: pairTerm(unit, unitCount - 1) };
}

/** 1 to 10 for digits, 11 to 36 for letters; those of other alphabets share the numbers. 0 for an apostrophe. */
function letterOf(unit: number): number {
  if (unit === 0x27) return 0;
  if (unit >= 97 && unit <= 122) return unit - 86;
  if (unit >= 48 && unit <= 57) return unit - 47;
  const plain = String.fromCharCode(unit).normalize('NFD').charCodeAt(0);
  if (plain >= 97 && plain <= 122) return plain - 86;
  return 1 + (unit % 36);
}
