// A hold: the customer waits in the conversation with consent, a reason and a length (doctrine H1-H6).
//
//   asked ──yes──► running ──back──► ended
//     └──no──► (removed: offer a call-back instead, H3)
//
// Times are stored; how long, how long still and what is due is computed from now.
export type Hold = {
  id: string;
  conversationId: string;
  /** Whom it concerns, as shown in the panel and in a notification. */
  customer: string;
  /** What the agent is doing meanwhile (H5). */
  reason: string;
  /** The length told to the customer, ms. */
  announcedMs: number;
  /** Time between check-ins, ms (H4). */
  pulseMs: number;
  startedAt: number;
  checkIns: readonly number[];
  /** When the next check-in is due; absent once ended, which takes the row out of the due index. */
  dueAt?: number;
  /** The due time that was already announced, so that it is announced once. */
  firedFor?: number;
  endedAt?: number;
};

/** H4: about every 30 seconds. */
export const defaultPulseMs = 30_000;

export type HoldPlan = Pick<
  Hold,
  'conversationId' | 'customer' | 'reason' | 'announcedMs' | 'pulseMs'
>;

/** A hold that begins now. */
export function startHold(id: string, plan: HoldPlan, now: number): Hold {
  return { id, ...plan, startedAt: now, checkIns: [], dueAt: now + plan.pulseMs };
}

/** The same hold after the agent gave a sign of life; the next one is due a pulse later. */
export function checkIn(hold: Hold, now: number): Hold {
  if (hold.endedAt !== undefined) return hold;
  return { ...hold, checkIns: [...hold.checkIns, now], dueAt: now + hold.pulseMs };
}

/** The same hold, over. */
export function endHold(hold: Hold, now: number): Hold {
  if (hold.endedAt !== undefined) return hold;
  const { dueAt: _, ...rest } = hold;
  return { ...rest, endedAt: now };
}

export type HoldView = {
  elapsedMs: number;
  /** Until the announced end; negative once it is overrun. */
  leftMs: number;
  /** Until the next check-in; zero or negative when it is due. */
  checkInMs: number;
  /** 0 to 1 of the announced length. */
  share: number;
};

/** What to show of a running hold. A clock that was set back never shows a negative wait. */
export function viewHold(hold: Hold, now: number): HoldView {
  const elapsedMs = Math.max(0, (hold.endedAt ?? now) - hold.startedAt);
  return {
    elapsedMs,
    leftMs: hold.announcedMs - elapsedMs,
    checkInMs: (hold.dueAt ?? now) - now,
    share: hold.announcedMs > 0 ? Math.min(1, elapsedMs / hold.announcedMs) : 1,
  };
}
