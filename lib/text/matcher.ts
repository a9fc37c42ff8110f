// Finds the finds of the packs in a text in one go, with exact ranges in the text as it was written.
import { createPlaces, findPlaces } from './automaton';
import type { Places } from './automaton';
import { compileFinds, findMask, nearBit } from './compile';
import type { Compiled, Refusal } from './compile';
import { joinParts } from './gap';
import type { Range } from './gap';
import { createFolded, fold, originalEnd, originalStart } from './normalise';
import type { Folded } from './normalise';

/** `words` are in the find language (find.ts). What stands inside one of the `unless` is not found. */
export type Find<T> = { words: string; value: T; unless?: readonly string[] };
export type Hit<T> = { start: number; end: number; value: T };
export type Match<T> = (text: string) => Hit<T>[];
export type Matcher<T> = Match<T> & {
  /** The finds that could not be understood and are left out. */
  refusals: readonly Refusal[];
};

/**
 * A matcher for a list of finds. Letters of an alphabet match whole words only, Chinese matches anywhere; what does
 * not matter is told in normalise.ts. Hits come in the order of the text. Of places of one find that overlap, the
 * leftmost is told, and of those that begin together the longest; with a gap, the shortest.
 */
export function createMatcher<T>(finds: readonly Find<T>[]): Matcher<T> {
  const { compiled, refusals } = compileFinds(finds);
  return Object.assign(matchCompiled(finds, compiled), { refusals });
}

/** The same for finds that were compiled before: the very same, in the same order. */
export function matchCompiled<T>(finds: readonly Find<T>[], compiled: Compiled): Match<T> {
  const search = createSearch(compiled);
  const values = Array.from(compiled.lines, (line) => finds[line]);
  return (text) => {
    const hits: Hit<T>[] = [];
    for (const { start, end, find } of search(text)) {
      const found = values[find];
      if (found) hits.push({ start, end, value: found.value });
    }
    return hits;
  };
}

export type FindHit = Range & { find: number };

/** The same for compiled finds: what is found is told by its number among the lines that were not refused. */
export function createSearch(compiled: Compiled): (text: string) => FindHit[] {
  const folded = createFolded();
  const places = createPlaces();
  return (text) => {
    fold(folded, text);
    findPlaces(compiled.automaton, folded, places);
    if (places.count === 0 && !folded.elongated) return [];
    const spots = createSpots();
    collect(compiled, folded, places, spots);
    if (folded.elongated) {
      fold(folded, text, 'once');
      findPlaces(compiled.automaton, folded, places);
      collect(compiled, folded, places, spots);
    }
    return choose(compiled, spots);
  };
}

/** Where finds stand in the text as it was written, and where the contexts do that take them back. */
type Spots = { found: FindHit[]; contexts: Map<number, Range[]>; count: number };

// Places can stand for any number of finds: a pack may hold the same find a thousand times.
const mostSpots = 100_000;

function createSpots(): Spots {
  return { found: [], contexts: new Map(), count: 0 };
}

function collect(compiled: Compiled, folded: Folded, places: Places, spots: Spots): void {
  const { automaton, partFinds, partStarts } = compiled;
  const parts = new Map<number, Range[]>();
  const { numbers } = places;
  for (let at = 0; at < 3 * places.count && spots.count < mostSpots; at += 3) {
    const range = { start: numbers[at] ?? 0, end: numbers[at + 1] ?? 0 };
    const leaf = numbers[at + 2] ?? 0;
    const last = Math.min(
      automaton.refStarts[leaf + 1] ?? 0,
      (automaton.refStarts[leaf] ?? 0) + mostSpots,
    );
    for (let ref = automaton.refStarts[leaf] ?? 0; ref < last; ref++) {
      const part = automaton.refs[ref] ?? 0;
      const find = (partFinds[part] ?? 0) & findMask;
      const isWhole = (partStarts[find + 1] ?? 0) - (partStarts[find] ?? 0) === 1;
      if (isWhole) addSpot(compiled, folded, spots, find, range);
      else append(parts, part, range);
    }
  }
  for (const part of parts.keys()) {
    const find = (partFinds[part] ?? 0) & findMask;
    if (part !== partStarts[find]) continue;
    const size = (partStarts[find + 1] ?? 0) - part;
    const ranges = Array.from({ length: size }, (_, index) => parts.get(part + index) ?? []);
    const near = ranges.map((_, index) => (partFinds[part + index] ?? 0) >= nearBit);
    for (const range of joinParts(folded, ranges, near))
      addSpot(compiled, folded, spots, find, range);
  }
}

function addSpot(
  { lines }: Compiled,
  folded: Folded,
  spots: Spots,
  find: number,
  range: Range,
): void {
  spots.count++;
  const start = originalStart(folded, range.start);
  const end = originalEnd(folded, range.end);
  if (find < lines.length) spots.found.push({ start, end, find });
  else append(spots.contexts, find, { start, end });
}

function append(lists: Map<number, Range[]>, key: number, range: Range): void {
  const list = lists.get(key);
  if (list) list.push(range);
  else lists.set(key, [range]);
}

/** What stands in no context that takes it back, once where places of one find overlap, in the order of the text. */
function choose(compiled: Compiled, { found, contexts }: Spots): FindHit[] {
  const free =
    contexts.size === 0 ? found : found.filter((hit) => !isTakenBack(compiled, contexts, hit));
  if (free.length < 2) return free;
  const kept = inOrder(free, (a, b) => a.start - b.start || a.end - b.end);
  const last = new Map<number, FindHit>();
  const chosen = kept.filter((hit) => {
    const before = last.get(hit.find);
    if (!before || hit.start >= before.end) {
      last.set(hit.find, hit);
      return true;
    }
    if (hit.start === before.start) before.end = hit.end;
    return false;
  });
  return inOrder(chosen, (a, b) => a.start - b.start || b.end - a.end || a.find - b.find);
}

/** The automaton finds from left to right: most lists need no sorting. */
function inOrder(hits: FindHit[], compare: (a: FindHit, b: FindHit) => number): FindHit[] {
  for (let index = 1; index < hits.length; index++) {
    const [before, after] = [hits[index - 1], hits[index]];
    if (before && after && compare(before, after) > 0) return hits.toSorted(compare);
  }
  return hits;
}

function isTakenBack(
  { unless, unlessStarts }: Compiled,
  contexts: ReadonlyMap<number, readonly Range[]>,
  { find, start, end }: FindHit,
): boolean {
  for (let at = unlessStarts[find] ?? 0; at < (unlessStarts[find + 1] ?? 0); at++) {
    const ranges = contexts.get(unless[at] ?? 0) ?? [];
    if (ranges.some((range) => range.start <= start && end <= range.end)) return true;
  }
  return false;
}
