// Knows the beginnings of all literals, so that most places of a text are passed by after one look.
import { entryOf, signKind, unitMask, wordKind } from './character';
import type { Folded } from './normalise';

/**
 * Two bits of one word for the hash of the beginning of each literal: its first 8, 4, 2 or 1 units, as many as it
 * has; 2 or 1 if it does not begin with a letter of an alphabet. `hasOnes` tells whether any has 1.
 */
export type Filter = { words: Int32Array; shift: number; hasOnes: boolean };

/** With so many bits for a literal, one place in fifty is looked at in vain. */
const bitsPerLiteral = 16;

export function createFilter(units: Uint16Array, starts: Uint32Array): Filter {
  const count = Math.max(1, starts.length - 1);
  const size = Math.min(26, Math.max(10, Math.ceil(Math.log2(count * bitsPerLiteral))));
  const filter: Filter = {
    words: new Int32Array(2 ** (size - 5)),
    shift: 37 - size,
    hasOnes: false,
  };
  for (let index = 0; index + 1 < starts.length; index++)
    add(filter, units.subarray(starts[index], starts[index + 1]));
  return filter;
}

function add(filter: Filter, literal: Uint16Array): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = literal;
  const length = lengthOf(literal.length, (entryOf(a) & wordKind) !== 0);
  let hash = hashTwo(a, b);
  if (length === 1) hash = hashOne(a);
  if (length > 2) hash = hashFour(hash, c, d);
  if (length > 4) hash = (hash + hashThird(e, f) + hashFourth(g, h)) | 0;
  const word = hash >>> filter.shift;
  filter.words[word] = (filter.words[word] ?? 0) | bitsOf(filter.shift, hash);
  if (length === 1) filter.hasOnes = true;
}

function lengthOf(length: number, isWord: boolean): number {
  if (length < 2) return 1;
  if (length < 4 || !isWord) return 2;
  return length < 8 ? 4 : 8;
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

/** The same for the rest of a run of signs, such as Chinese: each one's second is the next one's first. */
function siftSigns(
  { words, shift, hasOnes }: Filter,
  { units }: Folded,
  from: number,
  { candidates, count: before }: Found,
): number {
  let count = before;
  let first = units[from] ?? 0;
  for (let place = from; (first & signKind) !== 0; place++) {
    const second = units[place + 1] ?? 0;
    let passes = mayBegin(words, shift, hashTwo(first, second));
    if (hasOnes) passes |= mayBegin(words, shift, hashOne(first));
    candidates[count] = place;
    count += passes;
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

/** 1 if a literal may begin with what has this hash. */
function mayBegin(words: Int32Array, shift: number, hash: number): number {
  const word = words[hash >>> shift] ?? 0;
  return (word >>> (hash >>> (shift - 5))) & (word >>> (hash >>> (shift - 10))) & 1;
}

/** The bits behind those that choose the word. */
function bitsOf(shift: number, hash: number): number {
  return (1 << (hash >>> (shift - 5))) | (1 << (hash >>> (shift - 10)));
}

// Two units fill 32 bits, times an odd number; each pair has its own. The high bits are the good ones.
function hashOne(unit: number): number {
  return Math.imul(unit << 16, 0x9e3779b1);
}

function hashTwo(first: number, second: number): number {
  return Math.imul((first << 16) | (second & unitMask), 0x9e3779b1);
}

function hashFour(two: number, third: number, fourth: number): number {
  return (two + Math.imul((third << 16) | (fourth & unitMask), 0x85ebca6b)) | 0;
}

function hashThird(fifth: number, sixth: number): number {
  return Math.imul((fifth << 16) | (sixth & unitMask), 0x27d4eb2f);
}

function hashFourth(seventh: number, eighth: number): number {
  return Math.imul((seventh << 16) | (eighth & unitMask), 0x165667b1);
}
