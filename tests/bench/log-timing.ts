// Takes times in the page of the log's bench.

/** A work's result, and how long it took. */
export const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
};
export const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
/** The median of each list, by its name. */
export const medians = <T extends Record<string, readonly number[]>>(
  all: T,
): Record<keyof T, number> =>
  Object.fromEntries(Object.entries(all).map(([name, values]) => [name, median(values)])) as Record<
    keyof T,
    number
  >; // The same names.
/** The median of what a work takes (ms), done so often one after the other. */
export const medianOf = async (rounds: number, work: () => Promise<number>): Promise<number> => {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) all.push(await work());
  return median(all);
};
