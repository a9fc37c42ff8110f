// The first line of an exported file, in the language of the interface.
import { t } from '../ui/texts';

export function csvTitles() {
  return {
    number: t('column_number'),
    receivedAt: t('column_receivedAt'),
    savedAt: t('column_savedAt'),
    channel: t('column_channel'),
    category: t('category'),
    who: t('who'),
    what: t('what'),
    feeling: t('feels'),
    request: t('wants'),
    immediate: t('immediate'),
    permanent: t('permanent'),
  };
}
