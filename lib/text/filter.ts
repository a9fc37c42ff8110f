// Knows the beginnings of all literals, so that most places of a text are passed by after one look.
import { entryOf, signKind, wordKind } from './character';
import type { Folded } from './normalise';

/**
 * Two bits of one word for the hash of the beginning of each literal. In `words` these are its first 8, 4, 2 or 1
 * units, as many as it has; 2 or 1 if it does not begin with a letter of an alphabet. In `deep`, for the few places
 * that are left, they are its first 12, 8, 6, 4, 2 or 1. `hasOnes` tells whether any literal has 1.
 */
export type Filter = { words: Int32Array; deep: Int32Array; shift: number; hasOnes: boolean };

/** With so many bits for a literal, one place in fifty is looked at in vain. */
const bitsPerLiteral = 16;

export function createFilter(units: Uint16Array, starts: Uint32Array): Filter {
  const count = Math.max(1, starts.length - 1);
  const size = Math.min(26, Math.max(10, Math.ceil(Math.log2(count * bitsPerLiteral))));
  const filter: Filter = {
    words: new Int32Array(2 ** (size - 5)),
    deep: new Int32Array(2 ** (size - 5)),
    shift: 37 - size,
    hasOnes: false,
  };
  for (let index = 0; index + 1 < starts.length; index++) {
    const literal = units.subarray(starts[index], starts[index + 1]);
    add(filter, literal);
    if (literal.length === 1) filter.hasOnes = true;
  }
  return filter;
}

/** How many units of a literal are hashed, by the table that they are for. */
const [wordSizes, signSizes, deepSizes] = [[8, 4, 2], [2], [12, 8, 6, 4, 2]] as const;

function add({ words, deep, shift }: Filter, literal: Uint16Array): void {
  const isWord = (entryOf(literal[0] ?? 0) & wordKind) !== 0;
  mark(words, shift, hashOf(literal, isWord ? wordSizes : signSizes));
  mark(deep, shift, hashOf(literal, deepSizes));
}

/** Of as many units as the literal has of these sizes, the largest first; or of its only one. */
function hashOf(literal: Uint16Array, sizes: readonly number[]): number {
  const size = sizes.find((each) => each <= literal.length) ?? 1;
  const at = (place: number) => literal[place] ?? 0;
  if (size === 1) return hashOne(at(0));
  let hash = hashTwo(at(0), at(1));
  if (size > 2) hash = hashFour(hash, at(2), at(3));
  if (size > 4) hash = (hash + hashThird(at(4), at(5))) | 0;
  if (size > 6) hash = (hash + hashFourth(at(6), at(7))) | 0;
  if (size > 8) hash = (hash + hashFifth(at(8), at(9)) + hashSixth(at(10), at(11))) | 0;
  return hash;
}

function mark(words: Int32Array, shift: number, hash: number): void {
  const word = hash >>> shift;
  words[word] = (words[word] ?? 0) | (1 << (hash >>> 10)) | (1 << hash);
}

/**
 * Writes the places at which a literal may begin to `candidates` and tells how many there are. Kept apart from all
 * that happens there, and without a branch that depends on the outcome: this runs for every character.
 */
export function sift(filter: Filter, folded: Folded, candidates: Int32Array): number {
  const { units, starts, startCount } = folded;
  const { words, shift, hasOnes } = filter;
  let count = 0;
  for (let index = 0; index < startCount; index++) {
    const start = starts[index] ?? 0;
    const first = units[start] ?? 0;
    const second = units[start + 1] ?? 0;
    const two = hashTwo(first, second);
    let passes = mayBegin(words, shift, two);
    if (hasOnes) passes |= mayBegin(words, shift, hashOne(first));
    candidates[count] = start;
    if ((first & wordKind) !== 0) count += passes | siftLong(filter, units, start, two);
    else if ((second & signKind) === 0) count += passes;
    else count = siftSigns(filter, folded, start + 1, { candidates, count: count + passes });
  }
  return count;
}

type Found = { candidates: Int32Array; count: number };

/**
 * The same for the rest of a run of signs, such as Chinese: each one's second is the next one's first. So few pass
 * that a branch is nearly always guessed.
 */
