// How often phrases are used, as a file without a name or a time in it, and the files of a team put together.
import * as z from 'zod/mini';

const countSchema = z.int().check(z.gte(0), z.lte(1e9));
const phraseCountSchema = z.strictObject({
  phrase: z.string().check(z.maxLength(100)),
  inserted: countSchema,
  /** Of these, changed before it was sent. */
  edited: countSchema,
  /** Of these, taken out again. */
  dropped: countSchema,
});
export type PhraseCount = z.infer<typeof phraseCountSchema>;

const fileSchema = z.strictObject({
  format: z.literal('composure-phrase-counts'),
  version: z.literal(1),
  counts: z.array(phraseCountSchema).check(z.maxLength(100_000)),
});

/** In the order of the ids: of two files of the same counts nobody can tell whose is whose. */
export function countsFile(counts: readonly PhraseCount[]): string {
  const file: z.infer<typeof fileSchema> = {
    format: 'composure-phrase-counts',
    version: 1,
    counts: counts.toSorted((a, b) => (a.phrase < b.phrase ? -1 : 1)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Undefined where a text is no such file. */
export function readCounts(text: string): readonly PhraseCount[] | undefined {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.counts : undefined;
  } catch {
    return undefined;
  }
}

/** All counts of several people together. */
export function sumCounts(all: readonly (readonly PhraseCount[])[]): PhraseCount[] {
  const sums = new Map<string, PhraseCount>();
  for (const { phrase, inserted, edited, dropped } of all.flat()) {
    const sum = sums.get(phrase) ?? { phrase, inserted: 0, edited: 0, dropped: 0 };
    sums.set(phrase, {
      phrase,
      inserted: sum.inserted + inserted,
      edited: sum.edited + edited,
      dropped: sum.dropped + dropped,
    });
  }
  return [...sums.values()];
}

/** A phrase of a pack with its counts. */
export type UsedPhrase = PhraseCount & { text: string };

/** Each phrase of a pack, also those that nobody uses; the most used first, otherwise in the order of the pack. */
export function usedPhrases(
  phrases: readonly { id: string; text: string }[],
  counts: readonly PhraseCount[],
): UsedPhrase[] {
  const byId = new Map(counts.map((count) => [count.phrase, count]));
  return phrases
    .map(({ id, text }) => ({
      inserted: 0,
      edited: 0,
      dropped: 0,
      ...byId.get(id),
      phrase: id,
      text,
    }))
    .toSorted((a, b) => b.inserted - a.inserted);
}
