// The life of a complaint: where it may go next, and what must be known first (doctrine 3).
//
//   recorded ─► judged ─► assigned ─► analysed ─► proposed ─► approved ─► carriedOut ─► followedUp ─► reviewed
//                 │                      ▲           │ ▲          │        (resolved)     (closed)       │
//                 └── unfounded ─────────┼───────────┼─┘          │            │              │          │
//                     (tactful answer)   │           │            │            │              │          │
//                                        └───────────┴────────────┴── reopened ┴──────────────┴──────────┘
//                                            the customer is not content; an unfounded one is judged anew
//
//   Resolved wants two solutions, the immediate and the permanent one, each with an owner and a date, or a reason
//   why there is none. Closed wants the customer's yes, or that they were asked and did not answer.
import { complaintSchema } from './complaint';
import type { Complaint, ComplaintFields } from './complaint';
import { states } from './complaint-choices';
import type { State } from './complaint-choices';
import { emptyForm } from './complaint-form';

/** A field that is still to be filled in. */
export type Wanted = Exclude<keyof ComplaintFields, 'tags'>;

type Needs = (complaint: ComplaintFields) => readonly Wanted[];

/** What must be known to be at a stage, beyond what the stages before it want. */
const needs: Record<State, Needs> = {
  recorded: ({ what }) => wanted(isMissing(what) && 'what'),
  judged: ({ decision, decisionReason }) =>
    wanted(
      !decision && 'decision',
      decision === 'unfounded' && isMissing(decisionReason) && 'decisionReason',
    ),
  assigned: ({ department, person }) =>
    wanted(isMissing(department) && isMissing(person) && 'person'),
  analysed: ({ cause }) => wanted(isMissing(cause) && 'cause'),
  proposed: ({ immediate, immediateNone, decision }) =>
    wanted(
      decision !== 'unfounded' && isMissing(immediate) && isMissing(immediateNone) && 'immediate',
    ),
  approved: ({ approval, approver }) => [
    ...wanted(approval !== 'given' && approval !== 'notNeeded' && 'approval'),
    ...wanted(approval === 'given' && isMissing(approver) && 'approver'),
  ],
  carriedOut: (complaint) => [
    ...(complaint.decision === 'unfounded' ? [] : missingFixes(complaint)),
    ...wanted(!complaint.outcome && 'outcome'),
  ],
  followedUp: ({ acceptance }) =>
    wanted(acceptance !== 'accepted' && acceptance !== 'noAnswer' && 'acceptance'),
  reviewed: () => [],
};

// Nobody is to work on what is not founded; the reason why it is not stands in place of the solutions.
const unfoundedPath: readonly State[] = [
  'recorded',
  'judged',
  'proposed',
  'carriedOut',
  'followedUp',
  'reviewed',
];

/** The stages that this complaint goes through. */
export function pathOf({ decision }: Pick<ComplaintFields, 'decision'>): readonly State[] {
  return decision === 'unfounded' ? unfoundedPath : states;
}

/** The stage after the one where it stands; undefined at the end. */
export function nextState(complaint: ComplaintFields & { state: State }): State | undefined {
  const here = states.indexOf(complaint.state);
  return pathOf(complaint).find((each) => states.indexOf(each) > here);
}

/** What is missing to be at a stage: its own needs and those of all the stages on the way, each field once. */
export function missingFor(complaint: ComplaintFields, at: State): readonly Wanted[] {
  const last = states.indexOf(at);
  const passed = pathOf(complaint).filter((each) => states.indexOf(each) <= last);
  return [...new Set(passed.flatMap((each) => needs[each](complaint)))];
}

export type Moved =
  | { ok: true; complaint: Complaint }
  /** `invalid`: fields that hold what they cannot, such as a text that is too long. */
  | { ok: false; missing: readonly Wanted[]; invalid: readonly string[] };

/** Goes on to a later stage at `now`, epoch ms; refused with what is missing. Never back: that is `reopen`. */
export function moveTo(complaint: Complaint, to: State, now: number): Moved {
  if (states.indexOf(to) <= states.indexOf(complaint.state)) return { ok: true, complaint };
  const missing = missingFor(complaint, to);
  if (missing.length > 0) return { ok: false, missing, invalid: [] };
  return { ok: true, complaint: withTimes({ ...complaint, state: to }, now) };
}

/** Whether there is something to go back on. */
export function mayReopen({ state }: { state: State }): boolean {
  return states.indexOf(state) >= states.indexOf('proposed');
}

/**
 * Work begins anew: back to the analysis, or to the judgement where it was found unfounded. What was said to the old
 * solution, by the customer and by who approved it, counts no more. Counted only if it had been told as resolved.
 */
export function reopen(complaint: Complaint, now: number): Complaint {
  if (!mayReopen(complaint)) return complaint;
  const {
    acceptance: _,
    outcome: __,
    approval: ___,
    approver: ____,
    approvedAt: _____,
    ...rest
  } = complaint;
  const state = complaint.decision === 'unfounded' ? 'judged' : 'analysed';
  const reopened = complaint.reopened + (complaint.resolvedAt === undefined ? 0 : 1);
  return withTimes({ ...rest, state, reopened }, now);
}

/**
 * The complaint with other words in its fields, empty ones taken out; refused where it would then stand at a stage
 * without what the stage wants.
 */
export function edit(complaint: Complaint, change: Partial<ComplaintFields>): Moved {
  const changed = complaintSchema.safeParse(withChange(complaint, change));
  if (!changed.success) {
    const invalid = changed.error.issues.map(({ path }) => String(path[0]));
    return 'what' in change && isMissing(change.what)
      ? { ok: false, missing: ['what'], invalid: [] }
      : { ok: false, missing: [], invalid: [...new Set(invalid)] };
  }
  const missing = missingFor(changed.data, complaint.state);
  if (missing.length > 0) return { ok: false, missing, invalid: [] };
  return { ok: true, complaint: changed.data };
}

/** Resolved and closed since when: of the first time it got there, and not at all once it is back before it. */
function withTimes(complaint: Complaint, now: number): Complaint {
  const { resolvedAt = now, closedAt = now, ...rest } = complaint;
  const { approval, approvedAt = now } = rest;
  const isAtLeast = (stage: State) => states.indexOf(rest.state) >= states.indexOf(stage);
  return {
    ...rest,
    ...(isAtLeast('approved') && approval === 'given' && { approvedAt }),
    ...(isAtLeast('carriedOut') && { resolvedAt }),
    ...(isAtLeast('followedUp') && { closedAt }),
  };
}

function missingFixes(complaint: ComplaintFields): readonly Wanted[] {
  const { immediateNone, permanentNone } = complaint;
  const immediate = ['immediate', 'immediateOwner', 'immediateAt'] as const;
  const permanent = ['permanent', 'permanentOwner', 'permanentAt'] as const;
  const missingOf = (fields: readonly (keyof ComplaintFields & Wanted)[]) =>
    fields.filter((field) => isMissing(complaint[field]));
  return [
    ...(isMissing(immediateNone) ? missingOf(immediate) : []),
    ...(isMissing(permanentNone) ? missingOf(permanent) : []),
  ];
}

function wanted(...fields: readonly (Wanted | false)[]): Wanted[] {
  return fields.filter((field) => field !== false);
}

function isMissing(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** What is emptied is taken out. The four elements stay, empty or not: older readers expect them. */
function withChange(complaint: Complaint, change: Partial<ComplaintFields>): object {
  const held = Object.entries({ ...complaint, ...change }).filter(
    ([field, value]) => !(field in change) || field in emptyForm || !isMissing(value),
  );
  return Object.fromEntries(held);
}
