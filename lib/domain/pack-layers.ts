// Lays packs over each other: what a higher one says under the same id, replaces or hides is taken out of those below.
//
//   personal ─┐ over           each language by itself; nothing is merged within an item:
//   team 2    ├─ team 1 ─ built-in      the highest that claims an id has it
//
import type { Language, Pack } from './pack';

export const itemKinds = [
  'phrases',
  'rewrites',
  'refusals',
  'procedures',
  'frames',
  'categories',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/**
 * What the lead should know of: two added packs have an item under the same id, and neither says that it replaces the
 * other's; or one names what is not there.
 */
export type LayerConflict = {
  is: 'same-id' | 'names-nothing';
  kind: ItemKind;
  id: string;
  /** Id of the pack that goes first, or that names it. */
  pack: string;
  /** Of the one that stands back. */
  other?: string;
};

export type Layered = {
  /** Those above the built-in ones first, the highest of them before all. */
  packs: readonly Pack[];
  conflicts: readonly LayerConflict[];
};

type Item = { id: string; replaces?: readonly string[] | undefined };
/** Language, kind and id. */
type Name = string;

/** Packs as they are used together. @param added lowest first, all of them over the built-in ones */
export function layerPacks(builtIn: readonly Pack[], added: readonly Pack[]): Layered {
  const owners = new Map<Name, Owner>();
  const conflicts: LayerConflict[] = [];
  const below = new Set<Name>();
  for (const pack of builtIn) for (const { name } of itemsOf(pack)) below.add(name);
  const highestFirst = added.toReversed();
  // From below, so that a pack can name only what stands under it.
  for (const pack of added) {
    conflicts.push(...namesNothing(pack, below));
    for (const { name } of itemsOf(pack)) below.add(name);
  }
  const kept = highestFirst.map((pack) => {
    const taken = keepFree(pack, owners, conflicts);
    for (const { name } of namedBelow(pack)) if (!owners.has(name)) owners.set(name, 'named');
    for (const { name } of itemsOf(pack)) if (!owners.has(name)) owners.set(name, pack);
    return taken;
  });
  return {
    packs: [...kept, ...builtIn.map((pack) => keepFree(pack, owners, []))],
    conflicts,
  };
}

/** The pack that has this id above, or that one above has named it. */
type Owner = Pack | 'named';

/** The pack without what another one has taken. */
function keepFree(pack: Pack, owners: ReadonlyMap<Name, Owner>, conflicts: LayerConflict[]): Pack {
  const own = <T extends Item>(kind: ItemKind, items: readonly T[] = []): T[] =>
    items.filter(({ id }) => {
      const owner = owners.get(nameOf(pack.language, kind, id));
      if (owner && owner !== 'named')
        conflicts.push({ is: 'same-id', kind, id, pack: owner.id, other: pack.id });
      return !owner;
    });
  return {
    ...pack,
    phrases: own('phrases', pack.phrases),
    rewrites: own('rewrites', pack.rewrites),
    refusals: own('refusals', pack.refusals),
    procedures: own('procedures', pack.procedures),
    frames: own('frames', pack.frames),
    categories: own('categories', pack.categories),
  };
}

type Named = { kind: ItemKind; id: string; name: Name };

function itemsOf(pack: Pack): Named[] {
  return itemKinds.flatMap((kind) =>
    (pack[kind] ?? []).map(({ id }) => ({ kind, id, name: nameOf(pack.language, kind, id) })),
  );
}

/** What a pack names of those below: replaced or hidden. */
function namedBelow(pack: Pack): Named[] {
  return itemKinds.flatMap((kind) => {
    const items: readonly Item[] = pack[kind] ?? [];
    const ids = [...items.flatMap(({ replaces }) => replaces ?? []), ...(pack.hides?.[kind] ?? [])];
    return ids.map((id) => ({ kind, id, name: nameOf(pack.language, kind, id) }));
  });
}

function namesNothing(pack: Pack, below: ReadonlySet<Name>): LayerConflict[] {
  return namedBelow(pack)
    .filter(({ name }) => !below.has(name))
    .map(({ kind, id }) => ({ is: 'names-nothing', kind, id, pack: pack.id }));
}

function nameOf(language: Language, kind: ItemKind, id: string): Name {
  return `${language} ${kind} ${id}`;
}
