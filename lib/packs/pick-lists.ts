// What the fields of a complaint can be chosen from, by the packs in use: for the Desk, which needs nothing else of them.
import * as z from 'zod/mini';
import type { KeptPack } from '../domain/kept-pack';
import { categorySchema } from '../domain/pack';
import type { Category, Language, Pack } from '../domain/pack';
import type { ListedField } from '../domain/pack-house';
import { loadKept } from './follow-packs';
import type { KeptPacks } from './follow-packs';
import type { PackWorld } from './load-packs';

export type PickLists = {
  categories: readonly Category[];
  /** By the fields that they are for. */
  lists: Readonly<Partial<Record<ListedField, readonly string[]>>>;
};

export type PickListWorld = Pick<PackWorld, 'read'> & {
  /** Comes with what prepares packs, which is loaded only where there are others than the built-in ones. */
  world: () => Promise<PackWorld>;
  /** Undefined without a log. */
  kept: (Pick<KeptPacks, 'textOf'> & { all(): Promise<readonly KeptPack[]> }) | undefined;
};

const fileOf = { en: '/packs/en.json', 'zh-CN': '/packs/zh-cn.json' } as const;
const builtInSchema = z.object({ categories: z.optional(z.array(categorySchema)) });

/** The lists of the packs in use, in their order; none where they cannot be read. */
export async function loadPickLists(
  { read, world, kept }: PickListWorld,
  language: Language,
): Promise<PickLists> {
  const rows = ((await kept?.all()) ?? []).filter(({ enabled }) => enabled);
  if (rows.length > 0)
    return pickListsOf((await loadKept(await world(), rows, kept)).packs, language);
  const file = await read(fileOf[language]).then(JSON.parse, () => undefined);
  const parsed = builtInSchema.safeParse(file);
  return { categories: (parsed.success && parsed.data.categories) || [], lists: {} };
}

/** @param packs laid over each other, the highest first */
export function pickListsOf(packs: readonly Pack[], language: Language): PickLists {
  const own = packs.filter((pack) => pack.language === language);
  const lists: Partial<Record<ListedField, readonly string[]>> = {};
  for (const list of own.flatMap((pack) => pack.lists ?? [])) lists[list.for] ??= list.options;
  return { categories: own.flatMap(({ categories = [] }) => categories), lists };
}
