// The note to a colleague who takes over (M1, M2, T4): recipient first, author last, so that the customer need not repeat.
import * as z from 'zod/mini';
import type { LedgerEvent } from './event';

/** What the agent wrote into the form; `own` is the note in their own wording, once they changed it. */
export const handOverWorkSchema = z.object({
  to: z.string(),
  purpose: z.string(),
  next: z.string(),
  masked: z.boolean(),
  own: z.optional(z.string()),
});
export type HandOverWork = z.infer<typeof handOverWorkSchema>;

/** How often the conversation was handed over (T1): each note that was given counts one. */
export function countHandOvers(events: readonly LedgerEvent[]): number {
  const given = events.filter(({ kind }) => kind === 'handedOver').length;
  const back = events.filter(({ kind }) => kind === 'handOverTakenBack').length;
  return Math.max(0, given - back);
}
