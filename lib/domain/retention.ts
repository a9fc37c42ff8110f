// How long what is in the log is kept: by age and stage, never before the time that a record itself names.
import * as z from 'zod/mini';
import type { Complaint } from './complaint';
import { states } from './complaint-choices';

const dayMs = 24 * 3_600_000;

export const retentionSchema = z.object({
  /** A month at the least: nobody is to lose this week's work to a slip of a key. */
  days: z.int().check(z.gte(30), z.lte(36_500)),
  /** Only complaints at one of these stages go. */
  states: z.readonly(z.array(z.enum(states))),
  /** It goes by itself, once a day; else only when somebody has looked at it and removes it. */
  daily: z.optional(z.boolean()),
});
export type Retention = z.infer<typeof retentionSchema>;

/** What is offered first: three years, and only what is closed. */
export const firstRetention: Retention = { days: 3 * 365, states: ['followedUp', 'reviewed'] };

/** Whether a complaint is older than the rule keeps it: since it was closed, or received where it is not closed. */
export function isPast(complaint: Complaint, rule: Retention, now: number): boolean {
  const { state, retainUntil = 0, closedAt, receivedAt } = complaint;
  if (!rule.states.includes(state) || retainUntil > now) return false;
  return now - (closedAt ?? receivedAt) >= rule.days * dayMs;
}

/** Whether a conversation is as old, should no complaint need it. */
export function isConversationPast(startedAt: number, rule: Retention, now: number): boolean {
  return now - startedAt >= rule.days * dayMs;
}

/**
 * What the rule has done, a row each: `armed` when it began to hold, `cleared` when things went by it, `off` when it
 * ended. The rows are the receipts: how many rows of each table went, and no word of what was in them.
 */
export type Clearing = {
  n: number;
  at: number;
  is: 'armed' | 'cleared' | 'off';
  /** Undefined where it ended. */
  rule?: Retention | undefined;
  byHand?: boolean;
  removed: Readonly<Record<string, number>>;
};

/** After so long without a look, the clock is not to be trusted alone: it may have been set. */
const longestGap = 31 * dayMs;

/**
 * What a daily look is to do after the last one: a rule that is new, or changed, first holds for a day, in which it can
 * be taken back; nothing goes more than once a day.
 */
export function dailyTurn(
  last: Pick<Clearing, 'at' | 'is' | 'rule'> | undefined,
  rule: Retention,
  now: number,
): 'arm' | 'wait' | 'clear' {
  if (!last?.rule || last.is === 'off' || !isSameRule(last.rule, rule)) return 'arm';
  const age = now - last.at;
  if (age < 0 || age > longestGap) return 'arm';
  return age < dayMs ? 'wait' : 'clear';
}

function isSameRule(one: Retention, other: Retention): boolean {
  const wide = one.states.length === other.states.length;
  return wide && one.days === other.days && one.states.every((each) => other.states.includes(each));
}
