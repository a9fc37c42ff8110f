// Which records of a block hold which terms, as bytes: sorted terms, where each one's records end, and the records.
//
//   count (u32) · unused (u32) · terms (f64 × count) · ends (u32 × count) · records as gaps, seven bits a byte

/** Records by term: places within the block, ascending. */
export type Postings = Map<number, number[]>;

type Parts = { terms: Float64Array; ends: Uint32Array; gaps: Uint8Array };

const head = 8;

/** Of all postings, those of one bucket. */
export function packTerms(postings: Postings, termsOfBucket: readonly number[]): Uint8Array {
  const terms = Float64Array.from(termsOfBucket).toSorted();
  const most = terms.reduce((sum, term) => sum + 3 * (postings.get(term)?.length ?? 0), 0);
  const gapsFrom = head + terms.length * 12;
  const bytes = new Uint8Array(gapsFrom + most);
  const ends = new Uint32Array(bytes.buffer, head + terms.length * 8, terms.length);
  new Uint32Array(bytes.buffer, 0, 1)[0] = terms.length;
  new Float64Array(bytes.buffer, head, terms.length).set(terms);
  let at = gapsFrom;
  terms.forEach((term, index) => {
    at = packGaps(bytes, at, postings.get(term) ?? []);
    ends[index] = at - gapsFrom;
  });
  return bytes.slice(0, at);
}

function packGaps(bytes: Uint8Array, from: number, places: readonly number[]): number {
  let at = from;
  let last = -1;
  for (const place of places) {
    let gap = place - last - 1;
    last = place;
    for (; gap > 127; gap >>>= 7) bytes[at++] = (gap & 127) | 128;
    bytes[at++] = gap;
  }
  return at;
}

/** Adds what the bytes hold to postings, but for the places that are left out. */
export function unpackTerms(bytes: Uint8Array, leaveOut: ReadonlySet<number>, to: Postings): void {
  const parts = partsOf(bytes);
  parts.terms.forEach((term, index) => {
    const places: number[] = [];
    eachPlace(parts, index, (place) => {
      if (!leaveOut.has(place)) places.push(place);
    });
    if (places.length > 0) to.set(term, places);
  });
}

/** The places that hold a term from the one to the other, ascending. */
export function placesOf(bytes: Uint8Array, from: number, to: number): Uint16Array {
  const parts = partsOf(bytes);
  const { terms, ends } = parts;
  const first = firstAtLeast(terms, from);
  let last = first;
  while (last < terms.length && (terms[last] ?? Infinity) <= to) last++;
  // A place takes a byte or more.
  const most = (ends[last - 1] ?? 0) - (ends[first - 1] ?? 0);
  const places = new Uint16Array(first < last ? most : 0);
  let count = 0;
  for (let index = first; index < last; index++)
    eachPlace(parts, index, (place) => {
      places[count++] = place;
    });
  const found = places.subarray(0, count);
  return last - first > 1 ? Uint16Array.from(new Set(found.toSorted())) : found;
}

/** The places that both hold, ascending as they are. */
export function inBoth(one: Uint16Array, other: Uint16Array): Uint16Array {
  const both = new Uint16Array(Math.min(one.length, other.length));
  let [count, at, beside] = [0, 0, 0];
  while (at < one.length && beside < other.length) {
    const [left, right] = [one[at] ?? 0, other[beside] ?? 0];
    if (left === right) both[count++] = left;
    if (left <= right) at++;
    if (right <= left) beside++;
  }
  return both.subarray(0, count);
}

function partsOf(bytes: Uint8Array): Parts {
  const { buffer, byteOffset } = bytes;
  const [count = 0] = new Uint32Array(buffer, byteOffset, 1);
  const terms = new Float64Array(buffer, byteOffset + head, count);
  const ends = new Uint32Array(buffer, byteOffset + head + count * 8, count);
  return { terms, ends, gaps: bytes.subarray(head + count * 12) };
}

function eachPlace({ ends, gaps }: Parts, index: number, onPlace: (place: number) => void): void {
  const end = ends[index] ?? 0;
  let place = -1;
  for (let at = ends[index - 1] ?? 0; at < end; at++) {
    let byte = gaps[at] ?? 0;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = gaps[++at] ?? 0;
      gap |= (byte & 127) << shift;
    }
    place += gap + 1;
    onPlace(place);
  }
}

function firstAtLeast(terms: Float64Array, least: number): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
