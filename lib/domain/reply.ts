// What the page answers about its reply box: the draft in it, and whether an insertion landed.
import * as z from 'zod/mini';

export const draftSchema = z.discriminatedUnion('found', [
  z.object({ found: z.literal(true), text: z.string(), focusedAt: z.number() }),
  z.object({ found: z.literal(false), reason: z.enum(['no-reply-box', 'read-only']) }),
]);
/** The reply box and what stands in it. `focusedAt`: epoch ms of its last focus, 0 if never focused. */
export type Draft = z.infer<typeof draftSchema>;

export const insertResultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), draft: z.string() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum([
      'no-reply-box', // nothing on the page to write into
      'read-only', // there is one, but it takes no input
      'gone', // it left the page while inserting
      'rejected', // the editor did not take the text; what stood there is back
      'composing', // an input method stayed open
      'moved', // the range to replace no longer holds the expected text
      'disconnected', // the page script did not answer (navigation, closed tab)
    ]),
  }),
]);
/** `draft`: what the reply box holds afterwards, read back from the page. */
export type InsertResult = z.infer<typeof insertResultSchema>;
export type InsertFailure = Extract<InsertResult, { ok: false }>['reason'];

/** A span of the draft by UTF-16 offsets, end exclusive, with the text it must still hold. */
export const draftRangeSchema = z.object({
  start: z.number(),
  end: z.number(),
  expected: z.string(),
});
export type DraftRange = z.infer<typeof draftRangeSchema>;
