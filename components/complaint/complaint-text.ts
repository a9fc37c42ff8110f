// One complaint as plain text, for wherever the agent wants to paste it.
import type { ComplaintForm } from '../../lib/domain/complaint';
import { t } from '../ui/texts';

/** The four elements, a line each. */
export function complaintAsText({ who, what, feeling, request }: ComplaintForm): string {
  return [
    `${t('who')}: ${who}`,
    `${t('what')}: ${what}`,
    `${t('feels')}: ${feeling}`,
    `${t('wants')}: ${request}`,
  ].join('\n');
}
