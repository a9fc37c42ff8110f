// Names messages so that the same message keeps its name while rows are added, redrawn or edited.
import type { Row } from './reader';

type Named = { element: Element; row: Row };

/** Gives names that no other row of the list has. */
export function createKeys() {
  const given = new WeakMap<Element, string>();
  let used = new Set<string>();
  const claim = (key: string | undefined) => {
    if (key === undefined || used.has(key)) return undefined;
    used.add(key);
    return key;
  };
  const next = ({ element, row }: Named): string => {
    const key = firstFree(row.key ?? hash(row), claim);
    // A name of its own is asked for again.
    if (key !== row.key) given.set(element, key);
    return key;
  };
  return {
    /** For a row that comes after those that have their names. */
    next,
    /** For all rows of the list, as they now are. */
    all: (rows: readonly Named[]): string[] => {
      used = new Set();
      // Rows that are already known come first, so that a new one with the same words does not take their name.
      const kept = rows.map(({ element, row }) => claim(row.key ?? given.get(element)));
      return rows.map((row, index) => {
        const key = kept[index];
        if (key === undefined) return next(row);
        if (key !== row.row.key) given.set(row.element, key);
        return key;
      });
    },
  };
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
