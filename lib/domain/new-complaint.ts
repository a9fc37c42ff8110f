// A complaint as it is when it is first written down; apart from the schemas, which need more than a view does.
import type { Complaint, ComplaintFields, ComplaintOrigin } from './complaint';

export type FirstFields = Partial<ComplaintFields> & Pick<ComplaintFields, 'who' | 'what'>;

/** A complaint as it is when it is first saved, at `at` (epoch ms). */
export function newComplaint(
  { feeling = '', request = '', tags = [], ...fields }: FirstFields,
  origin: ComplaintOrigin,
  { id, number, at }: { id: string; number: number; at: number },
): Complaint {
  return {
    ...fields,
    ...origin,
    feeling,
    request,
    tags,
    version: 2,
    id,
    number,
    savedAt: at,
    changedAt: at,
    revision: 0,
    state: 'recorded',
    reopened: 0,
  };
}
