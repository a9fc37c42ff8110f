// The file of a backup: one line of JSON that says what it is, then rows as JSON Lines, gzipped and perhaps encrypted.
//
//   {"format":"composure-backup","version":2,…}\n        plain, so that everybody can tell what it is
//   gzip( ["extras",{…}]\n ["complaints",{…}]\n … ["end",{"rows":1203}]\n )    or, with a passphrase, that in sealed chunks:
//   length (4 bytes, big endian) · AES-GCM of up to 64 KiB; header, place and "last" are sealed with each
import * as z from 'zod/mini';

/** 2 has drafts of packs, which a version of the extension that knows 1 alone would take for damage. */
export const backupVersion = 2;
const longestKdf = 10_000_000;

const sealSchema = z.object({
  kdf: z.literal('PBKDF2-SHA-256'),
  // More would be a way to keep a browser busy for an hour.
  iterations: z.int().check(z.gte(1), z.lte(longestKdf)),
  salt: z.string().check(z.maxLength(64)),
  cipher: z.literal('AES-256-GCM'),
  nonce: z.string().check(z.maxLength(32)),
});
export type Seal = z.infer<typeof sealSchema>;

const kind = { format: z.literal('composure-backup'), version: z.number() };
const kindSchema = z.object(kind);
const headerSchema = z.object({
  ...kind,
  /** Of the database that it was made of. */
  schema: z.number(),
  madeAt: z.number(),
  sealed: z.optional(sealSchema),
});
export type BackupHeader = z.infer<typeof headerSchema>;

/** Nothing was changed; `byte` and `row` are how far the file could be read. */
export type BackupRefusal =
  /** It is no backup of this product. */
  | { reason: 'foreign' }
  /** A newer version of the extension wrote it. */
  | { reason: 'newer' }
  | { reason: 'passphrase-missing' }
  /** The passphrase is another one, or the file is damaged at its very beginning. */
  | { reason: 'passphrase-wrong' }
  | { reason: 'damaged'; byte: number; row: number }
  /** Another window began a restore as well, or the disk is full: why in the browser's words. */
  | { reason: 'interrupted'; why: string };

/**
 * The first line, or why it cannot be read.
 * @param known the newest version of the database that can be restored
 */
export function readHeader(
  line: string,
  known: number,
): { ok: true; header: BackupHeader } | { ok: false; refusal: BackupRefusal } {
  const told = parseJson(line);
  const newer = { ok: false, refusal: { reason: 'newer' } } as const;
  // What else a newer version may say of itself, this one cannot know.
  const { data } = kindSchema.safeParse(told);
  if (data && data.version > backupVersion) return newer;
  const parsed = headerSchema.safeParse(told);
  if (!parsed.success) return { ok: false, refusal: { reason: 'foreign' } };
  return parsed.data.schema > known ? newer : { ok: true, header: parsed.data };
}

/** A value of JSON; undefined where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
