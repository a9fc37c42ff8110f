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
