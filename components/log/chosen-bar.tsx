import { useSignal } from '@preact/signals';
import {
  acceptances,
  impacts,
  outcomes,
  remedies,
  severities,
} from '../../lib/domain/complaint-choices';
import type { ComplaintFields } from '../../lib/domain/complaint';
import type { Chosen } from '../../lib/panel/chosen-records';
import { choiceText, fieldTitle } from '../record/field-texts';
import type { Categories } from '../record/record-field';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { t } from '../ui/texts';

/** What is changed in many records at once. */
const fields = [
  'department',
  'person',
  'category',
  'severity',
  'impact',
  'remedy',
  'outcome',
  'acceptance',
  'product',
  'lessons',
] as const satisfies readonly (keyof ComplaintFields)[];
type BulkField = (typeof fields)[number];

const choices: Partial<Record<BulkField, readonly string[]>> = {
  severity: severities,
  impact: impacts,
  remedy: remedies,
  outcome: outcomes,
  acceptance: acceptances,
};

type ChosenBarProps = { chosen: Chosen; categories: Categories };

/** Stands above the table while records are chosen. */
export function ChosenBar({ chosen, categories }: ChosenBarProps) {
  const field = useSignal<BulkField>('department');
  const value = useSignal('');
  const count = chosen.numbers.value.size;
  if (count === 0) return null;
  const doing = chosen.doing.value;
  const options =
    field.value === 'category'
      ? categories.map(({ id, title }) => ({ value: id, title }))
      : choices[field.value]?.map((each) => ({
          value: each,
          title: choiceText(choices[field.value] ?? [], each),
        }));
  return (
    <form
      class="card chosen-bar"
      aria-label={t('tableChosen', count)}
      onSubmit={(event) => {
        event.preventDefault();
        void chosen.edit({ [field.value]: value.value || undefined });
      }}
    >
      <p class="number">
        {doing === undefined ? t('tableChosen', count) : t('tableDoing', doing, count)}
      </p>
      <Choice
        label={t('tableSet')}
        value={field.value}
        options={fields.map((each) => ({ value: each, title: fieldTitle(each) }))}
        onChoose={(next) => {
          field.value = next;
          value.value = '';
        }}
      />
      {options ? (
        <Choice
          label={t('tableSetTo')}
          value={value.value}
          options={[{ value: '', title: t('choiceNone') }, ...options]}
          onChoose={(next) => (value.value = next)}
        />
      ) : (
        <Field
          label={t('tableSetTo')}
          value={value.value}
          onInput={(next) => (value.value = next)}
        />
      )}
      <div class="actions">
        <Button type="submit" kind="main" disabled={doing !== undefined}>
          {t('tableApply')}
        </Button>
        <Button kind="quiet" hotkey="Esc" onClick={chosen.clear}>
          {t('tableUnchoose')}
        </Button>
      </div>
    </form>
  );
}
