// What is told once many records were changed.
import { t } from '../ui/texts';

/** So many were changed, and so many stay as they are. */
export function toldChanged(changed: number, left: number): string {
  return left > 0 ? t('tableLeft', changed, left) : t('tableChanged', changed);
}
