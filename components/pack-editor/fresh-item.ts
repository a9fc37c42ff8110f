import type { EditedList, PackItem } from '../../lib/domain/pack-document';

/** An item to begin with, under an id that is free. */
export function freshItem(
  list: EditedList,
  items: readonly PackItem[],
  packId: unknown,
): Readonly<Record<string, unknown>> {
  if (list === 'houseWords') return { words: '', plain: '' };
  const taken = new Set(items.map(({ value }) => value['id']));
  const own = typeof packId === 'string' && packId !== '' ? packId : 'own';
  const stem = list === 'fragments' ? 'piece' : own;
  const named = (n: number) => `${stem}.${n}`;
  let n = items.length + 1;
  while (taken.has(named(n))) n += 1;
  const id = named(n);
  switch (list) {
    case 'phrases':
      return { id, text: '', places: ['listen.acknowledge'] };
    case 'fragments':
      return { id, text: '' };
    case 'rewrites':
      return { id, rule: 'W2', words: [], to: [] };
  }
}
