// The scores that a search gives to texts, in arrays that are lent out and come back empty.

/** `of` is 0 but for the first `count` of `texts`. */
export type Scores = { of: Float32Array; texts: Uint32Array; count: number };
/** What is free for the next one; as many are made as are needed at once. */
export type ScorePool = { size: number; free: Scores[] };

export function lend({ size, free }: ScorePool): Scores {
  return free.pop() ?? { of: new Float32Array(size), texts: new Uint32Array(size), count: 0 };
}

/** Whoever clears what was written need not clear a hundred thousand. */
export function giveBack(pool: ScorePool, scores: Scores): void {
  for (let at = 0; at < scores.count; at++) scores.of[scores.texts[at] ?? 0] = 0;
  scores.count = 0;
  pool.free.push(scores);
}

/** Of several scores of a text the highest counts. */
export function score(scores: Scores, text: number, own: number): void {
  const before = scores.of[text] ?? 0;
  if (before === 0) scores.texts[scores.count++] = text;
  if (own > before) scores.of[text] = own;
}
