// What is proposed to the customer: conclusion, basis and options with their times, and both solutions (W9, P1).
import * as z from 'zod/mini';

const planOptionSchema = z.object({
  what: z.string(),
  reason: z.string(),
  /** By when, in the agent's words: a candidate for a promise. */
  by: z.string(),
});
export type PlanOption = z.infer<typeof planOptionSchema>;

export const planSchema = z.object({
  conclusion: z.string(),
  basis: z.string(),
  options: z.array(planOptionSchema),
  /** What is done now, and what keeps it from happening again. */
  immediate: z.string(),
  permanent: z.string(),
});
export type Plan = z.infer<typeof planSchema>;

export const noOption: PlanOption = { what: '', reason: '', by: '' };
/** Two ways to choose from, before anything is written. */
export const emptyPlan: Plan = {
  conclusion: '',
  basis: '',
  options: [noOption, noOption],
  immediate: '',
  permanent: '',
};
export const mostOptions = 3;
