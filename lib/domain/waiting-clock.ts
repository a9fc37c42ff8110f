// How long the customer has waited: for the first answer (P4), and since they last wrote.
import type { LedgerEvent } from './event';

export type Waiting = {
  /** When the customer wrote first, epoch ms; a page that shows no times gives when it was read. */
  askedAt?: number;
  /** When the agent first answered that. */
  answeredAt?: number;
  /** When the agent wrote last. */
  spokenAt?: number;
  /** Since when the customer has had no answer; absent while it is their turn. */
  since?: number;
};

/** The clocks after one more event. Older messages may come later, when somebody scrolls back. */
export function stepWaiting(waiting: Waiting, event: LedgerEvent): Waiting {
  if (event.kind !== 'said') return waiting;
  if (event.side === 'customer') return afterCustomer(waiting, event.at);
  return event.side === 'agent' ? afterAgent(waiting, event.at) : waiting;
}

function afterCustomer(waiting: Waiting, at: number): Waiting {
  const asked = { ...waiting, askedAt: earlier(waiting.askedAt, at) };
  const isAnswered = waiting.spokenAt !== undefined && at < waiting.spokenAt;
  return isAnswered ? asked : { ...asked, since: earlier(waiting.since, at) };
}

function afterAgent(waiting: Waiting, at: number): Waiting {
  const { since, ...rest } = waiting;
  const spoken = { ...rest, spokenAt: Math.max(waiting.spokenAt ?? at, at) };
  const isAnswer = waiting.askedAt !== undefined && at >= waiting.askedAt;
  const answered = isAnswer ? { ...spoken, answeredAt: earlier(waiting.answeredAt, at) } : spoken;
  return since === undefined || at >= since ? answered : { ...answered, since };
}

function earlier(one: number | undefined, other: number): number {
  return Math.min(one ?? other, other);
}

/** The clocks of a conversation, from its events in their order. */
export function foldWaiting(events: readonly LedgerEvent[]): Waiting {
  return events.reduce(stepWaiting, {});
}

/** Products in which hours pass between two messages. */
const mailLike: ReadonlySet<string> = new Set(['request-tracker', 'osticket']);

/** How soon the first answer is expected, ms: a chat in seconds, a mail in the golden hour or two (P4). */
export function responseGoal(
  site: string,
  { chatSeconds, mailMinutes }: { chatSeconds: number; mailMinutes: number },
): number {
  return mailLike.has(site) ? mailMinutes * 60_000 : chatSeconds * 1000;
}

export type WaitingView = { waitedMs: number; isFirst: boolean; leftMs: number | undefined };

/** What to show: how long they have waited, and what is left of the first answer's time. Undefined: nobody waits. */
export function viewWaiting(
  waiting: Waiting,
  goalMs: number,
  now: number,
): WaitingView | undefined {
  if (waiting.since === undefined) return undefined;
  const waitedMs = Math.max(0, now - waiting.since);
  const isFirst = waiting.answeredAt === undefined;
  return { waitedMs, isFirst, leftMs: isFirst ? goalMs - waitedMs : undefined };
}
