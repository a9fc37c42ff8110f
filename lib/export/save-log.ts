// Exports the log as one file with the usual columns; the writer is loaded when it is needed.
import type { Complaint } from '../domain/complaint';
import type { UsualColumn } from '../domain/export-column';
import type { WriteOptions } from './rows';

export type SaveWorld = {
  titles: () => Readonly<Record<UsualColumn, string>>;
  saveFile: (file: Blob, name: string) => void;
  now: () => number;
};
type SaveOptions = WriteOptions & {
  pages: AsyncIterable<readonly Complaint[]>;
  /** Names and long numbers masked. */
  mask: boolean;
};

/** An export for these titles; resolves to the number of rows once the file is with the user. */
export function createExport({ titles, saveFile, now }: SaveWorld) {
  return async ({ pages, mask, ...options }: SaveOptions): Promise<number> => {
    const { tableToCsv } = await import('./csv');
    const { complaintTable } = await import('./rows');
    const { usualColumns } = await import('../domain/export-column');
    const named = titles();
    const titled = usualColumns.map((column) => ({ column, title: named[column] }));
    const table = complaintTable(pages, titled, mask);
    const { file, rows } = await tableToCsv(table, { ...options, mark: true });
    saveFile(file, `complaints-${new Date(now()).toISOString().slice(0, 10)}.csv`);
    return rows;
  };
}
