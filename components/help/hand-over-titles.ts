// The headings of a note for a colleague, in the language of the interface.
import type { HandOverTitles } from '../../lib/domain/hand-over';
import { t } from '../ui/texts';

export function handOverTitles(): HandOverTitles {
  return {
    to: t('handOverTo'),
    customer: t('who'),
    contact: t('handOverContact'),
    channel: t('column_channel'),
    feeling: t('feels'),
    purpose: t('wants'),
    facts: t('what'),
    promised: t('handOverPromised'),
    tried: t('handOverTried'),
    next: t('handOverNext'),
    transfers: t('handOverBefore'),
    time: t('handOverTime'),
    author: t('handOverFrom'),
  };
}
