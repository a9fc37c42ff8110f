import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { NewPromise } from '../../lib/panel/promises';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { MomentField } from '../ui/moment-field';
import { t } from '../ui/texts';

type PromiseFormProps = {
  plan: NewPromise;
  now: () => number;
  onSave: (plan: NewPromise) => void;
  onCancel: () => void;
};

/** What is promised, and by when (P1). */
export function PromiseForm({ plan, now, onSave, onCancel }: PromiseFormProps) {
  const kind = useSignal(plan.kind);
  const what = useSignal(plan.what);
  const due = useSignal(plan.due);
  const isPast = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      ref={form}
      class="card"
      aria-label={t('promiseTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        isPast.value = due.value <= now();
        if (!isPast.value) onSave({ kind: kind.value, what: what.value.trim(), due: due.value });
      }}
    >
      <h2>{t('promiseTitle')}</h2>
      <Field
        label={t('promiseWords')}
        value={what.value}
        maxLength={160}
        onInput={(written) => (what.value = written)}
      />
      <MomentField label={t('promiseDue')} at={due.value} onChange={(at) => (due.value = at)} />
      <Choice
        label={t('promiseKind')}
        value={kind.value}
        options={[
          { value: 'promise', title: t('promiseKind_promise') },
          { value: 'call-back', title: t('promiseKind_call_back') },
          { value: 'follow-up', title: t('promiseKind_follow_up') },
        ]}
        onChoose={(chosen) => (kind.value = chosen)}
      />
      {isPast.value && (
        <p class="due" role="alert">
          {t('promisePast')}
        </p>
      )}
      <div class="actions">
        <Button kind="main" type="submit" hotkey="↵">
          {t('promiseSave')}
        </Button>
        <Button kind="quiet" onClick={onCancel} hotkey="Esc">
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
