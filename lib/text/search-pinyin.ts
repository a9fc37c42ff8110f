// Finds the texts that have characters which are typed with certain letters, one after the other.
import { droppedKind, entryOf, unitMask } from './character';
import { hasInitial, initialOf } from './initials';
import { firstAtLeast, itemMask, noteShift, sizeOf } from './lists';
import type { Lists } from './lists';
import { patternsOf, unitsOf } from './pinyin';
import { initialsAt, pairOf } from './search-index';
import type { SearchIndex } from './search-index';

/** The characters that may be typed with one beginning of a syllable. */
type Part = { beginning: string; units: ReadonlySet<number> };
export type Pattern = readonly Part[];

/** At most two readings of what was typed: as initials, and as syllables. */
export function readPatterns(letters: string): readonly Pattern[] {
  return patternsOf(letters).map((pattern) =>
    pattern.map((beginning) => {
      // A single syllable that is under way would be half the language.
      const as = pattern.length === 1 ? 'whole' : 'beginning';
      return { beginning, units: unitsOf(beginning, as) };
    }),
  );
}

/** How many texts have the pattern, at most; told without a look at any. */
export function mostOfPattern(index: SearchIndex, pattern: Pattern): number {
  const [first, ...others] = pattern;
  if (!first) return 0;
  if (others.length === 0) return sizeOfAll(index, startingWithAny(index, first));
  return Math.min(...others.map((second, at) => sizeOfTwo(index, pattern[at] ?? first, second)));
}

function sizeOfAll({ pairTexts }: SearchIndex, pairs: readonly number[]): number {
  return pairs.reduce((sum, pair) => sum + sizeOf(pairTexts, pair, pair + 1), 0);
}

/** By their initials alone. */
function sizeOfTwo({ initialSizes }: SearchIndex, first: Part, second: Part): number {
  return initialSizes[listOf(first, second)] ?? 0;
}

/** Texts that are worth less are passed by. `least` may rise on the way. */
export type Gate = { worths: Float32Array; least: number };

/**
 * Calls back with the texts that may have the pattern, some of them more than once; `needsReading` tells whether a
 * reader has to look at them.
 */
export function eachOfPattern(
  index: SearchIndex,
  pattern: Pattern,
  gate: Gate,
  onText: (text: number) => void,
): void {
  const [first, second] = pattern;
  const place = rarestPair(index, pattern);
  const [one, other, next] = pattern.slice(place);
  if (!first) return;
  if (!second || !one || !other)
    return eachItem(index.pairTexts, startingWithAny(index, first), gate, onText);
  eachItem(index.pairTexts, neighbours(index, one, other), gate, onText, next);
}

/** Two characters are told by their pair, and of the one behind them the initial. */
export function needsReading(pattern: Pattern): boolean {
  return pattern.length > 3 || (pattern.length === 3 && pattern[2]?.beginning.length !== 1);
}

/** The pair to begin with, if there is another character behind it to tell more. */
function rarestPair(index: SearchIndex, pattern: Pattern): number {
  let rarest = 0;
  let least = Infinity;
  pattern.slice(2).forEach((_, at) => {
    const [first, second] = pattern.slice(at);
    const size = first && second ? sizeOfTwo(index, first, second) : Infinity;
    if (size < least) [rarest, least] = [at, size];
  });
  return rarest;
}

/** A loop of its own, without calling back for most of what it passes: here most of the time goes. */
function eachItem(
  { starts, items }: Lists,
  lists: ArrayLike<number>,
  gate: Gate,
  onItem: (item: number) => void,
  behind?: Part,
): void {
  const initial = behind ? initialOf(behind.beginning) : 0;
  const { worths } = gate;
  for (let one = 0; one < lists.length; one++) {
    const list = lists[one] ?? 0;
    const end = starts[list + 1] ?? 0;
    for (let at = starts[list] ?? 0; at < end; at++) {
      const item = items[at] ?? 0;
      if ((worths[item & itemMask] ?? 0) < gate.least) continue;
      if (initial === 0 || hasInitial(item >>> noteShift, initial)) onItem(item & itemMask);
    }
  }
}

function startingWithAny(index: SearchIndex, { units }: Part): number[] {
  return [...units].flatMap((unit) => startingWith(index, unit));
}

/** The pairs that begin with a character. */
export function startingWith({ pairs }: SearchIndex, unit: number): number[] {
  const from = firstAtLeast(pairs, pairOf(unit, 0));
  const to = firstAtLeast(pairs, pairOf(unit + 1, 0));
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function listOf(first: Part, second: Part): number {
  return initialsAt(initialOf(first.beginning), initialOf(second.beginning));
}

/** The pairs that are typed like this. */
function neighbours(index: SearchIndex, first: Part, second: Part): Uint32Array {
  const { starts, items } = index.initialPairs;
  const list = listOf(first, second);
  const pairs = items.subarray(starts[list], starts[list + 1]);
  if (first.beginning.length + second.beginning.length === 2) return pairs;
  return pairs.filter((number) => {
    const pair = index.pairs[number] ?? 0;
    return first.units.has(pair >>> 16) && second.units.has(pair & unitMask);
  });
}

// All characters of the table of syllables lie here; a test looks.
const firstUnit = 0x4e00;
const unitCount = 0x5200;

/** Tells of texts whether the characters of the parts stand in them side by side. */
export function createReader(pattern: Pattern): (text: string) => boolean {
  // A bit for each part; so are the parts that were read up to a place (the shift-and of Baeza-Yates and Gonnet).
  const partsOf = new Uint32Array(unitCount);
  pattern.forEach(({ units }, part) => {
    for (const unit of units)
      partsOf[unit - firstUnit] = (partsOf[unit - firstUnit] ?? 0) | (1 << part);
  });
  const whole = 1 << (pattern.length - 1);
  return (text) => {
    let read = 0;
    for (let at = 0; at < text.length && (read & whole) === 0; at++) {
      const entry = entryOf(text.charCodeAt(at));
      if ((entry & droppedKind) !== 0) continue;
      const unit = entry & unitMask;
      read = unit < firstUnit ? 0 : ((read << 1) | 1) & (partsOf[unit - firstUnit] ?? 0);
    }
    return (read & whole) !== 0;
  };
}
