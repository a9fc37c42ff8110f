// Full-text search over records: what of them is searched, and whether one is found.
import { eachTerm, rangesOf } from '../text/term';
import type { TermRange } from '../text/term';
import type { Complaint } from './complaint';

export { bucketOf, eachTerm, rangesOf, termVersion } from '../text/term';
export type { TermRange } from '../text/term';

/** All words of a record, its number among them. */
export function searchTextOf(complaint: Complaint): string {
  const { number, who, contact, what, feeling, request, category, product, channel } = complaint;
  const { department, person, cause, rootCause, options, decisionReason, remedy } = complaint;
  const { immediate, permanent, lessons, tags, ticket } = complaint;
  return [
    ...[String(number), who, contact, what, feeling, request, category, product, channel],
    ...[department, person, cause, rootCause, options, decisionReason, remedy],
    ...[immediate, permanent, lessons, ...tags, ticket?.id],
  ]
    .filter(Boolean)
    .join('\n');
}

/** Whether a record is found by a query: asked of one what the index answers for all. */
export function isFound(complaint: Complaint, query: string): boolean {
  return holdsTerms(searchTextOf(complaint), rangesOf(query));
}

/** Whether a text holds a term of each range. */
export function holdsTerms(text: string, ranges: readonly TermRange[]): boolean {
  const missing = new Set(ranges);
  eachTerm(text, (term) => {
    for (const range of missing) if (term >= range.from && term <= range.to) missing.delete(range);
  });
  return missing.size === 0;
}
