// Runs all literals of a list over a folded text at once and notes every place where one stands.
import { unitMask } from './character';
import { sift, siftDeep } from './filter';
import type { Filter } from './filter';
import { joins } from './normalise';
import type { Folded } from './normalise';

/**
 * A double-array trie whose branches end where only one literal is left; the rest of it is its tail. Cell `s` is the
 * pair `cells[2s]`, `cells[2s + 1]`: twice the base of its children (odd if a literal ends here), or the complement
 * of its leaf; and its parent. `refs` are what the literals of a leaf stand for.
 *
 * Words begin at boundaries alone, so the trie is entered there and left at the first letter that leads nowhere,
 * and most of the time it is not entered at all, because `filter` knows the beginnings of all literals: less work
 * than to follow every letter with failure links, and half the memory.
 */
export type Trie = {
  cells: Int32Array;
  tails: Uint8Array;
  tailStarts: Uint32Array;
  refs: Uint32Array;
  refStarts: Uint32Array;
  /** The folded code units that occur, the commonest first. */
  alphabet: Uint16Array;
};

export type Automaton = Trie & {
  filter: Filter;
  codes: Uint16Array;
};

/** Places of literals: start, end and leaf, three numbers each, in the order of start, then end. */
export type Places = { numbers: Int32Array; count: number; candidates: Int32Array };

// Text and finds that meet more often than this were made to; what is beyond helps nobody.
const mostPlaces = 50_000;

/** How many codes are one step in the trie; so many values has a byte but for 0, the end of a literal. */
const steps = 255;

/**
 * The code of each code unit: a step in its low byte and, for the less common ones, another in its high byte. With
 * at most 255 children, families find room in the array whatever the alphabet is. 0 is what occurs in no literal.
 */
export function codesOf(alphabet: Uint16Array): Uint16Array {
  const codes = new Uint16Array(0x10000);
  const doubles = Math.max(0, Math.ceil((alphabet.length - steps) / (steps - 1)));
  const singles = steps - doubles;
  alphabet.forEach((unit, index) => {
    const rest = index - singles;
    codes[unit] =
      rest < 0 ? index + 1 : ((rest % steps) + 1) * 256 + singles + 1 + Math.floor(rest / steps);
  });
  return codes;
}

export function createPlaces(): Places {
  return { numbers: new Int32Array(192), count: 0, candidates: new Int32Array(0) };
}

/** Overwrites `places` with every place of a literal in the text. */
export function findPlaces(automaton: Automaton, folded: Folded, places: Places): void {
  if (places.candidates.length < folded.starts.length)
    places.candidates = new Int32Array(folded.starts.length);
  const { candidates } = places;
  const { filter } = automaton;
  const count = siftDeep(filter, folded, candidates, sift(filter, folded, candidates));
  places.count = 0;
  for (let index = 0; index < count && places.count < mostPlaces; index++)
    enter(automaton, folded, places, candidates[index] ?? 0);
}

function enter(automaton: Automaton, folded: Folded, places: Places, start: number): void {
  const before = start > 0 ? (folded.units[start - 1] ?? 0) : 0;
  if (!joins(before, folded.units[start] ?? 0)) follow(automaton, folded, places, start);
}

/** Down the trie as far as the text goes along. */
function follow(automaton: Automaton, folded: Folded, places: Places, start: number): void {
  const { cells, codes } = automaton;
  const { units, length } = folded;
  let state = 0;
  for (let place = start; ; place++) {
    let value = cells[2 * state] ?? 0;
    if (value < 0) return followTail(automaton, folded, places, start, place, ~value);
    let base = value >> 1;
    if ((value & 1) !== 0) note(folded, places, start, place, ~(cells[2 * base] ?? -1));
    if (place >= length) return;
    const code = codes[(units[place] ?? 0) & unitMask] ?? 0;
    let child = base + (code & 0xff);
    if (code === 0 || cells[2 * child + 1] !== state) return;
    state = child;
    if (code < 0x100) continue;
    value = cells[2 * state] ?? 0;
    if (value < 0) return followHalf(automaton, folded, places, start, place, ~value);
    base = value >> 1;
    child = base + (code >> 8);
    if (cells[2 * child + 1] !== state) return;
    state = child;
  }
}

/** A tail that begins in the middle of a code: its first step is the high byte of a code unit. */
function followHalf(
  automaton: Automaton,
  folded: Folded,
  places: Places,
  start: number,
  place: number,
  leaf: number,
): void {
  const code = automaton.codes[(folded.units[place] ?? 0) & unitMask] ?? 0;
  const at = automaton.tailStarts[leaf] ?? 0;
  if (code >> 8 === automaton.tails[at])
    followTail(automaton, folded, places, start, place + 1, leaf, at + 1);
}

/** Only one literal is left: the text goes on like its tail or not at all. */
function followTail(
  { codes, tails, tailStarts }: Automaton,
  folded: Folded,
  places: Places,
  start: number,
  from: number,
  leaf: number,
  tailStart = tailStarts[leaf] ?? 0,
): void {
  const { units, length } = folded;
  const end = tailStarts[leaf + 1] ?? 0;
  let place = from;
  for (let at = tailStart; at < end; at++, place++) {
    if (place >= length) return;
    const code = codes[(units[place] ?? 0) & unitMask] ?? 0;
    if ((code & 0xff) !== tails[at]) return;
    if (code > 0xff && code >> 8 !== tails[++at]) return;
  }
  note(folded, places, start, place, leaf);
}

function note(folded: Folded, places: Places, start: number, end: number, leaf: number): void {
  if (end < folded.length && joins(folded.units[end - 1] ?? 0, folded.units[end] ?? 0)) return;
  const at = 3 * places.count++;
  if (at + 3 > places.numbers.length) {
    const numbers = new Int32Array(places.numbers.length * 2);
    numbers.set(places.numbers);
    places.numbers = numbers;
  }
  places.numbers[at] = start;
  places.numbers[at + 1] = end;
  places.numbers[at + 2] = leaf;
}
