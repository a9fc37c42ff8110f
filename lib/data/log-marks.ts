// Which records pass filters, a bit for each number: kept by filter, and brought up block by block where records changed.
import { isWordFilter, minutesOf } from '../domain/log-view';
import type { Filter, MomentFilter, WordFilter } from '../domain/log-view';
import type { Columns } from './log-order';
import { termBlock } from './log-rows';
import type { ColumnName } from './log-rows';

/** Columns that tell how often each of their blocks has changed. */
export type StampedColumns = Columns & { stamps: (column: ColumnName) => readonly number[] };

/** The number 32 · w + b is the bit b of the word w. */
type Bits = Uint32Array;
type Marked = { bits: Bits; stamps: number[] };
type Counted = { counts: number[]; stamps: number[] };

/** So many filters and views are kept: an eighth of a megabyte each for a million records. */
const mostKept = 64;
const wordsOfBlock = termBlock / 32;

export function createMarks() {
  const filters = new Map<string, Marked>();
  const views = new Map<string, Counted>();

  /** The bits of one filter; of all records there are without one. */
  const bitsOf = (columns: StampedColumns, filter?: Filter): Bits => {
    const stamps = columns.stamps(filter?.by ?? 'there');
    const known = recall(filters, keyOf(filter), () => ({ bits: new Uint32Array(), stamps: [] }));
    known.bits = enlarged(known.bits, stamps.length * wordsOfBlock);
    const flags = filter && isWordFilter(filter) ? flagsOf(columns, filter) : thereIs;
    for (let block = 0; block < stamps.length; block++) {
      if (known.stamps[block] === stamps[block]) continue;
      known.stamps[block] = stamps[block] ?? 0;
      markBlock(known.bits, block, columns, filter, flags);
    }
    return known.bits;
  };

  return {
    /** 1 for each number whose record passes all filters. */
    passing(columns: StampedColumns, asked: readonly Filter[]): Bits {
      const all = bitsOf(columns).slice();
      for (const filter of asked) {
        const bits = bitsOf(columns, filter);
        for (let at = 0; at < all.length; at++) all[at] = (all[at] ?? 0) & (bits[at] ?? 0);
      }
      return all;
    },

    /** How many records pass all filters: only blocks with changes are counted again. */
    count(columns: StampedColumns, asked: readonly Filter[]): number {
      const all = [bitsOf(columns), ...asked.map((filter) => bitsOf(columns, filter))];
      const stamps = ['there' as const, ...asked.map(({ by }) => by)].map(columns.stamps);
      const known = recall(views, JSON.stringify(asked), () => ({ counts: [], stamps: [] }));
      let total = 0;
      for (let block = 0; block < (stamps[0]?.length ?? 0); block++) {
        // Each only grows: their sum stands still only where all of them do.
        const stamp = stamps.reduce((sum, each) => sum + (each[block] ?? 0), 0);
        if (known.stamps[block] !== stamp) known.counts[block] = countBlock(all, block);
        known.stamps[block] = stamp;
        total += known.counts[block] ?? 0;
      }
      return total;
    },
  };
}

/** How many bits are 1. */
function countBits(bits: Bits): number {
  let count = 0;
  for (const word of bits) count += onesIn(word);
  return count;
}

/** The numbers of the bits that are 1, ascending. */
export function numbersOf(bits: Bits): Uint32Array {
  const numbers = new Uint32Array(countBits(bits));
  let count = 0;
  for (let at = 0; at < bits.length; at++)
    for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1)
      numbers[count++] = at * 32 + 31 - Math.clz32(rest & -rest);
  return numbers;
}

/** The same as a byte for each number. */
export function bytesOf(bits: Bits): Uint8Array {
  const bytes = new Uint8Array(bits.length * 32);
  for (let number = 0; number < bytes.length; number++) bytes[number] = bitAt(bits, number);
  return bytes;
}

/** 1 or 0. */
export const bitAt = (bits: Bits, number: number) =>
  ((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1;

const keyOf = (filter: Filter | undefined) => (filter ? JSON.stringify(filter) : '');

/** What is known under a key, which becomes the last to be forgotten. */
function recall<T>(known: Map<string, T>, key: string, begin: () => T): T {
  const found = known.get(key) ?? begin();
  known.delete(key);
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return found;
}

function enlarged(bits: Bits, length: number): Bits {
  if (bits.length >= length) return bits;
  const larger = new Uint32Array(length);
  larger.set(bits);
  return larger;
}

/** Of the column of what is there, which has no words. */
const thereIs = Uint8Array.of(0, 1);

function flagsOf(columns: Columns, { by, words }: WordFilter): Uint8Array {
  const asked = new Set(words);
  return Uint8Array.of(
    asked.has('') ? 1 : 0,
    ...columns.words(by).map((word) => (asked.has(word) ? 1 : 0)),
  );
}

/** Marks a block anew. A loop for each kind: a function for each number would take five times as long. */
function markBlock(
  bits: Bits,
  block: number,
  columns: Columns,
  filter: Filter | undefined,
  flags: Uint8Array,
): void {
  const values = columns.values(filter?.by ?? 'there');
  const [from, to] = [block * termBlock, (block + 1) * termBlock];
  bits.fill(0, from / 32, to / 32);
  if (filter && !isWordFilter(filter)) return markMinutes(bits, from, to, values, filter);
  for (let number = from; number < to; number++) {
    const at = number >>> 5;
    bits[at] = (bits[at] ?? 0) | ((flags[values[number] ?? 0] ?? 0) << (number & 31));
  }
}

function markMinutes(
  bits: Bits,
  first: number,
  end: number,
  values: ArrayLike<number>,
  filter: MomentFilter,
): void {
  const { from, before } = minutesOf(filter);
  for (let number = first; number < end; number++) {
    const minute = values[number] ?? 0;
    const at = number >>> 5;
    if (minute >= from && minute < before) bits[at] = (bits[at] ?? 0) | (1 << (number & 31));
  }
}

function countBlock(all: readonly Bits[], block: number): number {
  let count = 0;
  for (let at = block * wordsOfBlock; at < (block + 1) * wordsOfBlock; at++) {
    let word = -1;
    for (const bits of all) word &= bits[at] ?? 0;
    count += onesIn(word);
  }
  return count;
}

/** The ones of a word of 32 bits, side by side: https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
