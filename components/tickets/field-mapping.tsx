import { mapSources } from '../../lib/domain/field-mapping';
import type { MapRow, MapSource } from '../../lib/domain/field-mapping';
import { fieldTitle } from '../record/field-texts';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { t } from '../ui/texts';

type FieldMappingProps = {
  rows: readonly MapRow[];
  onChange: (rows: readonly MapRow[]) => void;
};

/** More fields of the ticket, each with what it gets. */
export function FieldMapping({ rows, onChange }: FieldMappingProps) {
  const put = (index: number, more: Partial<MapRow>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...more } : row)));
  return (
    <fieldset class="mapping">
      <legend>{t('ticketMapping')}</legend>
      <p class="hint">{t('ticketMappingHint')}</p>
      {rows.map((row, index) => (
        <div class="mapping-row" key={index}>
          <Field label={t('ticketMapTo')} value={row.to} onInput={(to) => put(index, { to })} />
          <Choice
            label={t('ticketMapFrom')}
            value={row.from}
            options={mapSources.map((value) => ({ value, title: titleOf(value) }))}
            onChoose={(from) => put(index, { from })}
          />
          {row.from === 'fixed' && (
            <Field
              label={t('ticketMapValue')}
              value={row.value}
              onInput={(value) => put(index, { value })}
            />
          )}
          <Button kind="quiet" onClick={() => onChange(rows.filter((_, at) => at !== index))}>
            {t('ticketMapRemove')}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...rows, { to: '', from: 'fixed', value: '' }])}>
        {t('ticketMapAdd')}
      </Button>
    </fieldset>
  );
}

// What only the log fills in has its name from the files.
const titleKeys: Partial<Record<MapSource, string>> = {
  number: 'column_number',
  receivedAt: 'column_receivedAt',
  channel: 'column_channel',
};

function titleOf(source: MapSource): string {
  return source === 'fixed' ? t('ticketMapFixed') : fieldTitle(titleKeys[source] ?? source);
}
