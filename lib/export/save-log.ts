// Exports the log as one file with the usual columns; the writer is loaded when it is needed.
import type { Complaint } from '../domain/complaint';
import type { UsualOptions } from './usual-csv';

export type SaveWorld = {
  titles: () => UsualOptions['titles'];
  saveFile: (file: Blob, name: string) => void;
  now: () => number;
};
type SaveOptions = Omit<UsualOptions, 'titles'> & { pages: AsyncIterable<readonly Complaint[]> };

/** An export for these titles; resolves to the number of rows once the file is with the user. */
export function createExport({ titles, saveFile, now }: SaveWorld) {
  return async ({ pages, ...options }: SaveOptions): Promise<number> => {
    const { usualCsv } = await import('./usual-csv');
    const { file, rows } = await usualCsv(pages, { ...options, titles: titles() });
    saveFile(file, `complaints-${new Date(now()).toISOString().slice(0, 10)}.csv`);
    return rows;
  };
}
