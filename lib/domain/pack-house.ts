// What a house adds to its wording in a pack: shared pieces, the same phrase in another language, names, pick lists, locks.
import * as z from 'zod/mini';
import { idSchema, lineSchema, slotNameSchema } from './pack-words';
import { siteSchema } from './site';

/** The question that asks for a slot's word, where its name alone would not say enough. */
export const slotPromptsSchema = z
  .array(z.strictObject({ name: slotNameSchema, prompt: lineSchema }))
  .check(z.minLength(1), z.maxLength(20));

const inEachLanguage = <T extends z.ZodMiniType>(schema: T) =>
  z.strictObject({ en: z.optional(schema), 'zh-CN': z.optional(schema) });

/** A phrase in the pack's other language. What is not said here (its places, its shortcut, …) is the same there. */
export const phraseVariantsSchema = inEachLanguage(
  z.strictObject({
    text: lineSchema,
    note: z.optional(lineSchema),
    slots: z.optional(slotPromptsSchema),
  }),
);

/** A piece that phrases, refusals and frames share. */
export const fragmentSchema = z
  .strictObject({
    id: idSchema,
    text: lineSchema,
    variants: z.optional(inEachLanguage(z.strictObject({ text: lineSchema }))),
    replaces: z.optional(z.array(idSchema).check(z.minLength(1))),
  })
  .check(
    z.describe(
      'Stands wherever {>id} is written; it may hold slots and other fragments of the pack.',
    ),
  );
export type Fragment = z.infer<typeof fragmentSchema>;

/** A name of the house, its team or its products. */
export const nameSchema = z
  .strictObject({
    name: lineSchema.check(z.maxLength(100), z.regex(/^[^{}]*$/, 'no-slots')),
    slot: z.optional(slotNameSchema),
  })
  .check(
    z.describe(
      'A name of the house: never pointed out in a draft, whatever its words would mean elsewhere. With a slot, it is ' +
        'said for that slot in all phrases of the language for which nobody has another word.',
    ),
  );

/** Fields of a complaint that are one line of own words. */
const listedFields = [
  'product',
  'department',
  'person',
  'cause',
  'remedy',
  'immediateOwner',
  'permanentOwner',
  'approver',
] as const;
export type ListedField = (typeof listedFields)[number];

/** What a field of the complaint form offers; other words can still be written. */
export const pickListSchema = z
  .strictObject({
    for: z.enum(listedFields),
    options: z.array(lineSchema.check(z.maxLength(200))).check(z.minLength(1), z.maxLength(500)),
  })
  .check(
    z.describe('What a field of the complaint offers. Of several packs, the highest list is used.'),
  );

/** How a chat or helpdesk page is read. */
export const packSiteSchema = z
  .extend(siteSchema, { id: idSchema, title: lineSchema, seen: lineSchema })
  .check(
    z.describe(
      'How a page is read that its marks match: before the descriptions of the extension, behind what the agent has shown.',
    ),
  );

const lockSchema = z.union([z.literal(true), z.array(idSchema)]);

/** What stays as this pack says it. */
export const locksSchema = z
  .partial(
    z.strictObject({
      phrases: lockSchema,
      fragments: lockSchema,
      rewrites: lockSchema,
      refusals: lockSchema,
      procedures: lockSchema,
      frames: lockSchema,
      categories: lockSchema,
      sites: lockSchema,
    }),
  )
  .check(
    z.describe(
      'Parts of this pack, all of a kind (true) or by their ids, that no pack above it can replace or hide.',
    ),
  );
