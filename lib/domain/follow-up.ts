// What was promised to the customer of a complaint, as a row of a file of its own: who does what by when, and what came of it.
import type { Complaint } from './complaint';
import { createNameMask } from './known-names';
import { maskText } from './mask-text';
import { dueOf } from './promise';
import type { Promised } from './promise';

/** In the order of the file. */
export const followUpColumns = [
  'number',
  'complaint',
  'promise',
  'kind',
  'owner',
  'what',
  'madeAt',
  'firstDueAt',
  'dueAt',
  'renewed',
  'ending',
  'endedAt',
  'done',
] as const;
export type FollowUpColumn = (typeof followUpColumns)[number];
export type FollowUp = { complaint: Complaint; promised: Promised };

/**
 * Which of the complaints of one conversation a promise belongs to: the one at hand when it was made, that is the
 * last one received by then; the first one where it was made before all of them.
 */
export function complaintOf(
  promised: Pick<Promised, 'madeAt'>,
  complaints: readonly Complaint[],
): Complaint | undefined {
  const sorted = complaints.toSorted((a, b) => a.receivedAt - b.receivedAt);
  return sorted.findLast(({ receivedAt }) => receivedAt <= promised.madeAt) ?? sorted[0];
}

/** The same without what tells who the customer is, as far as forms and the names of the record do. */
export function maskFollowUp({ complaint, promised }: FollowUp): FollowUp {
  const hide = createNameMask(
    [complaint.who, promised.customer].map((name) => ({ name, as: '●●' })),
  );
  const told = (text: string) => hide(maskText(text));
  const { end, owner, what } = promised;
  const ended = end ? { end: { ...end, done: told(end.done) } } : {};
  return {
    complaint,
    promised: { ...promised, owner: told(owner), what: told(what), ...ended },
  };
}

/** What a column holds; moments as ISO 8601, empty for nothing. */
export function followUpCell({ complaint, promised }: FollowUp, column: FollowUpColumn): string {
  const { terms, end } = promised;
  const cells: Record<FollowUpColumn, string | number> = {
    number: complaint.number,
    complaint: complaint.id,
    promise: promised.id,
    kind: promised.kind,
    owner: promised.owner,
    what: promised.what,
    madeAt: iso(promised.madeAt),
    firstDueAt: iso(terms[0]?.due),
    dueAt: iso(dueOf(promised)),
    renewed: terms.length - 1,
    ending: end?.how ?? '',
    endedAt: iso(end?.at),
    done: end?.done ?? '',
  };
  return String(cells[column]);
}

function iso(at: number | undefined): string {
  return at === undefined ? '' : new Date(at).toISOString();
}
