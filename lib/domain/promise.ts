// A promise: an owner, what, and by when; kept, renewed before it lapses, or broken (doctrine P1-P5).
//
//   made ──warned──► due ──lapsed──► overdue
//    │ ▲──renewed────┘                  │
//    └──────────kept / broken ◄─────────┘     dropped: it was none, or nobody needs it any more
//
// Times are stored; what is due and how late is computed from now.

/** A follow-up asks after the solution until the customer confirms; a call-back is what a hold was declined for. */
export type PromiseKind = 'promise' | 'call-back' | 'follow-up';

export type Promised = {
  id: string;
  conversationId: string;
  customer: string;
  kind: PromiseKind;
  /** Who keeps it (P1). */
  owner: string;
  what: string;
  madeAt: number;
  /** Each moment that was promised and when, oldest first; never empty. */
  terms: readonly Term[];
  /** How long before the time is up it is called to mind, ms. */
  warnMs: number;
  /** When to speak of it next; absent once over, which takes the row out of the due index. */
  dueAt?: number;
  /** The moment that was already announced, so that it is announced once. */
  firedFor?: number;
  /** `dueAt`: when it would have been spoken of next, should the ending be taken back. */
  end?: { at: number; how: Ending; done: string; dueAt?: number };
};

/** `told`: the customer heard of a new time before the old one was up (P3). */
type Term = { at: number; due: number; told: boolean };
export type Ending = 'kept' | 'broken' | 'dropped';

export type PromisePlan = Pick<
  Promised,
  'conversationId' | 'customer' | 'kind' | 'owner' | 'what' | 'warnMs'
> & { due: number };

/** A promise made now. */
export function makePromise(id: string, plan: PromisePlan, now: number): Promised {
  const { conversationId, customer, kind, owner, what, warnMs, due } = plan;
  const own = { id, conversationId, customer, kind, owner, what, warnMs };
  const made = { ...own, madeAt: now, terms: [{ at: now, due, told: true }] };
  return { ...made, dueAt: firstCall(made, now) };
}

/** The moment that is promised now. */
export function dueOf({ terms, madeAt }: Pick<Promised, 'terms' | 'madeAt'>): number {
  return terms.at(-1)?.due ?? madeAt;
}

/** P3: the same promise with a later time, as long as the old one is not up; afterwards it stays as it is. */
export function renewPromise(
  promised: Promised,
  due: number,
  told: boolean,
  now: number,
): Promised {
  if (promised.end || now > dueOf(promised) || due <= now) return promised;
  const renewed = { ...promised, terms: [...promised.terms, { at: now, due, told }] };
  return callAt(renewed, firstCall(renewed, now));
}

/** The same promise, over. Too late is told by the times; `done` is what was done about a broken one. */
export function endPromise(promised: Promised, how: Ending, done: string, now: number): Promised {
  if (promised.end) return promised;
  const { dueAt, ...rest } = promised;
  const call = dueAt === undefined ? {} : { dueAt };
  return { ...rest, end: { at: now, how, done, ...call } };
}

/** The same promise as it was before it was ended. */
export function reopenPromise(promised: Promised): Promised {
  const { end, ...open } = promised;
  return end ? { ...open, dueAt: end.dueAt ?? dueOf(open) } : promised;
}

/** The same promise, spoken of again after so many ms, and at its time at the latest. */
export function snoozePromise(promised: Promised, ms: number, now: number): Promised {
  if (promised.end) return promised;
  const due = dueOf(promised);
  return callAt(promised, now < due ? Math.min(due, now + ms) : now + ms);
}

/** The same promise after it was announced: a machine that slept over warning and time announces once. */
export function firePromise(promised: Promised, now: number): Promised {
  const { dueAt, firedFor } = promised;
  if (dueAt === undefined || dueAt > now || firedFor === dueAt) return promised;
  const due = dueOf(promised);
  if (now < due) return { ...promised, firedFor: dueAt, dueAt: due };
  const last = Math.max(due, dueAt);
  return { ...promised, dueAt: last, firedFor: last };
}

export type PromiseView = {
  state: 'ahead' | 'soon' | 'overdue' | Ending;
  /** Until it is up; negative once it has lapsed. Of one that is over: when it was ended. */
  leftMs: number;
};

/** What to show of a promise. */
export function viewPromise(promised: Promised, now: number): PromiseView {
  const due = dueOf(promised);
  const leftMs = due - (promised.end?.at ?? now);
  if (promised.end) return { state: promised.end.how, leftMs };
  if (leftMs < 0) return { state: 'overdue', leftMs };
  return { state: leftMs <= promised.warnMs ? 'soon' : 'ahead', leftMs };
}

/** Nobody has spoken of it at that moment, even if the clock was set back to before an earlier one. */
function callAt(promised: Promised, dueAt: number): Promised {
  const { firedFor: _, ...rest } = promised;
  return { ...rest, dueAt };
}

/** The warning, or the time itself where the warning would come at once. */
function firstCall(promised: Pick<Promised, 'terms' | 'madeAt' | 'warnMs'>, now: number): number {
  const due = dueOf(promised);
  return due - promised.warnMs > now ? due - promised.warnMs : due;
}
