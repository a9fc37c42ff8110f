// What is exported as rows of cells, page by page, whatever the file they go into.
import type { Complaint } from '../domain/complaint';
import { exportCell, isNumberColumn } from '../domain/export-column';
import type { ExportColumn } from '../domain/export-column';
import { followUpCell, followUpColumns } from '../domain/follow-up';
import type { FollowUp } from '../domain/follow-up';
import { maskComplaint } from '../domain/mask-complaint';

/** One line of a file, a cell for each column. */
export type Row = readonly string[];

/** A table on its way into a file. */
export type Table = {
  titles: Row;
  /** Whether the cells of the column at this place are numbers. */
  numbers: readonly boolean[];
  pages: AsyncIterable<readonly Row[]>;
};

export type WriteOptions = {
  signal: AbortSignal;
  /** Rows written so far. */
  onProgress: (rows: number) => void;
};

/** A column with the title it bears in the file. */
export type TitledColumn = { column: ExportColumn; title: string };

/** Complaints as a table; with names and long numbers masked if so wished. */
export function complaintTable(
  complaints: AsyncIterable<readonly Complaint[]>,
  titled: readonly TitledColumn[],
  mask: boolean,
): Table {
  const columns = titled.map(({ column }) => column);
  const rowOf = (complaint: Complaint) => {
    const told = mask ? maskComplaint(complaint) : complaint;
    return columns.map((column) => exportCell(told, column));
  };
  const titles = titled.map(({ title }) => title);
  return { titles, numbers: columns.map(isNumberColumn), pages: eachPage(complaints, rowOf) };
}

/** Promises as a table, under these titles. */
export function followUpTable(
  followUps: AsyncIterable<readonly FollowUp[]>,
  titles: Readonly<Record<(typeof followUpColumns)[number], string>>,
): Table {
  const rowOf = (followUp: FollowUp) =>
    followUpColumns.map((column) => followUpCell(followUp, column));
  const numbers = followUpColumns.map((column) => column === 'number' || column === 'renewed');
  const named = followUpColumns.map((column) => titles[column]);
  return { titles: named, numbers, pages: eachPage(followUps, rowOf) };
}

async function* eachPage<T>(
  pages: AsyncIterable<readonly T[]>,
  rowOf: (each: T) => Row,
): AsyncGenerator<readonly Row[]> {
  for await (const page of pages) yield page.map((each) => rowOf(each));
}
