import type { Complaint } from '../../lib/domain/complaint';
import { groups } from '../../lib/domain/complaint-groups';
import type { Field } from '../../lib/domain/complaint-groups';
import { t } from '../ui/texts';
import { RecordField } from './record-field';
import type { RecordFieldProps } from './record-field';

type RecordFormProps = Pick<RecordFieldProps, 'categories' | 'lists' | 'hidden' | 'onChange'> & {
  complaint: Complaint;
  wanted: readonly string[];
};

/** All fields of a record in their groups. */
export function RecordForm({ complaint, wanted, ...shared }: RecordFormProps) {
  return (
    <div class="record-groups">
      {groups.map(({ id, fields }) => (
        <fieldset key={id}>
          <legend>{t(`group_${id}`)}</legend>
          {fields.map((field: Field) => (
            <RecordField
              key={field}
              field={field}
              fields={complaint}
              isWanted={wanted.includes(field)}
              {...shared}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}
