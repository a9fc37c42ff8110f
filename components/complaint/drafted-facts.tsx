import { Fragment } from 'preact';
import type { Also } from '../../lib/panel/complaint';
import { t } from '../ui/texts';
import { showMoment } from '../ui/time';

const fields = ['contact', 'acknowledgedAt', 'dueAt', 'options'] as const;

/** What the conversation tells beside the form. It is saved with it, and can be corrected in the Desk. */
export function DraftedFacts({ also }: { also: Also }) {
  const known = fields.flatMap((field) => {
    const value = also[field];
    if (value === undefined) return [];
    return [{ field, told: typeof value === 'number' ? showMoment(value) : value }];
  });
  if (known.length === 0) return null;
  return (
    <section class="drafted" aria-label={t('alsoKept')}>
      <h3>{t('alsoKept')}</h3>
      <dl class="elements">
        {known.map(({ field, told }) => (
          <Fragment key={field}>
            <dt>{t(field)}</dt>
            <dd>{told}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
