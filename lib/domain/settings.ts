// The few settings, each with its default.
import * as z from 'zod/mini';
import { languageSchema } from './pack';

export const settingsSchema = z.object({
  /** Language of the interface; `auto` follows the browser. */
  language: z.catch(z.enum(['auto', ...languageSchema.options]), 'auto'),
  /** How the agent signs: fills `{agent}`. */
  agentName: z.catch(z.string().check(z.maxLength(80)), ''),
  /** Seconds between two check-ins of a hold (H4). */
  pulseSeconds: z.catch(z.number().check(z.gte(15), z.lte(120)), 30),
});
export type Settings = z.infer<typeof settingsSchema>;
