// Runs all literals of a list over a folded text at once and notes every place where one stands.
import { joins } from './normalise';
import type { Folded } from './normalise';
import { unitMask, wordKind } from './character';

/**
 * A double-array trie whose branches end where only one literal is left; the rest of it is its tail. Cell `s` is the
 * pair `cells[2s]`, `cells[2s + 1]`: twice the base of its children (odd if a literal ends here), or the complement
 * of its leaf; and its parent. `refs` are what the literals of a leaf stand for.
 *
 * Words begin at boundaries alone, so the trie is entered there and left at the first letter that leads nowhere:
 * that is less work than to follow every letter with failure links, and half the memory.
 */
export type Trie = {
  cells: Int32Array;
  tails: Uint16Array;
  tailStarts: Uint32Array;
  refs: Uint32Array;
  refStarts: Uint32Array;
  /** The folded code units that occur; the code of each is its place in here plus one. */
  alphabet: Uint16Array;
};

export type Automaton = Trie & { codes: Uint16Array };

/** Places of literals: start, end and leaf, three numbers each, in the order of start, then end. */
export type Places = { numbers: Int32Array; count: number };

// Text and finds that meet more often than this were made to; what is beyond helps nobody.
const mostPlaces = 50_000;

export function createAutomaton(trie: Trie): Automaton {
  return { ...trie, codes: codesOf(trie.alphabet) };
}

/** Code 0 is for units that occur in no literal. */
export function codesOf(alphabet: Uint16Array): Uint16Array {
  const codes = new Uint16Array(0x10000);
  alphabet.forEach((unit, index) => {
    codes[unit] = index + 1;
  });
  return codes;
}

export function createPlaces(): Places {
  return { numbers: new Int32Array(192), count: 0 };
}

/** Overwrites `places` with every place of a literal in the text. */
export function findPlaces(automaton: Automaton, folded: Folded, places: Places): void {
  const { units, length } = folded;
  const { cells, codes } = automaton;
  const rootBase = (cells[0] ?? 0) >> 1;
  const isSingle = (cells[0] ?? 0) < 0;
  places.count = 0;
  let before = 0;
  for (let start = 0; start < length; start++) {
    const unit = units[start] ?? 0;
    if ((before & unit & wordKind) !== 0) continue;
    const isInside = joins(before, unit);
    before = unit;
    if (isInside) continue;
    const code = codes[unit & unitMask] ?? 0;
    if (code === 0) continue;
    if (isSingle) followTail(automaton, folded, places, start, start, 0);
    else if (cells[2 * (rootBase + code) + 1] === 0)
      follow(automaton, folded, places, start, rootBase + code);
    if (places.count >= mostPlaces) return;
  }
}

/** From the first unit on: down the trie as far as the text goes along. */
function follow(
  automaton: Automaton,
  folded: Folded,
  places: Places,
  start: number,
  first: number,
): void {
  const { cells, codes } = automaton;
  const { units, length } = folded;
  let state = first;
  for (let place = start + 1; ; place++) {
    const value = cells[2 * state] ?? 0;
    if (value < 0) return followTail(automaton, folded, places, start, place, ~value);
    const base = value >> 1;
    if ((value & 1) !== 0) note(folded, places, start, place, ~(cells[2 * base] ?? -1));
    if (place >= length) return;
    const code = codes[(units[place] ?? 0) & unitMask] ?? 0;
    if (code === 0 || cells[2 * (base + code) + 1] !== state) return;
    state = base + code;
  }
}

/** Only one literal is left: the text goes on like its tail or not at all. */
function followTail(
  { codes, tails, tailStarts }: Automaton,
  folded: Folded,
  places: Places,
  start: number,
  from: number,
  leaf: number,
): void {
  const { units, length } = folded;
  const end = tailStarts[leaf + 1] ?? 0;
  let place = from;
  for (let at = tailStarts[leaf] ?? 0; at < end; at++, place++) {
    if (place >= length || codes[(units[place] ?? 0) & unitMask] !== tails[at]) return;
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
