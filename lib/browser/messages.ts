// The messages that cross between a panel and the page script of one frame, over one port.
//
//   panel ── {id, ask: readConversation | insertText | replaceText | pick | stopPicking | deriveSite} ──► page
//   panel ◄── {id, answer} ──────────────────────────────────────────── page
//   panel ◄── {event: conversationChanged | draftChanged} ───────────── page
//
// Only this extension's own pages can open the port, so the page script takes their word; whatever comes
// from a page is parsed here. The port's end is the page script's end: it removes itself.
import * as z from 'zod/mini';
import { readingSchema, spliceSchema } from '../domain/conversation';
import { draftRangeSchema, draftSchema, insertResultSchema } from '../domain/reply';
import { mannerSchema } from '../domain/site';
import { derivedSchema, pickedSchema, pointSchema } from '../domain/taught';

const askSchema = z.discriminatedUnion('ask', [
  // `manner` is used from then on, in place of what was given before.
  z.object({
    id: z.number(),
    ask: z.literal('readConversation'),
    manner: z.optional(mannerSchema),
  }),
  z.object({ id: z.number(), ask: z.literal('insertText'), text: z.string() }),
  z.object({
    id: z.number(),
    ask: z.literal('replaceText'),
    range: draftRangeSchema,
    text: z.string(),
  }),
  // These need /pick.js in the page.
  z.object({ id: z.number(), ask: z.literal('pick'), point: pointSchema }),
  z.object({ id: z.number(), ask: z.literal('stopPicking') }),
  z.object({ id: z.number(), ask: z.literal('deriveSite'), seen: z.string() }),
]);
export type Ask = z.infer<typeof askSchema>;

/** What a frame shows: `reading` is null where no conversation was found. */
export const pageViewSchema = z.object({
  reading: z.nullable(readingSchema),
  draft: draftSchema,
});
export type PageView = z.infer<typeof pageViewSchema>;

export const pageEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('conversationChanged'), splice: spliceSchema }),
  // The page shows another conversation (or none any more): all anew.
  z.object({ event: z.literal('conversationReplaced'), reading: z.nullable(readingSchema) }),
  z.object({ event: z.literal('draftChanged'), draft: draftSchema }),
]);
export type PageEvent = z.infer<typeof pageEventSchema>;

export const answerSchema = z.object({
  id: z.number(),
  answer: z.union([pageViewSchema, insertResultSchema, pickedSchema, derivedSchema]),
});
