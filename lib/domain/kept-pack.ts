// A pack as it is kept on this machine: its place among the others, whether it is in use, and where it comes from.
import * as z from 'zod/mini';
import { languageSchema } from './pack';

/** Over the built-in packs: the team's, of which there may be several, and over those the agent's own. */
export const packLayerSchema = z.enum(['team', 'personal']);
export type PackLayer = z.infer<typeof packLayerSchema>;

/** Why an address gave no pack. */
const lookFailureSchema = z.enum([
  'not-allowed',
  'offline',
  'forwarded',
  'status',
  'too-big',
  'too-slow',
  'not-a-pack',
  'another-pack',
  'backwards',
  'same-version',
  'bad-signature',
  'unsigned',
  'another-key',
  'no-ed25519',
]);
export type LookFailure = z.infer<typeof lookFailureSchema>;

const toldSchema = z.object({ why: lookFailureSchema, what: z.string() });
/** What went wrong, and a word of it: a status, an id, a version. */
export type ToldFailure = z.infer<typeof toldSchema>;

/** What came of looking at the address of a pack. */
export type Look =
  | { is: 'same' }
  | { is: 'offer'; version: string; digest: string; text: string; etag?: string }
  /** `text`: what came instead of a pack, for whoever wants to see what is wrong with it. */
  | ({ is: 'failed'; text?: string } & ToldFailure);

const sourceSchema = z.object({
  url: z.string(),
  etag: z.optional(z.string()),
  /** Times are epoch ms. */
  lookedAt: z.optional(z.number()),
  failed: z.optional(toldSchema),
  /** A newer version waits to be looked through. */
  offered: z.optional(z.string()),
  /** Digest of the version that was not wanted: it is not offered again. */
  declined: z.optional(z.string()),
});
export type PackSource = z.infer<typeof sourceSchema>;

export const keptPackSchema = z.object({
  id: z.string(),
  layer: packLayerSchema,
  /** Within its layer, lowest first. */
  order: z.number(),
  enabled: z.boolean(),
  /** Which of its texts is in use, and that text's digest. */
  text: z.number(),
  digest: z.string(),
  version: z.string(),
  title: z.string(),
  language: languageSchema,
  authors: z.array(z.string()),
  licence: z.string(),
  counts: z.record(z.string(), z.number()),
  source: z.optional(sourceSchema),
  /** The organisation's policy has it; `locked`: the agent can neither switch it off nor move or remove it. */
  policy: z.optional(z.object({ locked: z.boolean() })),
  /** Public key of whoever signed it: from then on no other one may. */
  signer: z.optional(z.string()),
});
export type KeptPack = z.infer<typeof keptPackSchema>;

/** Lowest first: the team's before the agent's own. */
export function inOrder(packs: readonly KeptPack[]): KeptPack[] {
  const rank = ({ layer }: KeptPack) => packLayerSchema.options.indexOf(layer);
  return packs.toSorted((a, b) => rank(a) - rank(b) || a.order - b.order);
}

/** A version that can be gone back to, by its number on this machine. `takenAt` is in epoch ms. */
export type KeptVersion = { n: number; version: string; takenAt: number };
