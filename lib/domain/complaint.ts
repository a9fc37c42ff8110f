// One complaint as it is kept: the four elements (who, what, feeling, request), what was decided and done about it,
// and where it stands (doctrine 3). Flat, so that any of it can be sorted and filtered by.
import * as z from 'zod/mini';
import * as lists from './complaint-choices';
import { longestWords, mostTags } from './complaint-form';
import { ticketLinkSchema } from './ticket';

const wordsSchema = z.string().check(z.trim(), z.maxLength(longestWords));
const words = z.optional(wordsSchema);
const moment = z.optional(z.number());

/** What the agent fills in. Only "what" must be there: the rest may still have to be asked. */
export const complaintFormSchema = z.object({
  who: wordsSchema,
  what: wordsSchema.check(z.minLength(1)),
  feeling: wordsSchema,
  request: wordsSchema,
  category: z.optional(z.string()),
  /** What was done at once, and what keeps it from happening again (doctrine 3). */
  immediate: words,
  permanent: words,
});
export type ComplaintForm = z.infer<typeof complaintFormSchema>;

/** All that people fill in, in the panel or later in the Desk. Where nothing is known there is nothing. */
export const complaintFieldsSchema = z.object({
  ...complaintFormSchema.shape,
  /** How to reach them, as they gave it (H2). */
  contact: words,
  product: words,
  severity: z.optional(z.enum(lists.severities)),
  /** How many it touches. */
  impact: z.optional(z.enum(lists.impacts)),
  acknowledgedAt: moment,
  /** When the answer was promised. */
  dueAt: moment,
  decision: z.optional(z.enum(lists.decisions)),
  decisionReason: words,
  department: words,
  /** Who looks after it. */
  person: words,
  /** The direct cause, and what is behind it. */
  cause: words,
  rootCause: words,
  /** What else could be done. */
  options: words,
  /** One of the known remedies, or own words. */
  remedy: words,
  outcome: z.optional(z.enum(lists.outcomes)),
  approval: z.optional(z.enum(lists.approvals)),
  approver: words,
  approvedAt: moment,
  /** Each solution has an owner and a date, or there is a reason why there is none. */
  immediateOwner: words,
  immediateAt: moment,
  immediateNone: words,
  permanentOwner: words,
  permanentAt: moment,
  permanentNone: words,
  /** What the customer said to the solution. */
  acceptance: z.optional(z.enum(lists.acceptances)),
  /** 1 to 5. */
  satisfaction: z.optional(z.int().check(z.gte(1), z.lte(5))),
  lessons: words,
  tags: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(mostTags)),
  /** Kept at least until then, whatever the rule for old records says. */
  retainUntil: moment,
});
export type ComplaintFields = z.infer<typeof complaintFieldsSchema>;

export const complaintSchema = z.object({
  ...complaintFieldsSchema.shape,
  /** The stored format; a future one is refused, never guessed at. */
  version: z.literal(2),
  id: z.string(),
  /** Counts up on this browser; what an agent says on the phone. */
  number: z.number(),
  conversationId: z.optional(z.string()),
  /** Host of the page where it was received. */
  channel: z.string(),
  receivedAt: z.number(),
  savedAt: z.number(),
  changedAt: z.number(),
  /** How many changes its history holds; the next one's number. */
  revision: z.number(),
  state: z.enum(lists.states),
  /** Since when it is carried out, and since when nothing is left to do; absent again once re-opened. */
  resolvedAt: moment,
  closedAt: moment,
  /** How often it was re-opened. */
  reopened: z.number(),
  /** The ticket made of it, and the connection it was sent by. */
  ticket: z.optional(z.object({ ...ticketLinkSchema.shape, connection: z.string() })),
});
export type Complaint = z.infer<typeof complaintSchema>;
export type ComplaintOrigin = Pick<Complaint, 'channel' | 'receivedAt' | 'conversationId'>;
