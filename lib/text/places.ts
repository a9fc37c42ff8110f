// Which texts have enough of the places of a pattern.
import { itemMask, sizeOf } from './lists';
import type { Lists } from './lists';

/** Each place is filled by any of its terms, which are told by the numbers of their lists. */
export type Place = ArrayLike<number>;

/** One for each text; empty between two countings. */
export type Counts = { counts: Uint16Array; counted: Uint32Array };

export function createCounts(texts: number): Counts {
  return { counts: new Uint16Array(texts), counted: new Uint32Array(texts) };
}

/** How many texts can have `least` of the places, at most. The places are sorted as by `rarestFirst`. */
export function mostTexts(lists: Lists, places: readonly Place[], least: number): number {
  const first = places.slice(0, places.length - least + 1);
  return first.reduce((sum, place) => sum + sizeOfPlace(lists, place), 0);
}

/** A text that has none of the rarest places needs no look at the others. */
export function rarestFirst(lists: Lists, places: readonly Place[]): Place[] {
  const sizes = new Map(places.map((place) => [place, sizeOfPlace(lists, place)]));
  return places.toSorted((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0));
}

function sizeOfPlace(lists: Lists, place: Place): number {
  let size = 0;
  for (let at = 0; at < place.length; at++) {
    const list = place[at] ?? 0;
    size += sizeOf(lists, list, list + 1);
  }
  return size;
}

/** Calls back with the texts that have at least `least` of the places, and with how many of them. */
export function countPlaces(
  counts: Counts,
  lists: Lists,
  places: readonly Place[],
  least: number,
  onText: (text: number, count: number) => void,
): void {
  let size = 0;
  places.forEach((place, number) => {
    // A text that has missed too many places already is not looked at.
    const mayBegin = places.length - number >= least;
    size = countPlace(counts, lists, place, { number: number + 1, size, mayBegin });
  });
  for (let at = 0; at < size; at++) {
    const text = counts.counted[at] ?? 0;
    const count = (counts.counts[text] ?? 0) >> 8;
    counts.counts[text] = 0;
    if (count >= least) onText(text, count);
  }
}

type Turn = { number: number; size: number; mayBegin: boolean };

/** The last place that counted is in the low byte, how many did in the high one. */
function countPlace(
  { counts, counted }: Counts,
  { starts, items }: Lists,
  place: Place,
  { number, size: before, mayBegin }: Turn,
): number {
  let size = before;
  for (let one = 0; one < place.length; one++) {
    const list = place[one] ?? 0;
    const end = starts[list + 1] ?? 0;
    for (let at = starts[list] ?? 0; at < end; at++) {
      const text = (items[at] ?? 0) & itemMask;
      const value = counts[text] ?? 0;
      if (value === 0 && !mayBegin) continue;
      if (value === 0) counted[size++] = text;
      if ((value & 0xff) !== number) counts[text] = (value & 0xff00) + 0x100 + number;
    }
  }
  return size;
}
