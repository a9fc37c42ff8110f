// Numbers keys in the order in which they come, many times quicker than a Map does for numbers of 32 bits.

/** Keys are whole numbers from 0 to 2³² − 1. `table` holds numbers plus 1; 0 is a free place. */
export type Numbering = { keys: Uint32Array; table: Uint32Array; count: number };

export function createNumbering(): Numbering {
  return { keys: new Uint32Array(1 << 12), table: new Uint32Array(1 << 13), count: 0 };
}

/** The number of a key, a new one if it has none yet: 0, 1, 2 … */
export function numberOf(numbering: Numbering, key: number): number {
  const { keys, table, count } = numbering;
  let place = placeOf(key, table.length);
  for (let number = table[place] ?? 0; number !== 0; number = table[place] ?? 0) {
    if (keys[number - 1] === key) return number - 1;
    place = (place + 1) & (table.length - 1);
  }
  keys[count] = key;
  table[place] = ++numbering.count;
  if (numbering.count === keys.length) grow(numbering);
  return count;
}

/** All keys so far, in the order of their numbers. */
export function keysOf({ keys, count }: Numbering): Uint32Array {
  return keys.subarray(0, count);
}

/** The high bits of the product are the good ones; the table's length is a power of two. */
function placeOf(key: number, length: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (Math.clz32(length) + 1);
}

/** The table stays half empty: few keys need more than one look. */
function grow(numbering: Numbering): void {
  const keys = new Uint32Array(2 * numbering.keys.length);
  const table = new Uint32Array(2 * keys.length);
  keys.set(numbering.keys);
  for (let number = 0; number < numbering.count; number++) {
    let place = placeOf(keys[number] ?? 0, table.length);
    while (table[place] !== 0) place = (place + 1) & (table.length - 1);
    table[place] = number + 1;
  }
  numbering.keys = keys;
  numbering.table = table;
}
