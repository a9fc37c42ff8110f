// Names messages so that the same message keeps its name while rows are added, redrawn or edited.
import type { Row } from './reader';

/** One call for each pass over the rows: gives names that no other row of the pass has. */
export function createKeys() {
  const given = new WeakMap<Element, string>();
  return (rows: readonly { element: Element; row: Row }[]): string[] => {
    const used = new Set<string>();
    const claim = (key: string) => {
      if (used.has(key)) return undefined;
      used.add(key);
      return key;
    };
    // Rows that are already known come first, so that a new one with the same words does not take their name.
    const kept = rows.map(({ element, row }) => claimed(row.key ?? given.get(element), claim));
    return rows.map(({ element, row }, index) => {
      const key = kept[index] ?? firstFree(row.key ?? hash(row), claim);
      given.set(element, key);
      return key;
    });
  };
}

function claimed(key: string | undefined, claim: (key: string) => string | undefined) {
  return key === undefined ? undefined : claim(key);
}

function firstFree(stem: string, claim: (key: string) => string | undefined): string {
  for (let n = 0; ; n++) {
    const key = claim(n === 0 ? stem : `${stem}~${n}`);
    if (key !== undefined) return key;
  }
}

/** FNV-1a, 32 bits: the same words by the same sender at the same time. */
function hash({ side, name, at, text }: Row): string {
  let value = 0x811c9dc5;
  for (const unit of [side, name, at, text].join('\u0000'))
    value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(36);
}
