// Locks of packs: what a pack keeps from those above it, and what these are left without.
import type { Pack } from './pack';
import { itemKinds, nameOf, withItems } from './pack-items';
import type { ItemKind, ItemName } from './pack-items';
import type { LayerConflict } from './pack-layers';

/** By what is locked: the id of the pack that has locked it. */
export type Locks = Map<ItemName, string>;

/** Adds what a pack locks. A lock on a procedure holds its threat: another procedure would be read instead of it. */
export function addLocks(locks: Locks, { id: by, language, ...pack }: Pack): void {
  // What was locked first, lower down, stays so.
  const keep = (name: ItemName) => locks.has(name) || locks.set(name, by);
  for (const kind of itemKinds) {
    const lock = pack.locks?.[kind];
    const items = (pack[kind] ?? []).filter(({ id }) => lock === true || lock?.includes(id));
    for (const item of items) {
      keep(nameOf(language, kind, item.id));
      if ('threat' in item) keep(nameOf(language, kind, item.threat));
    }
  }
}

/** A pack without its claims on what is locked below it; each is told. */
export function withoutLocked(pack: Pack, locks: Locks, conflicts: LayerConflict[]): Pack {
  if (locks.size === 0) return pack;
  const isFree = (kind: ItemKind, id: string, told = id): boolean => {
    const by = locks.get(nameOf(pack.language, kind, id));
    if (by !== undefined)
      conflicts.push({ is: 'locked', kind, id: told, pack: pack.id, other: by });
    return by === undefined;
  };
  const left = withItems(pack, (kind, items) =>
    items
      .filter((item) => isFree(kind, item.id))
      .filter((item) => !('threat' in item) || isFree(kind, String(item.threat), item.id))
      .map((item) => {
        const replaces = item.replaces?.filter((id) => isFree(kind, id));
        return replaces ? { ...item, replaces } : item;
      }),
  );
  if (!pack.hides) return left;
  const hides = { ...pack.hides };
  for (const kind of itemKinds) {
    if (kind === 'fragments') continue;
    const ids = hides[kind];
    if (ids) hides[kind] = ids.filter((id) => isFree(kind, id));
  }
  return { ...left, hides };
}
