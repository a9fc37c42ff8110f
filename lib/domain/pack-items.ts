// The parts of a pack that have an id: what lies over each other, item by item.
import type { Language, Pack } from './pack';

export const itemKinds = [
  'phrases',
  'fragments',
  'rewrites',
  'refusals',
  'procedures',
  'frames',
  'categories',
  'sites',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export type Item = { id: string; replaces?: string[] | undefined };
/** Language, kind and id: tells an item from all others. */
export type ItemName = string;
export type NamedItem = { kind: ItemKind; id: string; name: ItemName };

export function nameOf(language: Language, kind: ItemKind, id: string): ItemName {
  return `${language} ${kind} ${id}`;
}

/** All items of a pack. */
export function itemsOf(pack: Pack): NamedItem[] {
  return itemKinds.flatMap((kind) =>
    (pack[kind] ?? []).map(({ id }) => ({ kind, id, name: nameOf(pack.language, kind, id) })),
  );
}

/** What a pack names of those below: replaced or hidden. */
export function namedBelow(pack: Pack): NamedItem[] {
  return itemKinds.flatMap((kind) => {
    const items: readonly Item[] = pack[kind] ?? [];
    // A fragment that is not there would leave a hole in what is said.
    const hidden = kind === 'fragments' ? [] : (pack.hides?.[kind] ?? []);
    const ids = [...items.flatMap(({ replaces }) => replaces ?? []), ...hidden];
    return ids.map((id) => ({ kind, id, name: nameOf(pack.language, kind, id) }));
  });
}

/** The pack with those of its items that are wanted. */
export function withItems(
  pack: Pack,
  keep: <T extends Item>(kind: ItemKind, items: readonly T[]) => T[],
): Pack {
  return {
    ...pack,
    phrases: keep('phrases', pack.phrases),
    fragments: keep('fragments', pack.fragments ?? []),
    rewrites: keep('rewrites', pack.rewrites ?? []),
    refusals: keep('refusals', pack.refusals ?? []),
    procedures: keep('procedures', pack.procedures ?? []),
    frames: keep('frames', pack.frames ?? []),
    categories: keep('categories', pack.categories ?? []),
    sites: keep('sites', pack.sites ?? []),
  };
}
