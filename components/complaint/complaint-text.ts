// One complaint as plain text, for wherever the agent wants to paste it.
import type { ComplaintForm } from '../../lib/domain/complaint';
import { t } from '../ui/texts';

/** The four elements and the solutions so far, a line each. */
export function complaintAsText(form: ComplaintForm): string {
  const { who, what, feeling, request, immediate, permanent } = form;
  return [
    `${t('who')}: ${who}`,
    `${t('what')}: ${what}`,
    `${t('feels')}: ${feeling}`,
    `${t('wants')}: ${request}`,
    ...(immediate ? [`${t('immediate')}: ${immediate}`] : []),
    ...(permanent ? [`${t('permanent')}: ${permanent}`] : []),
  ].join('\n');
}
