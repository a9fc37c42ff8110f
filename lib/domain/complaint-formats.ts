// The stored formats of a complaint: a new record in the newest, and how an older one becomes it.
//
//   1  the four elements, category, both solutions in words
//   2  life cycle, decision, people, times, solutions with owner and date, tags
import * as z from 'zod/mini';
import { complaintFormSchema } from './complaint';
import { newComplaint } from './new-complaint';
import { ticketLinkSchema } from './ticket';

export { newComplaint } from './new-complaint';

const firstFormatSchema = z.object({
  ...complaintFormSchema.shape,
  version: z.literal(1),
  id: z.string(),
  number: z.number(),
  conversationId: z.optional(z.string()),
  channel: z.string(),
  receivedAt: z.number(),
  savedAt: z.number(),
  ticket: z.optional(z.object({ ...ticketLinkSchema.shape, connection: z.string() })),
});

/** A stored row in the newest format; what is not of format 1 comes back as it is, to be checked by whoever reads it. */
export function upgradeComplaint(row: unknown): unknown {
  const parsed = firstFormatSchema.safeParse(row);
  if (!parsed.success) return row;
  const {
    id,
    number,
    channel,
    receivedAt,
    savedAt,
    conversationId,
    ticket,
    version: _,
    ...form
  } = parsed.data;
  const origin = { channel, receivedAt, ...(conversationId !== undefined && { conversationId }) };
  const upgraded = newComplaint(form, origin, { id, number, at: savedAt });
  return ticket ? { ...upgraded, ticket } : upgraded;
}
