// Exports the log as one file; the writer is loaded when it is needed.
import type { Complaint } from '../domain/complaint';
import type { CsvColumn, CsvOptions } from './csv';

export type SaveWorld = {
  titles: () => Record<CsvColumn, string>;
  saveFile: (file: Blob, name: string) => void;
  now: () => number;
};

/** An export for these titles; resolves to the number of rows once the file is with the user. */
export function createExport({ titles, saveFile, now }: SaveWorld) {
  return async ({
    pages,
    ...options
  }: Omit<CsvOptions, 'titles'> & { pages: AsyncIterable<readonly Complaint[]> }) => {
    const { complaintsToCsv } = await import('./csv');
    const { file, rows } = await complaintsToCsv(pages, { ...options, titles: titles() });
    saveFile(file, `complaints-${new Date(now()).toISOString().slice(0, 10)}.csv`);
    return rows;
  };
}
