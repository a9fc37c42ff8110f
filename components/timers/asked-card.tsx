import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Hold } from '../../lib/domain/hold';
import { useHotkeys } from '../panel/hotkeys';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { t } from '../ui/texts';

type AskedCardProps = {
  hold: Hold;
  onYes: (contact: string) => void;
  onNo: () => void;
  onCallBack: (contact: string) => void;
};

/** The customer was asked to hold: their answer, and a way to reach them before it begins (H1, H2, H3). */
export function AskedCard({ hold, onYes, onNo, onCallBack }: AskedCardProps) {
  const contact = useSignal(hold.contact ?? '');
  const card = useRef<HTMLFormElement>(null);
  // At once: the form that asked goes, and the focus with it.
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (focused === document.body || focused?.closest('.hold-form'))
      card.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
  }, []);
  const reach = () => contact.value.trim();
  useHotkeys({ y: () => onYes(reach()), n: onNo, c: () => onCallBack(reach()) });
  return (
    <form
      ref={card}
      class="card"
      aria-label={t('holdAsked')}
      onSubmit={(event) => {
        event.preventDefault();
        onYes(reach());
      }}
    >
      <p>
        <b>{t('holdAsked')}</b>
        {hold.reason && ` · “${hold.reason}”`}
      </p>
      {!hold.contact && (
        <Field
          label={t('holdContact')}
          value={contact.value}
          maxLength={120}
          onInput={(written) => (contact.value = written)}
        />
      )}
      <div class="actions">
        <Button kind="main" type="submit" hotkey="Y">
          {t('holdYes')}
        </Button>
        <Button onClick={onNo} hotkey="N">
          {t('holdNo')}
        </Button>
        <Button onClick={() => onCallBack(reach())} hotkey="C">
          {t('holdCallBack')}
        </Button>
      </div>
    </form>
  );
}
