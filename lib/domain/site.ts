// How to read the conversation of one chat or helpdesk product: selectors as data, never code.
import * as z from 'zod/mini';
import { pageWordsSchema } from './page-words';

/** A CSS selector, or several tried in order. Pierces open shadow roots. */
const selectorSchema = z.string().check(z.minLength(1));

export const siteSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Where the structure was seen: product, version, date. */
  seen: z.string(),
  /** The page is this product if an element matches. */
  marks: selectorSchema,
  /** Holds the message rows; watched for changes. */
  list: selectorSchema,
  row: selectorSchema,
  /** Within a row; without it the row's own text. */
  text: z.optional(selectorSchema),
  /** The row, or something within it, matches. */
  customer: z.optional(selectorSchema),
  agent: z.optional(selectorSchema),
  system: z.optional(selectorSchema),
  /** Where no look of a row tells: it is the customer's if its attribute is that of an element on the page. */
  customerIs: z.optional(
    z.strictObject({ on: selectorSchema, inRow: selectorSchema, attribute: z.string() }),
  ),
  name: z.optional(selectorSchema),
  /** Attribute of the row (or of the element in it that has it) with an ISO time. */
  timeAttribute: z.optional(z.string()),
  /** Attribute of the row (or of the element in it that has it) that names the message. */
  keyAttribute: z.optional(z.string()),
  /** Without it the times of the rows tell, if they have any. */
  order: z.optional(z.enum(['oldest-first', 'newest-first'])),
  /** The customer's name somewhere on the page. */
  customerName: z.optional(selectorSchema),
  /** Tells conversations apart: an element's text or attribute; without it the page's address. */
  conversation: z.optional(
    z.strictObject({ selector: selectorSchema, attribute: z.optional(z.string()) }),
  ),
  replyBox: z.optional(selectorSchema),
  /** Editable, but not the reply box: internal notes, hidden mirrors. */
  decoys: z.optional(selectorSchema),
});
export type Site = z.infer<typeof siteSchema>;

export const mannerSchema = z.object({
  /** The first whose marks match is taken; where none does, the page is read by its look. */
  sites: z.array(siteSchema),
  /** By these; data of the panel, so that every page is spared them. */
  words: pageWordsSchema,
  /** Selector of the box that the agent chose; goes before every guess. */
  replyBox: z.optional(z.string()),
});
/** How the pages of a tab are to be read. */
export type Manner = z.infer<typeof mannerSchema>;
