// What the agent has shown the panel on a site: the reply box, or how to read the whole page.
import * as z from 'zod/mini';
import { siteSchema } from './site';

export const taughtSchema = z.object({
  /** Scheme, host and port of the page. */
  origin: z.string(),
  /** Selector of the box that the agent chose; goes before every guess. */
  replyBox: z.optional(z.string()),
  /** Goes before every built-in description. */
  site: z.optional(siteSchema),
});
export type Taught = z.infer<typeof taughtSchema>;

export const derivedSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), site: siteSchema }),
  z.object({
    ok: z.literal(false),
    reason: z.enum([
      'same-message', // both that were pointed at lie in one message
      'same-look', // no class or attribute tells the two sides apart
      'disconnected', // the page did not answer
    ]),
  }),
]);
/** What was made of the three things that the agent pointed at. */
export type Derived = z.infer<typeof derivedSchema>;

/** What the agent is asked to point at. */
export const pointSchema = z.enum(['customer', 'agent', 'replyBox']);
export type Point = z.infer<typeof pointSchema>;

/** `selector` of what was pointed at; null when the agent thought better of it. */
export const pickedSchema = z.object({ selector: z.nullable(z.string()) });
export type Picked = z.infer<typeof pickedSchema>;
