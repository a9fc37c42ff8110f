// Which blocks went well together in refusals before: kept in this browser, by id, never the words.
import * as z from 'zod/mini';
import { languageSchema } from './pack';
import type { Language, Layer } from './pack';

/** `uses`: how often it was inserted · `at`: when last, epoch ms. */
const comboSchema = z.object({
  language: languageSchema,
  category: z.optional(z.string()),
  blocks: z.object({ affirm: z.string(), explain: z.string(), offer: z.string() }),
  uses: z.int().check(z.gte(1)),
  at: z.number(),
});
export type Combo = z.infer<typeof comboSchema>;

const first = z.object({ format: z.literal(1), combos: z.readonly(z.array(comboSchema)) });
// Written by a newer version: it is kept as it is, and neither read nor overwritten.
const newer = z.looseObject({ format: z.number().check(z.gt(1)) });
export const refusalMemorySchema = z.union([first, newer]);
export type RefusalMemory = z.infer<typeof refusalMemorySchema>;

const mostKept = 40;

/** The memory with one more use of these blocks; undefined where it may not be written. */
export function rememberCombo(
  memory: RefusalMemory,
  combo: Omit<Combo, 'uses' | 'at'>,
  now: number,
): RefusalMemory | undefined {
  const parsed = first.safeParse(memory);
  if (!parsed.success) return undefined;
  const { combos } = parsed.data;
  const known = combos.find((each) => isSame(each, combo));
  const next = { ...combo, uses: (known?.uses ?? 0) + 1, at: now };
  const others = combos.filter((each) => each !== known);
  return {
    format: 1,
    combos: [next, ...others].toSorted((a, b) => b.at - a.at).slice(0, mostKept),
  };
}

/** The combinations that fit here, the best first: for the category, then by their uses, then the latest. */
export function combosFor(
  memory: RefusalMemory,
  { language, category }: { language: Language; category: string | undefined },
): Readonly<Record<Layer, string>>[] {
  const parsed = first.safeParse(memory);
  if (!parsed.success) return [];
  return parsed.data.combos
    .filter((each) => each.language === language && each.category === category)
    .toSorted((a, b) => b.uses - a.uses || b.at - a.at)
    .map(({ blocks }) => blocks);
}

function isSame(one: Omit<Combo, 'uses' | 'at'>, other: Omit<Combo, 'uses' | 'at'>): boolean {
  const { affirm, explain, offer } = one.blocks;
  return (
    one.language === other.language &&
    one.category === other.category &&
    affirm === other.blocks.affirm &&
    explain === other.blocks.explain &&
    offer === other.blocks.offer
  );
}
