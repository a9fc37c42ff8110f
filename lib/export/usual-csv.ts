// The log as CSV with the usual columns: all that the panel's export needs, loaded as one.
import type { Complaint } from '../domain/complaint';
import { usualColumns } from '../domain/export-column';
import type { UsualColumn } from '../domain/export-column';
import { tableToCsv } from './csv';
import { complaintTable } from './rows';
import type { WriteOptions } from './rows';

export type UsualOptions = WriteOptions & {
  titles: Readonly<Record<UsualColumn, string>>;
  /** Names and long numbers masked. */
  mask: boolean;
};

/** The file and its number of rows. Rejects when aborted. */
export function usualCsv(
  pages: AsyncIterable<readonly Complaint[]>,
  { titles, mask, ...options }: UsualOptions,
): Promise<{ file: Blob; rows: number }> {
  const titled = usualColumns.map((column) => ({ column, title: titles[column] }));
  return tableToCsv(complaintTable(pages, titled, mask), { ...options, mark: true });
}
