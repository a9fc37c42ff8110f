// What the columns of the log are called and how what stands in them is read.
import { isMomentColumn, isWordColumn } from '../../lib/domain/log-column';
import type { ColumnId } from '../../lib/domain/log-column';
import { fieldTitle, valueText } from '../record/field-texts';
import type { Categories } from '../record/record-field';
import { showMoment } from '../ui/time';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

/** The title of a column. */
export function columnTitle(column: ColumnId | 'number'): string {
  if (column === 'number') return t('column_number');
  return column === 'savedAt' ? t('column_savedAt') : fieldTitle(column);
}

/** What stands in a cell: a word in the language of the interface, or a moment (epoch ms); empty where nothing does. */
export function cellText(
  column: ColumnId,
  value: string | number | undefined,
  categories: Categories,
): string {
  if (value === undefined || value === '') return '';
  if (isMomentColumn(column)) return showMoment(Number(value));
  if (!isWordColumn(column)) return '';
  if (column === 'category')
    return categories.find(({ id }) => id === value)?.title ?? String(value);
  if (column === 'answeredIn' || column === 'resolvedIn') return t(`within_${value}` as TextKey); // A test sees to it that each has a text.
  if (column === 'promise') return t(value === 'kept' ? 'promiseWasKept' : 'promiseWasLate');
  return column === 'satisfaction' ? t('satisfactionOf', value) : valueText(column, value);
}
