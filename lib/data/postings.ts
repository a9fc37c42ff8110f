// Gathers which records of a block hold which terms, and gives them term by term.
//
// Millions of pairs go through here when a log is read for the first time: flat arrays and a hash of our own, because
// a Map of doubles with a list for each takes five times as long.

export type Postings = ReturnType<typeof createPostings>;

export function createPostings() {
  let slots = new Int32Array(1 << 14);
  let terms = new Float64Array(1 << 12);
  let lastPlaces = new Int32Array(1 << 12);
  let counts = new Uint32Array(1 << 12);
  let size = 0;
  let pairIds = new Uint32Array(1 << 14);
  let pairPlaces = new Uint16Array(1 << 14);
  let pairs = 0;
  let isAscending = true;

  const slotOf = (term: number): number => {
    const mask = slots.length - 1;
    const high = Math.floor(term / 0x1_0000_0000);
    let slot = (Math.imul(term | 0, 0x9e3779b1) ^ Math.imul(high + 1, 0x85ebca6b)) >>> 7;
    for (slot &= mask; slots[slot] !== 0; slot = (slot + 1) & mask)
      if (terms[(slots[slot] ?? 0) - 1] === term) return slot;
    return slot;
  };
  const growTerms = () => {
    terms = enlarge(terms, new Float64Array(size * 2));
    lastPlaces = enlarge(lastPlaces, new Int32Array(size * 2));
    counts = enlarge(counts, new Uint32Array(size * 2));
    slots = new Int32Array(slots.length * 2);
    for (let id = 0; id < size; id++) slots[slotOf(terms[id] ?? 0)] = id + 1;
  };
  const idOf = (term: number): number => {
    const slot = slotOf(term);
    const known = slots[slot] ?? 0;
    if (known > 0) return known - 1;
    slots[slot] = size + 1;
    terms[size] = term;
    lastPlaces[size] = -1;
    if (++size === terms.length) growTerms();
    return size - 1;
  };

  return {
    /** Notes that the record at a place holds a term; once, where it is noted several times in a row. */
    add(term: number, place: number): void {
      const id = idOf(term);
      const last = lastPlaces[id] ?? -1;
      if (last === place) return;
      if (last > place) isAscending = false;
      lastPlaces[id] = place;
      counts[id] = (counts[id] ?? 0) + 1;
      if (pairs === pairIds.length) {
        pairIds = enlarge(pairIds, new Uint32Array(pairs * 2));
        pairPlaces = enlarge(pairPlaces, new Uint16Array(pairs * 2));
      }
      pairIds[pairs] = id;
      pairPlaces[pairs++] = place;
    },

    /** All terms, and the places of each, ascending. */
    finish(): { terms: Float64Array; placesOf: (index: number) => Uint16Array } {
      const starts = new Uint32Array(size + 1);
      for (let id = 0; id < size; id++) starts[id + 1] = (starts[id] ?? 0) + (counts[id] ?? 0);
      const ends = starts.slice();
      const places = new Uint16Array(pairs);
      for (let pair = 0; pair < pairs; pair++) {
        const id = pairIds[pair] ?? 0;
        const end = ends[id] ?? 0;
        places[end] = pairPlaces[pair] ?? 0;
        ends[id] = end + 1;
      }
      const placesOf = (id: number) => places.subarray(starts[id], starts[id + 1]);
      // A record in the midst of others was put behind them.
      if (!isAscending) for (let id = 0; id < size; id++) placesOf(id).sort();
      return { terms: terms.slice(0, size), placesOf };
    },
  };
}

function enlarge<T extends Float64Array | Int32Array | Uint32Array | Uint16Array>(
  from: T,
  to: T,
): T {
  to.set(from);
  return to;
}
