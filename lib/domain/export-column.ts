// What the columns of an exported file can hold: all that a record knows, each in one cell.
import type { Complaint } from './complaint';
import { fieldKinds, groups } from './complaint-groups';
import type { Field } from './complaint-groups';

const logMoments = ['receivedAt', 'savedAt', 'changedAt', 'resolvedAt', 'closedAt'] as const;
type LogMoment = (typeof logMoments)[number];

/** What the log fills in by itself stands beside what people fill in. */
export type ExportColumn =
  Field | LogMoment | 'number' | 'id' | 'state' | 'channel' | 'reopened' | 'ticket';

/** In the order in which they are offered. */
export const exportColumns: readonly ExportColumn[] = [
  'number',
  'id',
  'receivedAt',
  'savedAt',
  'changedAt',
  'channel',
  'state',
  ...groups.flatMap(({ fields }): readonly Field[] => fields),
  'resolvedAt',
  'closedAt',
  'reopened',
  'ticket',
];

/** In a file for which nobody chose any. */
export const usualColumns = [
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
] as const satisfies readonly ExportColumn[];
export type UsualColumn = (typeof usualColumns)[number];

export function isExportColumn(name: string): name is ExportColumn {
  return exportColumns.some((column) => column === name);
}

/** Whether its cells are numbers. */
export function isNumberColumn(column: ExportColumn): boolean {
  return column === 'number' || column === 'reopened' || column === 'satisfaction';
}

/** What a column holds of a complaint: moments as ISO 8601, choices by their names in the log; empty for nothing. */
export function exportCell(complaint: Complaint, column: ExportColumn): string {
  if (column === 'tags') return complaint.tags.join(', ');
  if (column === 'ticket') return complaint.ticket?.url || (complaint.ticket?.id ?? '');
  const value = complaint[column];
  if (value === undefined) return '';
  return isMoment(column) ? new Date(value).toISOString() : String(value);
}

function isMoment(column: Exclude<ExportColumn, 'tags' | 'ticket'>): boolean {
  if (logMoments.some((moment) => moment === column)) return true;
  return column in fieldKinds && fieldKinds[column as Field].is === 'moment'; // As the line before it says.
}
