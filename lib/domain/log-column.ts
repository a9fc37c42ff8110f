// What the log can be sorted, filtered and counted by: one column for each such fact of a record.
import { acceptances, approvals, decisions, impacts, outcomes } from './complaint-choices';
import { severities, states } from './complaint-choices';
import type { Complaint } from './complaint';

/** `order`: of the words, where the alphabet is not theirs. */
type WordColumn = {
  is: 'word';
  of: (complaint: Complaint) => string | undefined;
  order?: readonly string[];
};
/** Epoch ms, kept and compared to the minute. */
type MomentColumn = { is: 'moment'; of: (complaint: Complaint) => number | undefined };

/** A cause may be a long text; what tells causes apart stands at its beginning. */
const longestWord = 80;
const word = (text: string | undefined) => text?.trim().slice(0, longestWord) || undefined;

const [hour, day] = [60, 1_440];
/** How long something took at most, in minutes: a word for each, and one for what took longer. */
const answerSteps = { hour, fourHours: 4 * hour, day, threeDays: 3 * day };
const resolveSteps = { day, threeDays: 3 * day, week: 7 * day, month: 30 * day };
const lengths = ['hour', 'fourHours', 'day', 'threeDays', 'week', 'month', 'longer'] as const;

const wordColumns = {
  state: { is: 'word', of: ({ state }) => state, order: states },
  category: { is: 'word', of: ({ category }) => word(category) },
  severity: { is: 'word', of: ({ severity }) => severity, order: severities },
  impact: { is: 'word', of: ({ impact }) => impact, order: impacts },
  product: { is: 'word', of: ({ product }) => word(product) },
  department: { is: 'word', of: ({ department }) => word(department) },
  person: { is: 'word', of: ({ person }) => word(person) },
  cause: { is: 'word', of: ({ cause, rootCause }) => word(rootCause) ?? word(cause) },
  decision: { is: 'word', of: ({ decision }) => decision, order: decisions },
  remedy: { is: 'word', of: ({ remedy }) => word(remedy) },
  outcome: { is: 'word', of: ({ outcome }) => outcome, order: outcomes },
  approval: { is: 'word', of: ({ approval }) => approval, order: approvals },
  acceptance: { is: 'word', of: ({ acceptance }) => acceptance, order: acceptances },
  satisfaction: { is: 'word', of: ({ satisfaction }) => satisfaction?.toString() },
  channel: { is: 'word', of: ({ channel }) => word(channel) },
  answeredIn: {
    is: 'word',
    of: ({ receivedAt, acknowledgedAt }) => lengthOf(receivedAt, acknowledgedAt, answerSteps),
    order: lengths,
  },
  resolvedIn: {
    is: 'word',
    of: ({ receivedAt, resolvedAt }) => lengthOf(receivedAt, resolvedAt, resolveSteps),
    order: lengths,
  },
  // A promised answer that is still to come is neither.
  promise: {
    is: 'word',
    of: ({ dueAt, resolvedAt }) =>
      dueAt === undefined || resolvedAt === undefined
        ? undefined
        : asMinute(resolvedAt) <= asMinute(dueAt)
          ? 'kept'
          : 'late',
    order: ['kept', 'late'],
  },
} as const satisfies Record<string, WordColumn>;

const momentColumns = {
  receivedAt: { is: 'moment', of: ({ receivedAt }) => receivedAt },
  savedAt: { is: 'moment', of: ({ savedAt }) => savedAt },
  changedAt: { is: 'moment', of: ({ changedAt }) => changedAt },
  acknowledgedAt: { is: 'moment', of: ({ acknowledgedAt }) => acknowledgedAt },
  dueAt: { is: 'moment', of: ({ dueAt }) => dueAt },
  resolvedAt: { is: 'moment', of: ({ resolvedAt }) => resolvedAt },
  closedAt: { is: 'moment', of: ({ closedAt }) => closedAt },
} as const satisfies Record<string, MomentColumn>;

export type WordColumnId = keyof typeof wordColumns;
export type MomentColumnId = keyof typeof momentColumns;
export type ColumnId = WordColumnId | MomentColumnId;

// Object.keys gives back what the lists above were written with.
export const wordColumnIds = Object.keys(wordColumns) as WordColumnId[];
export const momentColumnIds = Object.keys(momentColumns) as MomentColumnId[];
export const columnIds: readonly ColumnId[] = [...wordColumnIds, ...momentColumnIds];

export function isWordColumn(id: string): id is WordColumnId {
  return Object.hasOwn(wordColumns, id);
}

export function isMomentColumn(id: string): id is MomentColumnId {
  return Object.hasOwn(momentColumns, id);
}

/** The words of a column that have an order of their own. */
export function orderOf(id: WordColumnId): readonly string[] {
  const column: WordColumn = wordColumns[id];
  return column.order ?? [];
}

/** The word of a complaint in a column; undefined where it has none. */
export function wordOf(complaint: Complaint, id: WordColumnId): string | undefined {
  return wordColumns[id].of(complaint);
}

/** A moment of a complaint to the minute, in minutes since 1970; 0 where it has none. */
export function minuteOf(complaint: Complaint, id: MomentColumnId): number {
  return asMinute(momentColumns[id].of(complaint));
}

function lengthOf(
  from: number,
  to: number | undefined,
  steps: Readonly<Record<string, number>>,
): string | undefined {
  if (to === undefined) return undefined;
  const minutes = Math.max(0, asMinute(to) - asMinute(from));
  return Object.entries(steps).find(([, most]) => minutes <= most)?.[0] ?? 'longer';
}

/** Epoch ms as whole minutes since 1970; 0 is none, as is what lies before. */
function asMinute(at: number | undefined): number {
  return at === undefined ? 0 : Math.max(0, Math.floor(at / 60_000));
}

/** Who complained, as a number: the same for the same name however it is written; 0 where nobody is named. */
export function customerKey({ who }: Complaint): number {
  const name = who.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
  if (name === '') return 0;
  // Two FNV-1a sums, 53 bits of them: among a million names none meet by chance.
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193) >>> 0;
    high = Math.imul(high ^ unit ^ (low >>> 7), 0x85ebca6b) >>> 0;
  }
  return (high & 0x1fffff) * 0x1_0000_0000 + low + 1;
}
