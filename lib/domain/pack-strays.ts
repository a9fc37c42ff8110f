// What a schema cannot see in a pack: ids and shortcuts that stand there twice, broken slots, a name that is taken.
import type { Pack } from './pack';
import type { UnplacedFault } from './pack-fault';
import { itemKinds } from './pack-layers';
import { findSlotFault } from './slot';

/** Packs whose id begins so come with the extension. */
const reserved = 'built-in.';

export function isBuiltIn({ id }: Pick<Pack, 'id'>): boolean {
  return id.startsWith(reserved);
}

export function strayFaults(pack: Pack): UnplacedFault[] {
  return [...repeatedIds(pack), ...repeatedShortcuts(pack), ...brokenSlots(pack)];
}

function repeatedIds(pack: Pack): UnplacedFault[] {
  return itemKinds.flatMap((kind) => {
    const ids = (pack[kind] ?? []).map(({ id }) => id);
    return repeated(ids).map((index) => ({
      path: [kind, index, 'id'],
      why: 'twice' as const,
      what: [ids[index] ?? ''],
    }));
  });
}

function repeatedShortcuts({ phrases }: Pack): UnplacedFault[] {
  const shortcuts = phrases.map(({ shortcut }) => shortcut);
  return repeated(shortcuts).map((index) => ({
    path: ['phrases', index, 'shortcut'],
    why: 'twice',
    what: [shortcuts[index] ?? ''],
  }));
}

/** Places of what was there before. */
function repeated(values: readonly (string | undefined)[]): number[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (value === undefined) return [];
    const again = seen.has(value);
    seen.add(value);
    return again ? [index] : [];
  });
}

function brokenSlots(pack: Pack): UnplacedFault[] {
  return (['phrases', 'refusals', 'frames'] as const).flatMap((kind) =>
    (pack[kind] ?? []).flatMap(({ text }, index) => {
      const fault = findSlotFault(text);
      if (!fault) return [];
      const near = text.slice(fault.at, fault.at + 20);
      return [{ path: [kind, index, 'text'], why: 'slot' as const, what: [near] }];
    }),
  );
}
