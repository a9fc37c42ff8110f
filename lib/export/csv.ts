// The complaint log as CSV: opens rightly in spreadsheets, Chinese included, and no cell is ever a formula.
import Papa from 'papaparse';
import type { Complaint } from '../domain/complaint';
import { maskComplaint } from '../domain/mask-complaint';
import { createLargeFile } from './large-file';

/** In the order of the file. */
export const csvColumns = [
  'number',
  'receivedAt',
  'savedAt',
  'channel',
  'category',
  'who',
  'what',
  'feeling',
  'request',
  'immediate',
  'permanent',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

export type CsvOptions = {
  /** Names and long numbers masked. */
  mask: boolean;
  titles: Readonly<Record<CsvColumn, string>>;
  signal: AbortSignal;
  /** Rows written so far. */
  onProgress: (rows: number) => void;
};

// Excel takes UTF-8 for its own code page without this mark.
const byteOrderMark = '\uFEFF';

/** The file (RFC 4180, UTF-8 with a byte order mark) and its number of rows. Rejects when aborted. */
export async function complaintsToCsv(
  pages: AsyncIterable<readonly Complaint[]>,
  { mask, titles, signal, onProgress }: CsvOptions,
): Promise<{ file: Blob; rows: number }> {
  const file = createLargeFile('text/csv;charset=utf-8');
  file.push(byteOrderMark + writeRows([csvColumns.map((column) => titles[column])]));
  let rows = 0;
  for await (const page of pages) {
    signal.throwIfAborted();
    file.push(writeRows(page.map((complaint) => rowOf(complaint, mask))));
    rows += page.length;
    onProgress(rows);
  }
  signal.throwIfAborted();
  return { file: file.finish(), rows };
}

function rowOf(complaint: Complaint, mask: boolean): string[] {
  const masked = mask ? maskComplaint(complaint) : complaint;
  return csvColumns.map((column) => cellOf(masked, column));
}

function cellOf(complaint: Complaint, column: CsvColumn): string {
  if (column === 'receivedAt' || column === 'savedAt')
    return new Date(complaint[column]).toISOString();
  return String(complaint[column] ?? '');
}

// owasp.org/www-community/attacks/CSV_Injection (seen 2026-11-21). Papa's own list overlooks a formula that is
// followed by a line break, and the wide signs of Chinese input.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function writeRows(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: formula, newline: '\r\n' },
  )}\r\n`;
}
