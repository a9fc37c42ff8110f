// Builds the double-array trie of a list of folded literals, in time linear to their characters.
import type { Trie } from './automaton';

/**
 * Literals as steps of the trie, one after the other; `starts` has one more entry than there are literals. 0 is no
 * step: it stands for the end of a literal.
 */
export type Literals = { steps: Uint8Array; starts: Uint32Array; alphabet: Uint16Array };

/** A run of literals that share their first `depth` codes, and the state they have reached. */
type Job = { low: number; high: number; depth: number; state: number };

// How many cells are tried before a family of children goes to the end of the array.
const mostTries = 64;
/** No step is as large: a cell from here on never asks for a base below zero. */
const stepEnd = 256;

/** What is written so far. Cell pairs: the base (or the complement of a leaf) and the parent. */
type Work = {
  literals: Literals;
  order: Uint32Array;
  scratch: Uint32Array;
  counts: Uint32Array;
  places: Uint32Array;
  cells: Int32Array;
  end: number;
  lowestFree: number;
  searchFrom: number;
  leaves: number[];
  leafDepths: number[];
  leafRefs: Uint32Array;
  leafRefStarts: number[];
  refCount: number;
};

export function buildTrie(literals: Literals): Trie {
  const work = startWork(literals);
  const jobs: Job[] = [{ low: 0, high: work.order.length, depth: 0, state: 0 }];
  for (let job = jobs.pop(); job; job = jobs.pop()) grow(work, job, jobs);
  return finish(work);
}

function startWork(literals: Literals): Work {
  const count = literals.starts.length - 1;
  const work: Work = {
    literals,
    order: Uint32Array.from({ length: count }, (_, index) => index),
    scratch: new Uint32Array(count),
    counts: new Uint32Array(stepEnd),
    places: new Uint32Array(stepEnd),
    cells: new Int32Array(2 * (count * 4 + stepEnd)).fill(-1),
    end: 1,
    lowestFree: stepEnd,
    searchFrom: stepEnd,
    leaves: [],
    leafDepths: [],
    leafRefs: new Uint32Array(count),
    leafRefStarts: [0],
    refCount: 0,
  };
  // The root is taken, and is nobody's child.
  work.cells[1] = -2;
  return work;
}

/** One literal becomes a leaf; several are divided by their next code and given a place side by side. */
function grow(work: Work, job: Job, jobs: Job[]): void {
  if (job.high - job.low <= 1) return addLeaf(work, job);
  const codes = divide(work, job);
  if (codes.length === 1 && codes[0] === 0) {
    work.counts[0] = 0;
    return addLeaf(work, job);
  }
  const base = placeFor(work, codes);
  const endsHere = codes.includes(0);
  work.cells[2 * job.state] = (base << 1) | (endsHere ? 1 : 0);
  let low = job.low;
  for (const code of codes) {
    const child = base + code;
    work.cells[2 * child + 1] = job.state;
    const high = low + (work.counts[code] ?? 0);
    jobs.push({ low, high, depth: job.depth + 1, state: child });
    work.counts[code] = 0;
    low = high;
  }
}

/** Code 0 stands for the end of a literal. */
function codeAt({ literals }: Work, literal: number, depth: number): number {
  const at = (literals.starts[literal] ?? 0) + depth;
  return at < (literals.starts[literal + 1] ?? 0) ? (literals.steps[at] ?? 0) : 0;
}

/** Groups the job's literals by their next code; leaves in `counts` how many each code has. */
function divide(work: Work, { low, high, depth }: Job): number[] {
  const { order, scratch, counts, places } = work;
  const codes: number[] = [];
  for (let index = low; index < high; index++) {
    const code = codeAt(work, order[index] ?? 0, depth);
    if (counts[code] === 0) codes.push(code);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  if (codes.length === 1) return codes;
  let place = low;
  for (const code of codes) {
    places[code] = place;
    place += counts[code] ?? 0;
  }
  for (let index = low; index < high; index++) {
    const literal = order[index] ?? 0;
    const code = codeAt(work, literal, depth);
    const to = places[code] ?? low;
    scratch[to] = literal;
    places[code] = to + 1;
  }
  for (let index = low; index < high; index++) order[index] = scratch[index] ?? 0;
  return codes;
}

function addLeaf(work: Work, { low, high, depth, state }: Job): void {
  const literal = work.order[low] ?? 0;
  work.cells[2 * state] = ~work.leaves.length;
  work.leaves.push(literal);
  work.leafDepths.push(depth);
  for (let index = low; index < high; index++)
    work.leafRefs[work.refCount++] = work.order[index] ?? 0;
  work.leafRefStarts.push(work.refCount);
}

/** A base at which all children fall on free cells. */
function placeFor(work: Work, codes: readonly number[]): number {
  let first = Infinity;
  let last = 0;
  for (const code of codes) {
    if (code < first) first = code;
    if (code > last) last = code;
  }
  const cell = codes.length === 1 ? cellForOne(work) : cellForMany(work, codes, first);
  const base = cell - first;
  reserve(work, base + last);
  work.end = Math.max(work.end, base + last + 1);
  for (const code of codes) work.cells[2 * (base + code) + 1] = 0;
  return base;
}

function isFree({ cells, end }: Work, cell: number): boolean {
  return cell >= end || cells[2 * cell + 1] === -1;
}

/** Only ever forward: what is taken is never free again. */
function cellForOne(work: Work): number {
  while (!isFree(work, work.lowestFree)) work.lowestFree++;
  return work.lowestFree;
}

function cellForMany(work: Work, codes: readonly number[], first: number): number {
  while (!isFree(work, work.searchFrom)) work.searchFrom++;
  const last = Math.min(work.searchFrom + mostTries, work.end);
  for (let cell = work.searchFrom; cell < last; cell++) {
    if (codes.every((code) => isFree(work, cell - first + code))) return cell;
  }
  // The cells that were tried in vain stay for only children.
  work.searchFrom += mostTries / 2;
  return Math.max(work.end, stepEnd);
}

function reserve(work: Work, last: number): void {
  if (2 * last + 2 <= work.cells.length) return;
  const cells = new Int32Array(2 * (last + 1) + work.cells.length).fill(-1);
  cells.set(work.cells);
  work.cells = cells;
}

/** Tails are the codes of a literal behind its leaf. Cells behind the end let a step look without asking. */
function finish(work: Work): Trie {
  const { literals, leaves, leafDepths } = work;
  const tailStarts = new Uint32Array(leaves.length + 1);
  const starts = leaves.map((literal, leaf) =>
    Math.min(
      (literals.starts[literal] ?? 0) + (leafDepths[leaf] ?? 0),
      literals.starts[literal + 1] ?? 0,
    ),
  );
  leaves.forEach((literal, leaf) => {
    const size = (literals.starts[literal + 1] ?? 0) - (starts[leaf] ?? 0);
    tailStarts[leaf + 1] = (tailStarts[leaf] ?? 0) + size;
  });
  const tails = new Uint8Array(tailStarts[leaves.length] ?? 0);
  leaves.forEach((literal, leaf) => {
    const end = literals.starts[literal + 1] ?? 0;
    let to = tailStarts[leaf] ?? 0;
    for (let at = starts[leaf] ?? 0; at < end; at++) tails[to++] = literals.steps[at] ?? 0;
  });
  const cells = new Int32Array(2 * (work.end + stepEnd)).fill(-1);
  cells.set(work.cells.subarray(0, 2 * work.end));
  return {
    cells,
    tails,
    tailStarts,
    refs: work.leafRefs,
    refStarts: Uint32Array.from(work.leafRefStarts),
    alphabet: literals.alphabet,
  };
}
