// What the page shows of a conversation: its messages, who said them, and how sure the reading is.
import * as z from 'zod/mini';

/** `unknown` when the page does not tell the two sides apart; `system` for joined, left, assigned and the like. */
export const sideSchema = z.enum(['customer', 'agent', 'system', 'unknown']);
export type Side = z.infer<typeof sideSchema>;

const messageSchema = z.object({
  /** Stable for the same message while the conversation is open. */
  key: z.string(),
  side: sideSchema,
  text: z.string(),
  /** The sender as the page names them. */
  name: z.optional(z.string()),
  /** When it was said, epoch ms, if the page tells. */
  at: z.optional(z.number()),
});
export type Message = z.infer<typeof messageSchema>;

export const readingSchema = z.object({
  /** Id of the site description that read it, or `generic`. */
  site: z.string(),
  /** Tells this conversation from the others on the same site. */
  key: z.string(),
  /** The customer as the page names them. */
  customer: z.optional(z.string()),
  /** Oldest first. */
  messages: z.array(messageSchema),
  /** 0 (a guess) to 1 (told by a site description). */
  sure: z.number().check(z.gte(0), z.lte(1)),
});
export type Reading = z.infer<typeof readingSchema>;

const indexSchema = z.int().check(z.gte(0));

/** One change of a reading's message list: from index `at`, `removed` messages give way to `messages`. */
export const spliceSchema = z.object({
  key: z.string(),
  at: indexSchema,
  removed: indexSchema,
  messages: z.array(messageSchema),
});
export type Splice = z.infer<typeof spliceSchema>;
