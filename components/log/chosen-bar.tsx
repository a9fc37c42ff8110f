import { useSignal } from '@preact/signals';
import {
  acceptances,
  impacts,
  outcomes,
  remedies,
  severities,
} from '../../lib/domain/complaint-choices';
import type { ComplaintFields } from '../../lib/domain/complaint';
import { states } from '../../lib/domain/complaint-choices';
import type { State } from '../../lib/domain/complaint-choices';
import type { Chosen } from '../../lib/panel/chosen-records';
import { choiceText, fieldTitle } from '../record/field-texts';
import type { Categories } from '../record/record-field';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { t } from '../ui/texts';
import { columnTitle } from './cell-text';
import { LeftList } from './left-list';

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
type BulkField = (typeof fields)[number] | 'state';

/** Nobody is moved back to the first. */
const laterStates = states.slice(1);

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
  const options = optionsOf(field.value, categories);
  return (
    <form
      class="card chosen-bar"
      aria-label={t('tableChosen', count)}
      onSubmit={(event) => {
        event.preventDefault();
        const to = laterStates.find((each) => each === value.value);
        if (field.value !== 'state') void chosen.edit({ [field.value]: value.value || undefined });
        else if (to) void chosen.move(to);
      }}
    >
      <p class="number">
        {doing === undefined ? t('tableChosen', count) : t('tableDoing', doing, count)}
      </p>
      <Choice
        label={t('tableSet')}
        value={field.value}
        options={[
          { value: 'state', title: columnTitle('state') },
          ...fields.map((each) => ({ value: each, title: fieldTitle(each) })),
        ]}
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
      <LeftList left={chosen.left.value} />
    </form>
  );
}

function optionsOf(field: BulkField, categories: Categories) {
  if (field === 'category') return categories.map(({ id, title }) => ({ value: id, title }));
  if (field === 'state')
    return laterStates.map((each: State) => ({ value: each, title: t(`state_${each}`) }));
  const of = choices[field];
  return of?.map((each) => ({ value: each, title: choiceText(of, each) }));
}
