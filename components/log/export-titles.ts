// The first line of an exported file, whatever its columns, in the language of the interface.
import type { ExportColumn } from '../../lib/domain/export-column';
import type { FollowUpColumn } from '../../lib/domain/follow-up';
import { csvTitles } from '../complaint/csv-titles';
import { fieldTitle } from '../record/field-texts';
import { t } from '../ui/texts';

/** The title of a column where nobody gave it another. */
export function exportTitle(column: ExportColumn): string {
  const usual: Partial<Record<ExportColumn, string>> = csvTitles();
  if (column === 'id') return t('column_id');
  if (column === 'ticket') return t('column_ticket');
  return usual[column] ?? fieldTitle(column);
}

export function followUpTitles(): Record<FollowUpColumn, string> {
  return {
    number: t('column_number'),
    complaint: t('column_id'),
    promise: t('column_promise'),
    kind: t('promiseKind'),
    owner: t('followUpOwner'),
    what: t('promiseWords'),
    madeAt: t('followUpMadeAt'),
    firstDueAt: t('followUpFirstDueAt'),
    dueAt: t('promiseDue'),
    renewed: t('followUpRenewed'),
    ending: t('followUpEnding'),
    endedAt: t('followUpEndedAt'),
    done: t('promiseDone'),
  };
}
