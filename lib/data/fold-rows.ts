// What is derived from a block of records, as the rows that hold it. Pure: fold-log.ts reads and writes.
import type { Complaint } from '../domain/complaint';
import { maskName } from '../domain/redact';
import { customerKey, isMomentColumn, isWordColumn, minuteOf, wordOf } from '../domain/log-column';
import type { WordColumnId } from '../domain/log-column';
import { bucketOf, eachTerm, searchTextOf } from '../domain/log-search';
import { writeLines } from './log-lines';
import { blockOf, buckets, cardBlock, columnNames, emptyValues, lineBlock } from './log-rows';
import { termBlock } from './log-rows';
import type { CardRow, ColumnName, ColumnRow, ColumnValues } from './log-rows';
import type { LineRow, TermRow, WordRow } from './log-rows';
import { createPostings } from './postings';
import type { Postings } from './postings';
import { packTerms, unpackTerms } from './terms';

/** `changed`: of these numbers everything is derived anew; `records`: all there are in the line blocks they lie in. */
export type Block = {
  index: number;
  changed: ReadonlySet<number>;
  records: ReadonlyMap<number, Complaint>;
};

/** The words of each column and their codes. */
export type Words = ReadonlyMap<string, Map<string, number>>;

export function readWords(rows: readonly WordRow[]): Words {
  const stored = new Map(rows.map((row) => [row.column, row.words]));
  return new Map(
    columnNames
      .filter(isWordColumn)
      .map((column) => [
        column,
        new Map((stored.get(column) ?? []).map((word, index) => [word, index + 1])),
      ]),
  );
}

export function writeWords(words: Words): WordRow[] {
  return [...words].map(([column, codes]) => ({ column, words: [...codes.keys()] }));
}

/** The columns with the block's changes in them; words met for the first time are added to `words`. */
export function foldColumns(
  { index, changed, records }: Block,
  known: ReadonlyMap<ColumnName, ColumnRow>,
  words: Words,
  fold: number,
): ColumnRow[] {
  return columnNames.map((column) => {
    const values = emptyValues(column, termBlock);
    values.set(known.get(column)?.values ?? []);
    for (const number of changed)
      values[number - index * termBlock] = valueOf(records.get(number), column, words);
    return { column, block: index, fold, values: isWordColumn(column) ? narrowed(values) : values };
  });
}

/** In as few bytes as hold them: most columns have few words, and the Desk waits until they are read. */
function narrowed(values: ColumnValues): ColumnValues {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  if (most < 2 ** 8) return Uint8Array.from(values);
  return most < 2 ** 16 ? Uint16Array.from(values) : values;
}

/** What stands in a column for a record; 0 where there is none. */
export function valueOf(
  complaint: Complaint | undefined,
  column: ColumnName,
  words: Words,
): number {
  if (!complaint) return 0;
  if (column === 'there') return 1;
  if (column === 'customer') return customerKey(complaint);
  return isMomentColumn(column) ? minuteOf(complaint, column) : codeOf(complaint, column, words);
}

function codeOf(complaint: Complaint, column: WordColumnId, words: Words): number {
  const word = wordOf(complaint, column);
  const codes = words.get(column);
  if (word === undefined || !codes) return 0;
  const known = codes.get(word);
  if (known === undefined) codes.set(word, codes.size + 1);
  return known ?? codes.size;
}

/** As much as a row of the table has room for: what is read for a page is mostly this. */
const longestCard = 90;

/** What a table shows of a record besides its columns, names masked: the screen may be seen by others. */
export function cardOf({ who, what }: Complaint): { who: string; what: string } {
  const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
  return { who: oneLine(maskName(who)), what: oneLine(what.slice(0, longestCard)) };
}

export function foldCards({ changed, records }: Block): CardRow[] {
  return blocksOf(changed, cardBlock).map((block) => {
    const cards = numbersIn(block, cardBlock).map((number) => {
      const complaint = records.get(number);
      return complaint ? cardOf(complaint) : { who: '', what: '' };
    });
    return { block, lines: cards.map(({ who, what }) => `${who}\t${what}`).join('\n') };
  });
}

export function foldLines({ changed, records }: Block): LineRow[] {
  return blocksOf(changed, lineBlock).map((block) =>
    writeLines(
      block,
      numbersIn(block, lineBlock).flatMap((number) => records.get(number) ?? []),
    ),
  );
}

/** The terms of all records of the block: `known` holds those of before. */
export function foldTerms(
  { index, changed, records }: Block,
  known: readonly TermRow[],
): TermRow[] {
  const from = index * termBlock;
  const postings = createPostings();
  for (const { bytes } of known)
    unpackTerms(bytes, (term, place) => {
      if (!changed.has(from + place)) postings.add(term, place);
    });
  for (const number of Uint32Array.from(changed).toSorted()) {
    const complaint = records.get(number);
    const place = number - from;
    if (complaint) eachTerm(searchTextOf(complaint), (term) => postings.add(term, place));
  }
  return packBuckets(index, postings);
}

function packBuckets(block: number, postings: Postings): TermRow[] {
  const { terms, placesOf } = postings.finish();
  const ids: number[][] = Array.from({ length: buckets }, () => []);
  terms.forEach((term, id) => ids[bucketOf(term, buckets)]?.push(id));
  return ids.map((each, bucket) => {
    const sorted = each.toSorted((a, b) => (terms[a] ?? 0) - (terms[b] ?? 0));
    const places = (index: number) => placesOf(sorted[index] ?? 0);
    return {
      bucket,
      block,
      bytes: packTerms(
        sorted.map((id) => terms[id] ?? 0),
        places,
      ),
    };
  });
}

export function blocksOf(numbers: Iterable<number>, size: number): number[] {
  return [...new Set(Array.from(numbers, (number) => blockOf(number, size)))];
}

function numbersIn(block: number, size: number): number[] {
  return Array.from({ length: size }, (_, place) => block * size + place);
}
