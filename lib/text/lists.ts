// Lists of numbers in two arrays, however many they are, and how they are turned inside out.

/**
 * One list after the other; `starts` has one more entry than there are lists. An item is a number below 2²⁴; its high
 * byte is free for what its reader wants to know.
 */
export type Lists = { starts: Uint32Array; items: Uint32Array };

export const itemMask = 0xff_ffff;
export const noteShift = 24;

/** Lists that are being written, one after the other. */
export type Draft = { starts: Uint32Array; items: Uint32Array; list: number; count: number };

/** @param size how many lists there will be */
export function createDraft(size: number): Draft {
  return { starts: new Uint32Array(size + 1), items: new Uint32Array(1 << 12), list: 0, count: 0 };
}

/** Puts an item at the end of the running list, with a note in its high byte. */
export function put(draft: Draft, item: number, note = 0): void {
  if (draft.count === draft.items.length) {
    const items = new Uint32Array(2 * draft.count);
    items.set(draft.items);
    draft.items = items;
  }
  draft.items[draft.count++] = item | (note << noteShift);
}

/** What is put from now on belongs to the next list. */
export function endList(draft: Draft): void {
  draft.starts[++draft.list] = draft.count;
}

export function finish({ starts, items, count }: Draft): Lists {
  return { starts, items: items.slice(0, count) };
}

/** Replaces every item by its rank; notes stay. */
export function rank({ items }: Lists, ranks: Uint32Array): void {
  for (let at = 0; at < items.length; at++) {
    const item = items[at] ?? 0;
    items[at] = (ranks[item & itemMask] ?? 0) | (item & ~itemMask);
  }
}

/**
 * For each item the lists it stands in, in their order, as often as it stands there; each with the item's note.
 * @param size how many items there are
 */
export function turnedInsideOut({ starts, items }: Lists, size: number): Lists {
  const free = startsOf(items, size);
  const turned = { starts: free.slice(), items: new Uint32Array(items.length) };
  for (let list = 0; list + 1 < starts.length; list++) {
    const end = starts[list + 1] ?? 0;
    for (let at = starts[list] ?? 0; at < end; at++) {
      const item = items[at] ?? 0;
      const place = free[item & itemMask] ?? 0;
      turned.items[place] = list | (item & ~itemMask);
      free[item & itemMask] = place + 1;
    }
  }
  return turned;
}

function startsOf(items: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (const item of items) {
    const next = (item & itemMask) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let item = 1; item <= size; item++)
    starts[item] = (starts[item] ?? 0) + (starts[item - 1] ?? 0);
  return starts;
}

/** How many items the lists have from one up to another. */
export function sizeOf({ starts }: Lists, from: number, to: number): number {
  return (starts[to] ?? 0) - (starts[from] ?? 0);
}

/** The first place in a sorted array whose key is not below. */
export function firstAtLeast<Key extends string | number>(
  sorted: ArrayLike<Key>,
  key: Key,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle];
    if (there !== undefined && there < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
