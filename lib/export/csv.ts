// A table as CSV: opens rightly in spreadsheets, Chinese included, and no cell is ever a formula.
import Papa from 'papaparse';
import { createLargeFile } from './large-file';
import type { Row, Table, WriteOptions } from './rows';

/** `mark`: begin with the byte order mark, without which Excel takes UTF-8 for its own code page. */
export type CsvOptions = WriteOptions & { mark: boolean };

/** The file (RFC 4180, UTF-8) and its number of rows. Rejects when aborted. */
export async function tableToCsv(
  { titles, pages }: Table,
  { mark, signal, onProgress }: CsvOptions,
): Promise<{ file: Blob; rows: number }> {
  const file = createLargeFile('text/csv;charset=utf-8');
  file.push((mark ? '\uFEFF' : '') + writeRows([titles]));
  let rows = 0;
  for await (const page of pages) {
    signal.throwIfAborted();
    file.push(writeRows(page));
    rows += page.length;
    onProgress(rows);
  }
  signal.throwIfAborted();
  return { file: file.finish(), rows };
}

// owasp.org/www-community/attacks/CSV_Injection (seen 2026-11-21). Papa's own list overlooks a formula that is
// followed by a line break, the wide signs of Chinese input, and what LibreOffice 7.4 makes of a NUL before the sign:
// it drops the one and computes the other.
// oxlint-disable-next-line no-control-regex -- It is these that hide a formula.
const formula = /^[\u0000-\u001F\u007F-\u009F]*[=+\-@\t\r\n＝＋－＠]/;

function writeRows(rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: formula, newline: '\r\n' },
  )}\r\n`;
}
