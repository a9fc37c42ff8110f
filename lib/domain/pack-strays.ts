// What a schema cannot see in a pack: what stands there twice, names nothing of its own, or cannot be said.
import type { Pack } from './pack';
import type { UnplacedFault } from './pack-fault';
import { itemKinds } from './pack-items';
import { saidFaults } from './pack-fragments';

/** Packs whose id begins so come with the extension. */
const reserved = 'built-in.';

export function isBuiltIn({ id }: Pick<Pack, 'id'>): boolean {
  return id.startsWith(reserved);
}

export function strayFaults(pack: Pack): UnplacedFault[] {
  return [
    ...repeatedIds(pack),
    ...repeatedShortcuts(pack),
    ...repeatedLists(pack),
    ...ownVariants(pack),
    ...strangeLocks(pack),
    ...saidFaults(pack),
  ];
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

function repeatedLists({ lists = [] }: Pack): UnplacedFault[] {
  const fields = lists.map((list) => list.for);
  return repeated(fields).map((index) => ({
    path: ['lists', index, 'for'],
    why: 'twice',
    what: [fields[index] ?? ''],
  }));
}

/** Two texts for one language: nobody could tell which is said. */
function ownVariants({ language, ...pack }: Pack): UnplacedFault[] {
  return (['phrases', 'fragments'] as const).flatMap((kind) =>
    (pack[kind] ?? []).flatMap(({ variants }, index) =>
      variants?.[language]
        ? [
            {
              path: [kind, index, 'variants', language],
              why: 'own-language' as const,
              what: [language],
            },
          ]
        : [],
    ),
  );
}

/** A lock on what another pack has would look as if it held. */
function strangeLocks(pack: Pack): UnplacedFault[] {
  return itemKinds.flatMap((kind) => {
    const lock = pack.locks?.[kind] ?? [];
    if (lock === true) return [];
    const own = new Set((pack[kind] ?? []).map(({ id }) => id));
    return lock.flatMap((id, index) =>
      own.has(id) ? [] : [{ path: ['locks', kind, index], why: 'not-own' as const, what: [id] }],
    );
  });
}
