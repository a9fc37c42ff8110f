import type { ComplaintForm } from '../../lib/domain/complaint';
import { t } from '../ui/texts';

/** The four elements at a glance, and what is still to be asked. */
export function ComplaintSummary({ form }: { form: ComplaintForm }) {
  return (
    <dl class="elements">
      <dt>{t('who')}</dt>
      <dd>{form.who || '–'}</dd>
      <dt>{t('what')}</dt>
      <dd>{form.what || '–'}</dd>
      <dt>{t('feels')}</dt>
      <dd>{form.feeling || '–'}</dd>
      <dt>{t('wants')}</dt>
      {form.request ? <dd>{form.request}</dd> : <dd class="due">{t('askWants')}</dd>}
    </dl>
  );
}
