// The few settings, each with its default.
import * as z from 'zod/mini';
import { chineseScripts } from './chinese-script';
import { defaultSettings } from './default-settings';
import { exportProfileSchema } from './export-profile';
import { languageSchema } from './pack';
import { refusalMemorySchema } from './refusal-memory';
import { retentionSchema } from './retention';

/**
 * What is not pointed out any more: a rewrite by its id with its pack, or a guard by its own, and the words it was
 * dismissed at; or a whole rule that went quiet by itself.
 */
const quietSchema = z.object({
  id: z.string(),
  words: z.string(),
  rule: z.optional(z.string()),
});
export type Quiet = z.infer<typeof quietSchema>;

/** A rule that went quiet by itself. */
export function quietRule(rule: string): Quiet {
  return { id: `rule:${rule}`, words: rule, rule };
}
const minutesOfDay = z.int().check(z.gte(0), z.lte(24 * 60));
const hours = { from: minutesOfDay, to: minutesOfDay };

export const settingsSchema = z.object({
  /** Language of the interface; `auto` follows the browser. */
  language: z.catch(z.enum(['auto', ...languageSchema.options]), defaultSettings.language),
  /** How the Chinese packs are written: the interface is in Simplified Chinese alone. */
  chineseScript: z.catch(z.enum(chineseScripts), defaultSettings.chineseScript),
  /** How the agent signs: fills `{agent}`. */
  agentName: z.catch(z.string().check(z.maxLength(80)), defaultSettings.agentName),
  /** Where the agent works; stands beside the name in notes to colleagues. */
  teamName: z.catch(z.string().check(z.maxLength(80)), defaultSettings.teamName),
  /** Seconds between two check-ins of a hold (H4). */
  pulseSeconds: z.catch(z.number().check(z.gte(15), z.lte(120)), defaultSettings.pulseSeconds),
  /** Minutes since midnight, and the days of the week, 0 is Sunday: what "tomorrow morning" falls into. */
  workingHours: z.catch(
    z.readonly(
      z.object({ ...hours, days: z.readonly(z.array(z.int().check(z.gte(0), z.lte(6)))) }),
    ),
    defaultSettings.workingHours,
  ),
  /** No notification between these hours: it comes at their end. */
  quietHours: z.catch(z.nullable(z.readonly(z.object(hours))), defaultSettings.quietHours),
  /** A soft tone when something is due. */
  sound: z.catch(z.boolean(), defaultSettings.sound),
  /** How long before its time a promise is called to mind. */
  warnMinutes: z.catch(z.number().check(z.gte(0), z.lte(120)), defaultSettings.warnMinutes),
  /** P4: how soon the first answer is expected, in a chat and where people write mails. */
  chatSeconds: z.catch(z.number().check(z.gte(15), z.lte(600)), defaultSettings.chatSeconds),
  mailMinutes: z.catch(z.number().check(z.gte(15), z.lte(240)), defaultSettings.mailMinutes),
  /** How long the log is kept; null: until somebody removes it. */
  retention: z.catch(z.nullable(z.readonly(retentionSchema)), defaultSettings.retention),
  /** By policy: nothing leaves the log but with names and long numbers masked. */
  maskAlways: z.catch(z.boolean(), defaultSettings.maskAlways),
  /** Rewrites dismissed for good. */
  quiet: z.catch(z.readonly(z.array(quietSchema)), defaultSettings.quiet),
  /** Refusals that were inserted before, as blocks that go well together. */
  refusals: z.catch(refusalMemorySchema, defaultSettings.refusals),
  /** Files as they are wanted elsewhere. */
  exportProfiles: z.catch(z.readonly(z.array(exportProfileSchema)), defaultSettings.exportProfiles),
});
export type Settings = z.infer<typeof settingsSchema>;
