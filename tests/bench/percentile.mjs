// What the benches tell of many values.

/** @param {readonly number[]} values @param {number} share of the values that are below it, from 0 to 1; NaN of none */
export function percentile(values, share) {
  const place = Math.min(values.length - 1, Math.floor(values.length * share));
  return values.toSorted((a, b) => a - b)[place] ?? NaN;
}

/** @param {readonly number[]} values */
export function median(values) {
  return percentile(values, 0.5);
}