function siftSigns(
  { words, shift, hasOnes }: Filter,
  { units }: Folded,
  from: number,
  { candidates, count: before }: Found,
): number {
  // A name of this function: see below.
  const sign = signKind;
  let count = before;
  let first = units[from] ?? 0;
  for (let place = from; (first & sign) !== 0; place++) {
    const second = units[place + 1] ?? 0;
    let passes = mayBegin(words, shift, hashTwo(first, second));
    if (hasOnes) passes |= mayBegin(words, shift, hashOne(first));
    if (passes !== 0) candidates[count++] = place;
    first = second;
  }
  return count;
}

function siftLong({ words, shift }: Filter, units: Int32Array, start: number, two: number): number {
  const four = hashFour(two, units[start + 2] ?? 0, units[start + 3] ?? 0);
  const six = hashThird(units[start + 4] ?? 0, units[start + 5] ?? 0);
  const eight = (four + six + hashFourth(units[start + 6] ?? 0, units[start + 7] ?? 0)) | 0;
  return mayBegin(words, shift, four) | mayBegin(words, shift, eight);
}

/**
 * Looks at the first `count` candidates once more, further into each, and tells how many are left: to enter the trie
 * in vain costs many times as much.
 */
export function siftDeep(
  { deep, shift, hasOnes }: Filter,
  { units }: Folded,
  candidates: Int32Array,
  count: number,
): number {
  let left = 0;
  for (let index = 0; index < count; index++) {
    const start = candidates[index] ?? 0;
    const first = units[start] ?? 0;
    const two = hashTwo(first, units[start + 1] ?? 0);
    const four = hashFour(two, units[start + 2] ?? 0, units[start + 3] ?? 0);
    const six = (four + hashThird(units[start + 4] ?? 0, units[start + 5] ?? 0)) | 0;
    const eight = (six + hashFourth(units[start + 6] ?? 0, units[start + 7] ?? 0)) | 0;
    const ten = (eight + hashFifth(units[start + 8] ?? 0, units[start + 9] ?? 0)) | 0;
    const twelve = (ten + hashSixth(units[start + 10] ?? 0, units[start + 11] ?? 0)) | 0;
    candidates[left] = start;
    left +=
      mayBegin(deep, shift, two) |
      mayBegin(deep, shift, four) |
      mayBegin(deep, shift, six) |
      mayBegin(deep, shift, eight) |
      mayBegin(deep, shift, twelve) |
      (hasOnes ? mayBegin(deep, shift, hashOne(first)) : 0);
  }
  return left;
}

// Numbers from here on, and no names: a bundler keeps those of a file, and they are looked up at every place of a text.

/** 1 if a literal may begin with what has this hash: a shift takes five bits of it, here and there, for the two bits. */
function mayBegin(words: Int32Array, shift: number, hash: number): number {
  const word = words[hash >>> shift] ?? 0;
  return (word >>> (hash >>> 10)) & (word >>> hash) & 1;
}

// Two units fill 32 bits, times an odd number; each pair has its own. The high bits are the good ones.
function hashOne(unit: number): number {
  return Math.imul(unit << 16, 0x9e3779b1);
}

function hashTwo(first: number, second: number): number {
  return Math.imul((first << 16) | (second & 0xffff), 0x9e3779b1);
}

function hashFour(two: number, third: number, fourth: number): number {
  return (two + Math.imul((third << 16) | (fourth & 0xffff), 0x85ebca6b)) | 0;
}

function hashThird(fifth: number, sixth: number): number {
  return Math.imul((fifth << 16) | (sixth & 0xffff), 0x27d4eb2f);
}

function hashFourth(seventh: number, eighth: number): number {
  return Math.imul((seventh << 16) | (eighth & 0xffff), 0x165667b1);
}

function hashFifth(ninth: number, tenth: number): number {
  return Math.imul((ninth << 16) | (tenth & 0xffff), 0x2545f491);
}

function hashSixth(eleventh: number, twelfth: number): number {
  return Math.imul((eleventh << 16) | (twelfth & 0xffff), 0x9e3779b9);
}
