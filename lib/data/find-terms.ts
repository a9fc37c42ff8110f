// Finds records by their words in what is derived from them, the newest block first.
import { bucketOf } from '../domain/log-search';
import type { TermRange } from '../domain/log-search';
import type { Database } from './db';
import { buckets, termBlock } from './log-rows';
import { inBoth, placesIn } from './terms';

/** So many blocks are read first, and so many times more each time: what is common is found in the newest. */
const [firstBlocks, growth] = [2, 4];

/** The numbers of a block that hold a term of each range, ascending; blocks from the newest to the oldest. */
export async function* findTerms(
  db: Database,
  ranges: readonly TermRange[],
  newest: number,
): AsyncGenerator<Uint32Array> {
  let size = firstBlocks;
  for (let end = newest; end >= 0; end -= size, size *= growth) {
    const start = Math.max(0, end - size + 1);
    const rows = await Promise.all(ranges.map((range) => readBucket(db, range, start, end)));
    for (let block = end; block >= start; block--) {
      const places = rows
        .map((row) => row.get(block) ?? nowhere)
        .toSorted((a, b) => a.length - b.length)
        .reduce(inBoth);
      if (places.length > 0) yield Uint32Array.from(places, (place) => block * termBlock + place);
    }
  }
}

const nowhere = new Uint16Array();

async function readBucket(
  db: Database,
  { from, to }: TermRange,
  start: number,
  end: number,
): Promise<Map<number, Uint16Array>> {
  const bucket = bucketOf(from, buckets);
  const rows = await db.logTerms
    .where('[bucket+block]')
    .between([bucket, start], [bucket, end], true, true)
    .toArray();
  return new Map(rows.map(({ block, bytes }) => [block, placesIn(bytes, from, to)]));
}
