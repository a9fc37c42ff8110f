// The few settings, each with its default.
import * as z from 'zod/mini';
import { defaultSettings } from './default-settings';
import { languageSchema } from './pack';
import { refusalMemorySchema } from './refusal-memory';

/**
 * What is not pointed out any more: a rewrite by its id with its pack, or a guard by its own, and the words it was
 * dismissed at; or a whole rule that went quiet by itself.
 */
export const quietSchema = z.object({
  id: z.string(),
  words: z.string(),
  rule: z.optional(z.string()),
});
export type Quiet = z.infer<typeof quietSchema>;

/** A rule that went quiet by itself. */
export function quietRule(rule: string): Quiet {
  return { id: `rule:${rule}`, words: rule, rule };
}

export const settingsSchema = z.object({
  /** Language of the interface; `auto` follows the browser. */
  language: z.catch(z.enum(['auto', ...languageSchema.options]), defaultSettings.language),
  /** How the agent signs: fills `{agent}`. */
  agentName: z.catch(z.string().check(z.maxLength(80)), defaultSettings.agentName),
  /** Where the agent works; stands beside the name in notes to colleagues. */
  teamName: z.catch(z.string().check(z.maxLength(80)), defaultSettings.teamName),
  /** Seconds between two check-ins of a hold (H4). */
  pulseSeconds: z.catch(z.number().check(z.gte(15), z.lte(120)), defaultSettings.pulseSeconds),
  /** Rewrites dismissed for good. */
  quiet: z.catch(z.readonly(z.array(quietSchema)), defaultSettings.quiet),
  /** Refusals that were inserted before, as blocks that go well together. */
  refusals: z.catch(refusalMemorySchema, defaultSettings.refusals),
});
export type Settings = z.infer<typeof settingsSchema>;
