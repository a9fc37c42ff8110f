// The tables that are derived from the log, so that a million records are sorted, counted, searched and exported at once.
//
// Records are told apart by their number, and each table holds a block of numbers in one row: reading few large rows
// is what makes it quick. Nothing here is a source of truth: log-changes.ts notes which records have changed, and
// fold-log.ts brings these rows up to them.
import { momentColumnIds, wordColumnIds } from '../domain/log-column';
import { termVersion } from '../domain/log-search';
import { maskVersion } from '../domain/mask-version';

/** Another layout than the stored one: everything is derived anew. */
export const layout = [3, termVersion, maskVersion, ...wordColumnIds, ...momentColumnIds].join(' ');

export type LogState = {
  id: 'log';
  layout: string;
  /** Counts the folds: what a reader has of an older one is to be read again. */
  fold: number;
  /** How many records there are. */
  total: number;
};

/** `there` is 1 for each number that has a record, `customer` tells who complained (`customerKey`). */
export type ColumnName =
  'there' | 'customer' | (typeof wordColumnIds)[number] | (typeof momentColumnIds)[number];
export type ColumnValues = Uint8Array | Uint16Array | Uint32Array | Float64Array;
export type ColumnRow = { column: ColumnName; block: number; fold: number; values: ColumnValues };

/** A word's place in the list is its code in the column, counted from 1: 0 is none. Words stay when records go. */
export type WordRow = { column: string; words: string[] };

/**
 * What a table shows of each record besides its columns: a line each with who and what, apart by a tab. One string,
 * which is read many times quicker than a list of strings.
 */
export type CardRow = { block: number; lines: string };

/**
 * Records as they are exported, one JSON text a line in UTF-8. `masks` is what stands there instead where names and
 * numbers are masked, one after the other: for each, `cuts` has from, to and its length, in bytes. (One array of
 * bytes, because a list of short ones takes longer to read than all the rest.)
 */
export type LineRow = {
  block: number;
  count: number;
  bytes: Uint8Array<ArrayBuffer>;
  cuts: Uint32Array;
  masks: Uint8Array<ArrayBuffer>;
};

/** Terms in which bucket and block of records (terms.ts has the layout of the bytes). */
export type TermRow = { bucket: number; block: number; bytes: Uint8Array };

// A column's rows, of blocks of this size too, are few and below a megabyte; of the terms' rows a query reads one of
// each block.
export const termBlock = 16_384;
export const buckets = 256;
/** Few: of a page whose records lie far apart, each brings its neighbours. */
export const cardBlock = 8;
/** Of some 250 kB: Chromium reads smaller ones slower, and larger ones no quicker. */
export const lineBlock = 256;

export const columnNames: readonly ColumnName[] = [
  'there',
  'customer',
  ...wordColumnIds,
  ...momentColumnIds,
];

/** An empty block of a column. */
export function emptyValues(column: ColumnName, length: number): ColumnValues {
  if (column === 'there') return new Uint8Array(length);
  return column === 'customer' ? new Float64Array(length) : new Uint32Array(length);
}

/** The block that a number lies in. */
export const blockOf = (number: number, size: number) => Math.floor(number / size);
