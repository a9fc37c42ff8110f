// Writes the log as a file of either kind from its lines.
import { complaintsToCsv } from './csv';
import type { CsvColumn } from './csv';
import { linesToFile, linesToPages } from './json-lines';
import type { Lines, LinesOptions } from './json-lines';

/** A writer with these titles; what it is given is masked already, if so wished. */
export function writeLog(titles: () => Record<CsvColumn, string>) {
  return (kind: 'csv' | 'jsonl', lines: AsyncIterable<Lines>, options: LinesOptions) =>
    kind === 'jsonl'
      ? linesToFile(lines, options)
      : complaintsToCsv(linesToPages(lines), { ...options, mask: false, titles: titles() });
}
