// Which records of a block hold the terms of a bucket, as bytes; all numbers seven bits a byte.
//
//   for each term, ascending:  term, less the one before · length of what follows · places of the records as gaps

/** Terms with the places of their records, both ascending. */
export function packTerms(
  terms: readonly number[],
  placesOf: (index: number) => Uint16Array,
): Uint8Array {
  const most = terms.reduce((sum, _, index) => sum + 16 + 3 * placesOf(index).length, 0);
  const bytes = new Uint8Array(most);
  const gaps = new Uint8Array(Math.max(0, ...terms.map((_, index) => 3 * placesOf(index).length)));
  let at = 0;
  terms.forEach((term, index) => {
    at = pack(bytes, at, term - (terms[index - 1] ?? 0));
    const length = packGaps(gaps, placesOf(index));
    at = pack(bytes, at, length);
    bytes.set(gaps.subarray(0, length), at);
    at += length;
  });
  return bytes.slice(0, at);
}

function packGaps(bytes: Uint8Array, places: Uint16Array): number {
  let at = 0;
  let last = -1;
  for (const place of places) {
    at = pack(bytes, at, place - last - 1);
    last = place;
  }
  return at;
}

function pack(bytes: Uint8Array, from: number, value: number): number {
  let at = from;
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) | 128;
  bytes[at++] = rest;
  return at;
}

/** Calls back for each term and each place that holds it. */
export function unpackTerms(
  bytes: Uint8Array,
  onPlace: (term: number, place: number) => void,
): void {
  const reader = createReader(bytes);
  while (reader.next()) for (const place of reader.places()) onPlace(reader.term(), place);
}

/** The places that hold a term from the one to the other, ascending. */
export function placesIn(bytes: Uint8Array, from: number, to: number): Uint16Array {
  const reader = createReader(bytes);
  const found: Uint16Array[] = [];
  while (reader.next() && reader.term() <= to)
    if (reader.term() >= from) found.push(reader.places());
  const [first = new Uint16Array(), ...others] = found;
  if (others.length === 0) return first;
  return Uint16Array.from(new Set(found.flatMap((each) => [...each]))).toSorted();
}

function createReader(bytes: Uint8Array) {
  let [at, end, term] = [0, 0, 0];
  const read = (): number => {
    let value = 0;
    let unit = 1;
    for (let byte = 128; byte > 127; unit *= 128) {
      byte = bytes[at++] ?? 0;
      value += (byte & 127) * unit;
    }
    return value;
  };
  return {
    /** Goes to the next term; false behind the last. */
    next(): boolean {
      at = end;
      if (at >= bytes.length) return false;
      term += read();
      const length = read();
      end = at + length;
      return true;
    },
    term: () => term,
    /** Once for each term. */
    places(): Uint16Array {
      const places = new Uint16Array(end - at);
      let [count, place] = [0, -1];
      while (at < end) {
        let byte = bytes[at++] ?? 0;
        let gap = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++] ?? 0;
          gap |= (byte & 127) << shift;
        }
        place += gap + 1;
        places[count++] = place;
      }
      return places.subarray(0, count);
    },
  };
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
