import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { Suggestion } from '../../lib/domain/suggestion';
import type { Words } from '../../lib/panel/guide';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { t } from '../ui/texts';

const lengths = ['1', '2', '3', '5', '10'] as const;
export const minuteMs = 60_000;

type HoldFormProps = {
  /** The line that asks for consent, with the words of this form filled in. */
  askFor: (words: Words) => Suggestion | undefined;
  onAsk: (suggestion: Suggestion, words: Words) => void;
  onStart: (plan: { reason: string; announcedMs: number }) => void;
  onCancel: () => void;
};

/** Asks consent first, tells reason and length, then starts (H1, H5). */
export function HoldForm({ askFor, onAsk, onStart, onCancel }: HoldFormProps) {
  const reason = useSignal('');
  const minutes = useSignal<(typeof lengths)[number]>('2');
  // Once asked, the line is gone: what stands in the reply box is what was asked.
  const asked = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const askNow = (line: Suggestion) => {
    asked.value = true;
    onAsk(line, words);
    form.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
  };
  const words = { reason: reason.value, minutes: minutes.value };
  const ask = askFor(words);
  return (
    <form
      ref={form}
      class="card hold-form"
      aria-label={t('holdTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        onStart({ reason: reason.value.trim(), announcedMs: Number(minutes.value) * minuteMs });
      }}
    >
      <h2>{t('holdTitle')}</h2>
      <Field
        label={t('holdReason')}
        value={reason.value}
        maxLength={80}
        onInput={(written) => (reason.value = written)}
      />
      <Choice
        label={t('holdMinutes')}
        value={minutes.value}
        options={lengths.map((value) => ({ value, title: t('minutesShort', value) }))}
        onChoose={(value) => (minutes.value = value)}
      />
      {ask && !asked.value && <p class="line">{ask.text}</p>}
      <div class="actions">
        {ask && !asked.value && <Button onClick={() => askNow(ask)}>{t('holdAsk')}</Button>}
        <Button kind="main" type="submit" hotkey="↵">
          {t('holdStart')}
        </Button>
        <Button kind="quiet" onClick={onCancel} hotkey="Esc">
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
