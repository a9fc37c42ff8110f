import { Fragment } from 'preact';
import type { Complaint } from '../../lib/domain/complaint';
import { groups } from '../../lib/domain/complaint-groups';
import type { Field } from '../../lib/domain/complaint-groups';
import { maskComplaint } from '../../lib/domain/mask-complaint';
import { t } from '../ui/texts';
import { fieldTitle, valueText } from './field-texts';

const times = ['receivedAt', 'resolvedAt', 'closedAt', 'reopened'] as const;

/** The record on paper: what is known of it, and nothing to press. */
export function RecordSheet({
  complaint,
  hidden,
  titleOf,
}: {
  complaint: Complaint;
  hidden: boolean;
  titleOf: (category: string) => string;
}) {
  const told = hidden ? maskComplaint(complaint) : complaint;
  const valueOf = (field: Field | (typeof times)[number]) =>
    field === 'category' ? titleOf(told.category ?? '') : valueText(field, told[field]);
  const lines = (fields: readonly (Field | (typeof times)[number])[]) =>
    fields.flatMap((field) => {
      const value = valueOf(field);
      return value === '' || value === '0' ? [] : [{ field, value }];
    });
  return (
    <div class="sheet">
      <p>
        {t('channel')}: {told.channel || '–'} · {t('state')}: {valueText('state', told.state)}
      </p>
      {[{ id: 'times', fields: times }, ...groups].map(({ id, fields }) => {
        const known = lines(fields);
        if (known.length === 0) return null;
        return (
          <section key={id}>
            {id !== 'times' && <h3>{t(`group_${id}` as 'group_told')} </h3>}
            <dl>
              {known.map(({ field, value }) => (
                <Fragment key={field}>
                  <dt>{fieldTitle(field)}</dt>
                  <dd>{value}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
