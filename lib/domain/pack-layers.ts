// Lays packs over each other: what a higher one says under the same id, replaces or hides is taken out of those below.
//
//   personal ─┐ over           each language by itself; nothing is merged within an item:
//   team 2    ├─ team 1 ─ built-in      the highest that claims an id has it, unless one below has locked it
//
import type { Pack } from './pack';
import { itemsOf, namedBelow, nameOf, withItems } from './pack-items';
import type { ItemKind, ItemName } from './pack-items';
import { addLocks, withoutLocked } from './pack-locks';
import type { Locks } from './pack-locks';
import { inEachLanguage, sayInFull } from './pack-texts';

/**
 * What the lead should know of: two added packs have an item under the same id, and neither says that it replaces the
 * other's; or one names what is not there, or wants what one below has locked.
 */
export type LayerConflict = {
  is: 'same-id' | 'names-nothing' | 'locked';
  kind: ItemKind;
  id: string;
  /** Id of the pack that goes first, or that names it. */
  pack: string;
  /** Of the one that stands back, or has locked it. */
  other?: string;
};

export type Layered = {
  /** Those above the built-in ones first, the highest of them before all. */
  packs: readonly Pack[];
  conflicts: readonly LayerConflict[];
};

/**
 * Packs as they are used together, one of each pack for each language that it has, all texts said in full.
 * @param added lowest first, all of them over the built-in ones
 */
export function layerPacks(builtIn: readonly Pack[], added: readonly Pack[]): Layered {
  const conflicts: LayerConflict[] = [];
  const own = builtIn.flatMap(inEachLanguage);
  const written = added.flatMap((pack) => inEachLanguage(pack).toReversed());
  const over = leaveLocked(written, conflicts);
  conflicts.push(...namingNothing(own, over));
  const owners = new Map<ItemName, Owner>();
  const highestFirst = over.toReversed();
  const kept = highestFirst.map((pack) => {
    const taken = keepFree(pack, owners, conflicts);
    for (const { name } of namedBelow(pack)) if (!owners.has(name)) owners.set(name, 'named');
    for (const { name } of itemsOf(pack)) if (!owners.has(name)) owners.set(name, pack);
    return taken;
  });
  const left = own.map((pack) => keepFree(pack, owners, []));
  const packs = sayInFull([...kept, ...left], [...written.toReversed(), ...own]);
  return { packs, conflicts: withoutRepeats(conflicts) };
}

/** Lowest first: the packs without what wants to take the place of what is locked below them. */
function leaveLocked(written: readonly Pack[], conflicts: LayerConflict[]): Pack[] {
  const locks: Locks = new Map();
  return written.map((pack) => {
    const left = withoutLocked(pack, locks, conflicts);
    addLocks(locks, pack);
    return left;
  });
}

/** A pack in two languages may be at odds in both. */
function withoutRepeats(conflicts: readonly LayerConflict[]): LayerConflict[] {
  return [...new Map(conflicts.map((each) => [JSON.stringify(each), each])).values()];
}

/** From below, so that a pack can name only what stands under it. */
function namingNothing(own: readonly Pack[], over: readonly Pack[]): LayerConflict[] {
  const below = new Set(own.flatMap((pack) => itemsOf(pack).map(({ name }) => name)));
  return over.flatMap((pack) => {
    const found = namesNothing(pack, below);
    for (const { name } of itemsOf(pack)) below.add(name);
    return found;
  });
}

/** The pack that has this id above, or that one above has named it. */
type Owner = Pack | 'named';

/** The pack without what another one has taken. */
function keepFree(
  pack: Pack,
  owners: ReadonlyMap<ItemName, Owner>,
  conflicts: LayerConflict[],
): Pack {
  return withItems(pack, (kind, items) =>
    items.filter(({ id }) => {
      const owner = owners.get(nameOf(pack.language, kind, id));
      if (owner && owner !== 'named')
        conflicts.push({ is: 'same-id', kind, id, pack: owner.id, other: pack.id });
      return !owner;
    }),
  );
}

function namesNothing(pack: Pack, below: ReadonlySet<ItemName>): LayerConflict[] {
  return namedBelow(pack)
    .filter(({ name }) => !below.has(name))
    .map(({ kind, id }) => ({ is: 'names-nothing', kind, id, pack: pack.id }));
}
