// The few settings, each with its default.
import * as z from 'zod/mini';
import { defaultSettings } from './default-settings';
import { languageSchema } from './pack';

export const settingsSchema = z.object({
  /** Language of the interface; `auto` follows the browser. */
  language: z.catch(z.enum(['auto', ...languageSchema.options]), defaultSettings.language),
  /** How the agent signs: fills `{agent}`. */
  agentName: z.catch(z.string().check(z.maxLength(80)), defaultSettings.agentName),
  /** Seconds between two check-ins of a hold (H4). */
  pulseSeconds: z.catch(z.number().check(z.gte(15), z.lte(120)), defaultSettings.pulseSeconds),
});
export type Settings = z.infer<typeof settingsSchema>;
