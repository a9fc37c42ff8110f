// How far a gap between the parts of a find may reach, and which parts stand in reach of each other.
import { ideographKind, spaceKind, unitMask, wordKind } from './character';
import type { Folded } from './normalise';

// A gap holds up to 12 words or 20 Chinese characters, or a mixture: a word weighs 5 and a character 3, of 60.
const mostWeight = 60;
// A short gap holds up to 3 words or 5 Chinese characters: what stands between a verb and its subject.
const mostWeightNear = 15;
const wordWeight = 5;
const ideographWeight = 3;
/** One word can be as long as a text; no gap is. */
const mostUnits = 240;

// A wave ends what is said in a Chinese chat; elsewhere it stands between numbers.
const commas = new Set(Array.from(',;:()、~', (sign) => sign.charCodeAt(0)));
const full = new Set(Array.from('!?。', (sign) => sign.charCodeAt(0)));
const point = '.'.charCodeAt(0);

/**
 * The last place at which the next part may begin. A gap never goes past the end of a sentence, a short one not past
 * that of a clause either.
 */
export function reachFrom(folded: Folded, from: number, near = false): number {
  const most = near ? mostWeightNear : mostWeight;
  const { units, length } = folded;
  const end = Math.min(length, from + mostUnits);
  let weight = 0;
  let before = 0;
  for (let place = from; place < end; place++) {
    const entry = units[place] ?? 0;
    if (isSentenceEnd(folded, place)) return place;
    if (near && commas.has(entry & unitMask)) return place;
    if ((entry & ideographKind) !== 0) weight += ideographWeight;
    else if ((entry & wordKind) !== 0 && (before & wordKind) === 0) weight += wordWeight;
    if (weight > most) return place;
    before = entry;
  }
  return end;
}

/** A point within a number or a name ends nothing. */
function isSentenceEnd({ units, length }: Folded, place: number): boolean {
  const unit = (units[place] ?? 0) & unitMask;
  if (unit !== point) return full.has(unit);
  return place + 1 >= length || ((units[place + 1] ?? 0) & spaceKind) !== 0;
}

export type Range = { start: number; end: number };

/**
 * The places where all parts stand one after the other, each in reach of the one before: for every place of the
 * first part the shortest. `parts` are the places of each part, in the order of their start, `near` tells which have a
 * short gap before them.
 */
export function joinParts(
  folded: Folded,
  parts: readonly (readonly Range[])[],
  near: readonly boolean[],
): Range[] {
  let joined: readonly Range[] = parts.at(-1) ?? [];
  for (let index = parts.length - 2; index >= 0; index--)
    joined = joinTwo(folded, parts[index] ?? [], joined, near[index + 1] ?? false);
  return shortestByStart(joined);
}

function joinTwo(
  folded: Folded,
  left: readonly Range[],
  right: readonly Range[],
  near: boolean,
): Range[] {
  return left.flatMap(({ start, end }) => {
    const reach = reachFrom(folded, end, near);
    let best = Infinity;
    for (let at = firstFrom(right, end); at < right.length; at++) {
      const range = right[at];
      if (!range || range.start > reach) break;
      best = Math.min(best, range.end);
    }
    return best < Infinity ? [{ start, end: best }] : [];
  });
}

function firstFrom(ranges: readonly Range[], start: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shortestByStart(ranges: readonly Range[]): Range[] {
  const shortest = new Map<number, number>();
  for (const { start, end } of ranges)
    shortest.set(start, Math.min(end, shortest.get(start) ?? Infinity));
  return [...shortest].map(([start, end]) => ({ start, end }));
}
