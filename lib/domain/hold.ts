// A hold: the customer waits in the conversation with consent, a reason and a length (doctrine H1-H6).
//
//   asked ──yes──► agreed ──start──► running ──back──► over
//     ├──no───────────────────────────────────────────► over
//     └──call back─► over, and a promise takes its place (H3)
//
// Times are stored; how long, how long still and what is due is computed from now.

/** What the customer said to waiting (H1, H3). */
export type Consent = 'yes' | 'no' | 'call-back';

export type Hold = {
  id: string;
  conversationId: string;
  /** Whom it concerns, as shown in the panel and in a notification. */
  customer: string;
  /** How to reach them should the line drop (H2); empty where they gave nothing. */
  contact?: string;
  /** What the agent is doing meanwhile (H5). */
  reason: string;
  /** The length told to the customer, ms. */
  announcedMs: number;
  /** Time between check-ins, ms (H4). */
  pulseMs: number;
  /** Since when it is asked for or running; absent once over, which takes the row out of the index of open ones. */
  openSince?: number;
  /** Absent where the agent asked in own words. */
  askedAt?: number;
  answeredAt?: number;
  answer?: Consent;
  startedAt?: number;
  checkIns: readonly number[];
  /** When the next check-in is due; absent unless it runs, which takes the row out of the due index. */
  dueAt?: number;
  /** The due time that was already announced, so that it is announced once. */
  firedFor?: number;
  endedAt?: number;
};

export type HoldPlan = Pick<
  Hold,
  'conversationId' | 'customer' | 'contact' | 'reason' | 'announcedMs' | 'pulseMs'
>;

export type HoldState = 'asked' | 'agreed' | 'running' | 'over';

/** Where a hold stands. */
export function stateOf({ endedAt, startedAt, answer }: Hold): HoldState {
  if (endedAt !== undefined) return 'over';
  if (startedAt !== undefined) return 'running';
  return answer === undefined ? 'asked' : 'agreed';
}

/** A hold that the customer is being asked for (H1). */
export function askHold(id: string, plan: HoldPlan, now: number): Hold {
  return { id, ...plan, openSince: now, askedAt: now, checkIns: [] };
}

/** The same hold after the answer: with a yes it may begin, anything else ends it. The first answer stays. */
export function answerHold(hold: Hold, answer: Consent, now: number): Hold {
  if (stateOf(hold) !== 'asked') return hold;
  const answered = { ...hold, answer, answeredAt: now };
  return answer === 'yes' ? answered : close(answered, now);
}

/** A hold that begins now, asked for in the agent's own words. */
export function startHold(id: string, plan: HoldPlan, now: number): Hold {
  const asked = {
    id,
    ...plan,
    openSince: now,
    answer: 'yes',
    answeredAt: now,
    checkIns: [],
  } as const;
  return beginHold(asked, plan.contact, now);
}

/** The same hold, running, once there was a yes; `contact` is what they gave, if they gave it now (H2). */
export function beginHold(hold: Hold, contact: string | undefined, now: number): Hold {
  if (stateOf(hold) !== 'agreed') return hold;
  const reached = contact === undefined ? hold : { ...hold, contact };
  return { ...reached, startedAt: now, dueAt: now + hold.pulseMs };
}

/** The same hold after the agent gave a sign of life; the next one is due a pulse later. */
export function checkIn(hold: Hold, now: number): Hold {
  if (stateOf(hold) !== 'running') return hold;
  return callAt({ ...hold, checkIns: [...hold.checkIns, now] }, now + hold.pulseMs);
}

/** The same hold, spoken of again a pulse later; the customer has heard nothing by that. */
export function snoozeHold(hold: Hold, now: number): Hold {
  return stateOf(hold) === 'running' ? callAt(hold, now + hold.pulseMs) : hold;
}

/** The same hold, over. */
export function endHold(hold: Hold, now: number): Hold {
  return stateOf(hold) === 'over' ? hold : close(hold, now);
}

/** Nobody has spoken of it at that moment, even if the clock was set back to before an earlier one. */
function callAt(hold: Hold, dueAt: number): Hold {
  const { firedFor: _, ...rest } = hold;
  return { ...rest, dueAt };
}

function close(hold: Hold, now: number): Hold {
  const { dueAt: _, openSince: __, ...rest } = hold;
  return { ...rest, endedAt: now };
}

/** The same hold after its due time was announced; unchanged if it was, or is not due. */
export function fireHold(hold: Hold, now: number): Hold {
  const { dueAt, firedFor } = hold;
  return dueAt === undefined || dueAt > now || firedFor === dueAt
    ? hold
    : { ...hold, firedFor: dueAt };
}

/** The same hold after somebody set the clock back: the next check-in is never further away than a pulse. */
export function settleHold(hold: Hold, now: number): Hold {
  const { dueAt, pulseMs } = hold;
  return dueAt === undefined || dueAt <= now + pulseMs ? hold : callAt(hold, now + pulseMs);
}

export type HoldView = {
  elapsedMs: number;
  /** Until the announced end; negative once it is overrun. */
  leftMs: number;
  /** Until the next check-in; zero or negative when it is due. */
  checkInMs: number;
  /** 0 to 1 of the announced length. */
  share: number;
  /** Check-ins that came due and gave way to the next one. */
  missed: number;
};

/** What to show of a hold. A clock that was set back never shows a negative wait. */
export function viewHold(hold: Hold, now: number): HoldView {
  const until = hold.endedAt ?? now;
  const elapsedMs = Math.max(0, until - (hold.startedAt ?? until));
  return {
    elapsedMs,
    leftMs: hold.announcedMs - elapsedMs,
    checkInMs: (hold.dueAt ?? now) - now,
    share: hold.announcedMs > 0 ? Math.min(1, elapsedMs / hold.announcedMs) : 1,
    missed: missedIn(hold, until),
  };
}

/** Between two signs of life one check-in may be late; each further pulse was one missed. */
function missedIn({ startedAt, checkIns, pulseMs }: Hold, until: number): number {
  if (startedAt === undefined) return 0;
  const signs = [startedAt, ...checkIns, until];
  return signs.slice(1).reduce((sum, sign, index) => {
    const pulses = Math.floor((sign - (signs[index] ?? sign)) / pulseMs);
    return sum + Math.max(0, pulses - 1);
  }, 0);
}
