import type { ComplaintForm as Form } from '../../lib/domain/complaint';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { t } from '../ui/texts';

type ComplaintFormProps = {
  form: Form;
  categories: readonly { id: string; title: string }[];
  onEdit: (change: Partial<Form>) => void;
  onSave: () => void;
};

export function ComplaintForm({ form, categories, onEdit, onSave }: ComplaintFormProps) {
  return (
    <form
      class="complaint-form"
      aria-label={t('complaint')}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Field
        label={t('who')}
        hint={t('whoHint')}
        value={form.who}
        onInput={(who) => onEdit({ who })}
      />
      <Field
        label={t('what')}
        hint={t('whatHint')}
        lines={3}
        value={form.what}
        onInput={(what) => onEdit({ what })}
      />
      <Field
        label={t('feels')}
        hint={t('feelsHint')}
        value={form.feeling}
        onInput={(feeling) => onEdit({ feeling })}
      />
      <Field
        label={t('wants')}
        hint={t('wantsHint')}
        lines={2}
        value={form.request}
        onInput={(request) => onEdit({ request })}
      />
      <Choice
        label={t('category')}
        value={form.category ?? ''}
        options={[
          { value: '', title: t('categoryNone') },
          ...categories.map(({ id, title }) => ({ value: id, title })),
        ]}
        onChoose={(category) => onEdit({ category })}
      />
      <Field
        label={t('immediate')}
        value={form.immediate ?? ''}
        onInput={(immediate) => onEdit({ immediate })}
      />
      <Field
        label={t('permanent')}
        value={form.permanent ?? ''}
        onInput={(permanent) => onEdit({ permanent })}
      />
      <div class="actions">
        <Button kind="main" type="submit" hotkey="Ctrl ↵">
          {t('saveComplaint')}
        </Button>
      </div>
    </form>
  );
}
