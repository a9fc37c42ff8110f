// What taking a pack would change, item by item, for a person to read before it is taken.
import type { Pack } from './pack';
import { itemKinds } from './pack-items';
import type { ItemKind } from './pack-items';

type ChangedKind =
  | ItemKind
  | 'cues'
  | 'signs'
  | 'houseWords'
  | 'names'
  | 'lists'
  | 'tests'
  | 'hides'
  | 'locks'
  | 'about';
export type Change = {
  kind: ChangedKind;
  is: 'added' | 'changed' | 'removed';
  /** Of the item; for what has none, its words. */
  id: string;
  before?: string;
  after?: string;
  /** Other parts that differ, by their keys. */
  also?: readonly string[];
};

/** From one version to the next; without one before, all of it is added. Phrases come first. */
export function packDifference(before: Pack | undefined, after: Pack): Change[] {
  const items = itemKinds.flatMap((kind) =>
    changesIn<{ id: string }>(kind, before?.[kind] ?? [], after[kind] ?? [], ({ id }) => id),
  );
  return [
    ...items,
    ...changesIn('cues', before?.cues ?? [], after.cues ?? [], (cue) => JSON.stringify(cue)),
    ...changesIn('signs', before?.signs ?? [], after.signs ?? [], (sign) => JSON.stringify(sign)),
    ...changesIn(
      'houseWords',
      before?.houseWords ?? [],
      after.houseWords ?? [],
      ({ words }) => words,
    ),
    ...changesIn('names', before?.names ?? [], after.names ?? [], ({ name }) => name),
    ...changesIn('lists', before?.lists ?? [], after.lists ?? [], (list) => list.for),
    ...partChange('tests', before?.tests, after.tests),
    ...partChange('hides', before?.hides, after.hides),
    ...partChange('locks', before?.locks, after.locks),
    ...aboutChanges(before, after),
  ];
}

function changesIn<T extends object>(
  kind: ChangedKind,
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => string,
): Change[] {
  const [old, now] = [before, after].map(
    (items) => new Map(items.map((item) => [idOf(item), item])),
  ) as [Map<string, T>, Map<string, T>]; // Two come of two.
  const kept = [...now].flatMap(([id, item]): Change[] => {
    const was = old.get(id);
    if (!was) return [{ kind, is: 'added', id, after: sayItem(item) }];
    const keys = changedKeys(was, item);
    if (keys.length === 0) return [];
    const [one, other] = [sayItem(was), sayItem(item)];
    const also = keys.filter((key) => key !== 'text' || one === other);
    return [
      { kind, is: 'changed', id, before: one, after: other, ...(also.length > 0 && { also }) },
    ];
  });
  const gone = [...old].filter(([id]) => !now.has(id));
  return [
    ...kept,
    ...gone.map(([id, item]): Change => ({ kind, is: 'removed', id, before: sayItem(item) })),
  ];
}

function changedKeys(before: object, after: object): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter(
    (key) => JSON.stringify(Reflect.get(before, key)) !== JSON.stringify(Reflect.get(after, key)),
  );
}

/** What the item says, or what it looks for. */
function sayItem(item: object): string {
  for (const key of ['title', 'text', 'plain', 'slot', 'name', 'options', 'words', 'means', 'is'])
    if (key in item) return wordsOf(Reflect.get(item, key));
  return JSON.stringify(item);
}

function wordsOf(value: unknown): string {
  return Array.isArray(value) ? value.join(' · ') : String(value);
}

function partChange(kind: 'tests' | 'hides' | 'locks', before: unknown, after: unknown): Change[] {
  const texts = {
    ...(before !== undefined && { before: JSON.stringify(before) }),
    ...(after !== undefined && { after: JSON.stringify(after) }),
  };
  if (texts.before === texts.after) return [];
  const is = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return [{ kind, is, id: kind, ...texts }];
}

function aboutChanges(before: Pack | undefined, after: Pack): Change[] {
  if (!before) return [];
  return (['title', 'language', 'licence', 'authors'] as const).flatMap((key): Change[] => {
    const [one, other] = [before[key], after[key]].map((value) => [value ?? []].flat().join(', '));
    return one === other
      ? []
      : [{ kind: 'about', is: 'changed', id: key, before: one ?? '', after: other ?? '' }];
  });
}
