// The first letters of the syllables of each Chinese character: what it may be typed with when only initials are typed.
import { syllablesOf } from './pinyin';

/** How many initials there are: 1 for a to 26 for z. */
export const initialCount = 27;

export function initialOf(syllable: string): number {
  return syllable.charCodeAt(0) - 96;
}

/** Characters with the same initials are of one class; so a byte can tell which. Class 0 has none. */
const classes: (readonly number[])[] = [[]];
const masks = new Uint32Array(0x100);
const classByInitials = new Map([['', 0]]);
const classByUnit = new Map<number, number>();

/** Of all readings of a character. */
export function initialsOf(unit: number): readonly number[] {
  return classes[initialClassOf(unit)] ?? [];
}

export function initialClassOf(unit: number): number {
  const known = classByUnit.get(unit);
  if (known !== undefined) return known;
  const initials = [...new Set(syllablesOf(unit).map(initialOf))].toSorted((a, b) => a - b);
  const own = classByInitials.get(initials.join()) ?? addClass(initials);
  classByUnit.set(unit, own);
  return own;
}

// There are 128 of them; a test counts.
function addClass(initials: readonly number[]): number {
  const own = classes.push(initials) - 1;
  masks[own] = initials.reduce((mask, initial) => mask | (1 << initial), 0);
  classByInitials.set(initials.join(), own);
  return own;
}

/** Whether characters of a class may be typed with this initial. */
export function hasInitial(initialClass: number, initial: number): boolean {
  return ((masks[initialClass] ?? 0) & (1 << initial)) !== 0;
}
