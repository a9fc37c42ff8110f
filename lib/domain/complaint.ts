// One complaint as it is kept: the four elements (who, what, feeling, request) and where it came from (doctrine 3).
import * as z from 'zod/mini';
import { longestWords } from './complaint-form';
import { ticketLinkSchema } from './ticket';

const wordsSchema = z.string().check(z.trim(), z.maxLength(longestWords));

/** What the agent fills in. Only "what" must be there: the rest may still have to be asked. */
export const complaintFormSchema = z.object({
  who: wordsSchema,
  what: wordsSchema.check(z.minLength(1)),
  feeling: wordsSchema,
  request: wordsSchema,
  category: z.optional(z.string()),
  /** What was done at once, and what keeps it from happening again (doctrine 3). */
  immediate: z.optional(wordsSchema),
  permanent: z.optional(wordsSchema),
});
export type ComplaintForm = z.infer<typeof complaintFormSchema>;

export const complaintSchema = z.object({
  ...complaintFormSchema.shape,
  /** The stored format; a future one is refused, never guessed at. */
  version: z.literal(1),
  id: z.string(),
  /** Counts up on this browser; what an agent says on the phone. */
  number: z.number(),
  conversationId: z.optional(z.string()),
  /** Host of the page where it was received. */
  channel: z.string(),
  receivedAt: z.number(),
  savedAt: z.number(),
  /** The ticket made of it, and the connection it was sent by. */
  ticket: z.optional(z.object({ ...ticketLinkSchema.shape, connection: z.string() })),
});
export type Complaint = z.infer<typeof complaintSchema>;
