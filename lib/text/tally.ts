// Which texts have every word of a query: one round for each word, in arrays that are reused from query to query.
import type { Postings } from './search-index';

/**
 * `rounds` is the last round in which a text was found, `scores` what it got there, `sums` what it got in all;
 * `found` are the first `count` texts of the running round. Rounds have ever new numbers, so nothing is cleared.
 */
export type Tally = {
  rounds: Uint32Array;
  scores: Float32Array;
  sums: Float32Array;
  found: Uint32Array;
  count: number;
  first: number;
  round: number;
  counts: Uint16Array;
  counted: Uint32Array;
};

export function createTally(size: number): Tally {
  return {
    rounds: new Uint32Array(size),
    scores: new Float32Array(size),
    sums: new Float32Array(size),
    found: new Uint32Array(size),
    count: 0,
    first: 1,
    round: 1,
    counts: new Uint16Array(size),
    counted: new Uint32Array(size),
  };
}

/** Begins the first round of a query, which may find any text. */
export function beginQuery(tally: Tally): void {
  if (tally.round > 0xffff_0000) {
    tally.rounds.fill(0);
    tally.round = 1;
  }
  tally.round += 2;
  tally.first = tally.round;
  tally.count = 0;
}

/** Begins a round that only finds texts of the round before. */
export function beginRound(tally: Tally): void {
  tally.round++;
  tally.count = 0;
}

/** Notes that a text has the word of this round; the best score counts. */
export function mark(tally: Tally, text: number, score: number): void {
  const { rounds, scores, sums, round, first } = tally;
  const last = rounds[text] ?? 0;
  if (last === round) {
    const before = scores[text] ?? 0;
    if (score <= before) return;
    scores[text] = score;
    sums[text] = (sums[text] ?? 0) - before + score;
    return;
  }
  if (round !== first && last !== round - 1) return;
  rounds[text] = round;
  scores[text] = score;
  sums[text] = (round === first ? 0 : (sums[text] ?? 0)) + score;
  tally.found[tally.count++] = text;
}

/** Notes all texts of the terms from one up to another. */
export function markAll(
  tally: Tally,
  { starts, texts }: Postings,
  from: number,
  to: number,
  score: number,
): void {
  const end = starts[to] ?? 0;
  for (let at = starts[from] ?? 0; at < end; at++) mark(tally, texts[at] ?? 0, score);
}

/** The terms of one place of a pattern, from one up to another. */
export type Span = { postings: Postings; from: number; to: number };

/**
 * Calls back with the texts that have at least `least` of the places of a pattern, and with how many of them.
 * Each place is any of its spans.
 */
export function countPlaces(
  tally: Tally,
  places: readonly (readonly Span[])[],
  least: number,
  onText: (text: number, count: number) => void,
): void {
  const { counts, counted } = tally;
  let size = 0;
  places.forEach((spans, place) => {
    // A text that has missed too many places already is not looked at; one that has this place has its number.
    const mayBegin = places.length - place >= least;
    for (const { postings, from, to } of spans) {
      const { starts, texts } = postings;
      const end = starts[to] ?? 0;
      for (let at = starts[from] ?? 0; at < end; at++) {
        const text = texts[at] ?? 0;
        const value = counts[text] ?? 0;
        if (value === 0 && !mayBegin) continue;
        if (value === 0) counted[size++] = text;
        // The last place that counted in the low byte, how many did in the high one.
        if ((value & 0xff) !== place + 1) counts[text] = (value & 0xff00) + 0x100 + place + 1;
      }
    }
  });
  for (let at = 0; at < size; at++) {
    const text = counted[at] ?? 0;
    const count = (counts[text] ?? 0) >> 8;
    counts[text] = 0;
    if (count >= least) onText(text, count);
  }
}
