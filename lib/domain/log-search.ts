// Full-text search over records: what of them is searched, and what a query asks of it.
import { eachTerm } from '../text/term';
import type { TermRange } from '../text/term';
import type { Complaint } from './complaint';

export { bucketOf, eachTerm, rangesOf, termVersion } from '../text/term';
export type { TermRange } from '../text/term';

/** All words of a record, its number among them. */
export function searchTextOf(complaint: Complaint): string {
  const { number, who, contact, what, feeling, request, category, product, channel } = complaint;
  const { department, person, cause, rootCause, options, decisionReason, remedy } = complaint;
  const { immediate, permanent, lessons, tags, ticket } = complaint;
  const told = [String(number), who, contact, what, feeling, request, category, product, channel];
  const judged = [department, person, cause, rootCause, options, decisionReason, remedy];
  const done = [immediate, permanent, lessons, ticket?.id];
  return [...told, ...judged, ...done, ...tags].filter(Boolean).join('\n');
}

/** The terms of a record, ascending. */
export function termsOf(complaint: Complaint): Float64Array {
  const terms: number[] = [];
  eachTerm(searchTextOf(complaint), (term) => terms.push(term));
  return Float64Array.from(terms).toSorted();
}

/** Whether terms, ascending, hold one of each range. */
export function holdsEach(terms: Float64Array, ranges: readonly TermRange[]): boolean {
  return ranges.every(({ from, to }) => (terms[firstAtLeast(terms, from)] ?? Infinity) <= to);
}

function firstAtLeast(terms: Float64Array, least: number): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
