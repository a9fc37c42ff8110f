// The best few of very many, kept in order while they are counted.

/** The best ones by score, of equals those with the smaller number; each number once. */
export type Best = {
  numbers: Uint32Array;
  scores: Float64Array;
  count: number;
  /** What is below this is not among the best. */
  least: number;
};

export function createBest(most: number): Best {
  return {
    numbers: new Uint32Array(most),
    scores: new Float64Array(most),
    count: 0,
    least: most > 0 ? -Infinity : Infinity,
  };
}

/** Keeps a number if its score is among the best; of several scores of a number the highest counts. */
export function offer(best: Best, number: number, score: number): void {
  const { numbers, scores } = best;
  if (score < best.least) return;
  let at = placeOf(best, number);
  if (at < best.count && (scores[at] ?? 0) >= score) return;
  if (at === numbers.length && !isBehind(best, --at, number, score)) return;
  if (at === best.count) best.count++;
  for (; at > 0 && isBehind(best, at - 1, number, score); at--) {
    numbers[at] = numbers[at - 1] ?? 0;
    scores[at] = scores[at - 1] ?? 0;
  }
  numbers[at] = number;
  scores[at] = score;
  if (best.count === numbers.length) best.least = scores.at(-1) ?? Infinity;
}

/** Where a number is kept; the end if it is not. */
function placeOf({ numbers, count }: Best, number: number): number {
  let at = 0;
  while (at < count && numbers[at] !== number) at++;
  return at;
}

function isBehind({ numbers, scores }: Best, at: number, number: number, score: number): boolean {
  const there = scores[at] ?? 0;
  return there < score || (there === score && (numbers[at] ?? 0) > number);
}
