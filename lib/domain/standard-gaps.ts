// What a record does not hold yet of the things that standards for complaints ask for. A reading aid: it says what is
// missing, never that anything is fulfilled.
import type { Complaint } from './complaint';
import { states } from './complaint-choices';
import type { State } from './complaint-choices';
import type { Field } from './complaint-groups';

/** A management standard in the manner of ISO 10002, and a regulator who wants decisions, redress and deadlines. */
export const standards = ['management', 'regulator'] as const;
export type Standard = (typeof standards)[number];

/** One thing that is asked for: any of these fields holds it. It is asked for from a stage on. */
export type Asked = { id: string; fields: readonly Field[]; from: State };

const asked: Readonly<Record<Standard, readonly Asked[]>> = {
  management: [
    { id: 'wish', fields: ['request'], from: 'recorded' },
    { id: 'contact', fields: ['contact'], from: 'recorded' },
    { id: 'product', fields: ['product', 'category'], from: 'recorded' },
    { id: 'acknowledged', fields: ['acknowledgedAt'], from: 'recorded' },
    { id: 'due', fields: ['dueAt'], from: 'recorded' },
    { id: 'severity', fields: ['severity'], from: 'judged' },
    { id: 'impact', fields: ['impact'], from: 'judged' },
    { id: 'responsible', fields: ['person', 'department'], from: 'assigned' },
    { id: 'cause', fields: ['cause'], from: 'analysed' },
    { id: 'rootCause', fields: ['rootCause'], from: 'analysed' },
    { id: 'immediate', fields: ['immediate', 'immediateNone'], from: 'proposed' },
    { id: 'permanent', fields: ['permanent', 'permanentNone'], from: 'carriedOut' },
    { id: 'answer', fields: ['acceptance'], from: 'carriedOut' },
    { id: 'satisfaction', fields: ['satisfaction'], from: 'followedUp' },
    { id: 'lessons', fields: ['lessons'], from: 'reviewed' },
  ],
  regulator: [
    { id: 'contact', fields: ['contact'], from: 'recorded' },
    { id: 'product', fields: ['product'], from: 'recorded' },
    { id: 'category', fields: ['category'], from: 'recorded' },
    { id: 'acknowledged', fields: ['acknowledgedAt'], from: 'recorded' },
    { id: 'due', fields: ['dueAt'], from: 'recorded' },
    { id: 'decision', fields: ['decision'], from: 'judged' },
    { id: 'reason', fields: ['decisionReason'], from: 'judged' },
    { id: 'responsible', fields: ['person'], from: 'assigned' },
    { id: 'rootCause', fields: ['rootCause'], from: 'analysed' },
    { id: 'remedy', fields: ['remedy'], from: 'proposed' },
    { id: 'approved', fields: ['approver'], from: 'approved' },
    { id: 'outcome', fields: ['outcome'], from: 'carriedOut' },
    { id: 'answer', fields: ['acceptance'], from: 'carriedOut' },
    { id: 'retention', fields: ['retainUntil'], from: 'followedUp' },
  ],
};

/** What is missing now, and what will be asked for at a later stage; each in the order of the stages. */
export function gapsOf(
  complaint: Complaint,
  standard: Standard,
): { now: readonly Asked[]; later: readonly Asked[] } {
  const here = states.indexOf(complaint.state);
  const missing = asked[standard].filter(({ fields }) =>
    fields.every((field) => isEmpty(complaint[field])),
  );
  return {
    now: missing.filter(({ from }) => states.indexOf(from) <= here),
    later: missing.filter(({ from }) => states.indexOf(from) > here),
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '';
}
