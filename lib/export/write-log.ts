// Writes the log as a file of the kind that was asked for, from its lines.
import { isExportColumn, usualColumns } from '../domain/export-column';
import type { ExportColumn } from '../domain/export-column';
import type { ExportProfile, FilePlan } from '../domain/export-profile';
import type { FollowUp, FollowUpColumn } from '../domain/follow-up';
import { tableToCsv } from './csv';
import { linesToFile, linesToPages } from './json-lines';
import type { Lines } from './json-lines';
import { complaintTable, followUpTable } from './rows';
import type { Table, TitledColumn, WriteOptions } from './rows';

export type LogTitles = {
  column: (column: ExportColumn) => string;
  followUps: () => Readonly<Record<FollowUpColumn, string>>;
};
/** What is written is masked already, if so wished. */
export type LogSource = {
  lines: AsyncIterable<Lines>;
  followUps: AsyncIterable<readonly FollowUp[]>;
};

/** A writer with these titles. */
export function writeLog(titles: LogTitles) {
  return async (
    { kind, profile }: FilePlan,
    source: LogSource,
    options: WriteOptions,
  ): Promise<{ file: Blob; rows: number }> => {
    if (kind === 'jsonl') return linesToFile(source.lines, options);
    const withMark = { ...options, mark: profile?.mark ?? true };
    if (kind === 'followUps')
      return tableToCsv(followUpTable(source.followUps, titles.followUps()), withMark);
    const columns = titledColumns(titles, profile);
    const table = complaintTable(linesToPages(source.lines), columns, false);
    return kind === 'csv' ? tableToCsv(table, withMark) : toWorkbook(table, options);
  };
}

async function toWorkbook(table: Table, options: WriteOptions) {
  const { tableToXlsx } = await import('./xlsx');
  return tableToXlsx(table, options);
}

/** The columns of a profile, or the usual ones, each with its title. */
function titledColumns(titles: LogTitles, profile: ExportProfile | undefined): TitledColumn[] {
  if (!profile) return usualColumns.map((column) => ({ column, title: titles.column(column) }));
  return profile.columns.flatMap(({ column, title }) =>
    isExportColumn(column) ? [{ column, title: title || titles.column(column) }] : [],
  );
}
