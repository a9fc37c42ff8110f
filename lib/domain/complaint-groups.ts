// The fields of a record in the groups in which they are filled in, and how each is filled in.
import type { ComplaintFields } from './complaint';
import * as choices from './complaint-choices';

export type Field = keyof ComplaintFields;
export type FieldKind =
  | { is: 'words'; lines: number }
  /** Names the customer: hidden on the screen until it is asked for. */
  | { is: 'person' }
  | { is: 'choice'; of: readonly string[] }
  /** One of these, or own words. */
  | { is: 'choiceOrWords'; of: readonly string[] }
  | { is: 'category' }
  | { is: 'moment' }
  | { is: 'score' }
  | { is: 'tags' };

const line = { is: 'words', lines: 1 } as const;
const lines = { is: 'words', lines: 3 } as const;
const moment = { is: 'moment' } as const;
const choice = (of: readonly string[]) => ({ is: 'choice', of }) as const;

export const groups = [
  { id: 'told', fields: ['who', 'contact', 'what', 'feeling', 'request', 'product', 'category'] },
  {
    id: 'judged',
    fields: ['severity', 'impact', 'decision', 'decisionReason', 'acknowledgedAt', 'dueAt'],
  },
  { id: 'work', fields: ['department', 'person', 'cause', 'rootCause', 'options', 'remedy'] },
  {
    id: 'fixes',
    fields: [
      'immediate',
      'immediateOwner',
      'immediateAt',
      'immediateNone',
      'permanent',
      'permanentOwner',
      'permanentAt',
      'permanentNone',
    ],
  },
  { id: 'approved', fields: ['approval', 'approver', 'approvedAt'] },
  {
    id: 'result',
    fields: ['outcome', 'acceptance', 'satisfaction', 'lessons', 'tags', 'retainUntil'],
  },
] as const satisfies readonly { id: string; fields: readonly Field[] }[];

export const fieldKinds: Readonly<Record<Field, FieldKind>> = {
  who: { is: 'person' },
  contact: { is: 'person' },
  what: lines,
  feeling: line,
  request: lines,
  product: line,
  category: { is: 'category' },
  severity: choice(choices.severities),
  impact: choice(choices.impacts),
  decision: choice(choices.decisions),
  decisionReason: lines,
  acknowledgedAt: moment,
  dueAt: moment,
  department: line,
  person: line,
  cause: line,
  rootCause: lines,
  options: lines,
  remedy: { is: 'choiceOrWords', of: choices.remedies },
  immediate: lines,
  immediateOwner: line,
  immediateAt: moment,
  immediateNone: line,
  permanent: lines,
  permanentOwner: line,
  permanentAt: moment,
  permanentNone: line,
  approval: choice(choices.approvals),
  approver: line,
  approvedAt: moment,
  outcome: choice(choices.outcomes),
  acceptance: choice(choices.acceptances),
  satisfaction: { is: 'score' },
  lessons: lines,
  tags: { is: 'tags' },
  retainUntil: moment,
};
