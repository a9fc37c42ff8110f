import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import type { HandOverStore } from '../../lib/panel/hand-over';
import { useHotkeys } from '../panel/hotkeys';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Key } from '../ui/key';
import { MaskChoice } from '../ui/mask-choice';
import { t } from '../ui/texts';
import './help.css';

type HandOverViewProps = { handOver: HandOverStore; onDone: () => void };

/** The note for a colleague (M1, M2, T4): made from the record, editable, to the clipboard or into the reply box. */
export function HandOverView({ handOver, onDone }: HandOverViewProps) {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const insert = async () => {
    if ((await handOver.insert()) === 'inserted') onDone();
  };
  const copy = async () => {
    await handOver.copy();
    onDone();
  };
  useHotkeys({ 'Ctrl+Enter': () => void copy() });
  const { own } = handOver.work.value;
  return (
    <form
      ref={form}
      class="hand-over"
      aria-label={t('handOverTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void insert();
      }}
    >
      <h2 class="row">
        {t('handOverTitle')} <Key name="M" />
      </h2>
      {handOver.transfers.value > 0 && <p>{t('handOverCount', handOver.transfers.value)}</p>}
      {own === undefined ? (
        <Parts handOver={handOver} />
      ) : (
        <button type="button" class="link" onClick={handOver.renew}>
          {t('handOverRenew')}
        </button>
      )}
      <Field
        label={t('handOverText')}
        lines={10}
        value={handOver.text.value}
        onInput={handOver.write}
      />
      <p class="hint">{t('handOverInternal')}</p>
      <div class="actions">
        <Button kind="main" onClick={() => void copy()} hotkey="Ctrl ↵">
          {t('handOverCopy')}
        </Button>
        <Button type="submit" hotkey="↵">
          {t('insert')}
        </Button>
        <Button kind="quiet" onClick={onDone} hotkey="Esc">
          {t('guideBack')}
        </Button>
      </div>
    </form>
  );
}

/** What is asked before the note is put into own words. */
function Parts({ handOver }: { handOver: HandOverStore }) {
  const { to, purpose, next, masked } = handOver.work.value;
  return (
    <>
      <Author handOver={handOver} />
      <Field
        label={t('handOverTo')}
        value={to}
        maxLength={80}
        onInput={(written) => handOver.edit({ to: written })}
      />
      <Field
        label={t('wants')}
        hint={t('wantsHint')}
        value={purpose}
        onInput={(written) => handOver.edit({ purpose: written })}
      />
      <Field
        label={t('handOverNext')}
        value={next}
        onInput={(written) => handOver.edit({ next: written })}
      />
      <MaskChoice masked={masked} onChange={(is) => handOver.edit({ masked: is })} />
    </>
  );
}

/** Asked once: with a name it is known, and the settings change it. */
function Author({ handOver }: { handOver: HandOverStore }) {
  const { agentName, teamName } = handOver.author.value;
  const asked = useSignal(agentName === '');
  if (!asked.value) return null;
  return (
    <>
      <Field
        label={t('settingAgent')}
        value={agentName}
        maxLength={80}
        onInput={(name) => handOver.sign({ agentName: name })}
      />
      <Field
        label={t('settingTeam')}
        value={teamName}
        maxLength={80}
        onInput={(name) => handOver.sign({ teamName: name })}
      />
    </>
  );
}
