import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const keys: readonly (readonly [string, TextKey])[] = [
  ['1 2 3', 'keyPhrases'],
  ['4 5 6', 'keyRewrites'],
  ['X', 'keyDismissHint'],
  ['S', 'keySafetySay'],
  ['A', 'keySafetyRead'],
  ['Z', 'keyUndo'],
  ['← →', 'keySteps'],
  ['/', 'keySearch'],
  ['R', 'keyRefuse'],
  ['H', 'keyHold'],
  ['B', 'keyBack'],
  ['Y C', 'keyAnswer'],
  ['N', 'keyNoHold'],
  ['P', 'keyPromise'],
  ['O E', 'keyLeave'],
  ['K', 'keyKept'],
  ['D', 'keyDue'],
  ['L', 'keyLog'],
  ['Ctrl ↵', 'keySave'],
  ['Esc', 'keyEscape'],
  ['?', 'keyHelp'],
];

/** Every key of the panel, over the rest. */
export function KeysCard({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-label={t('keysTitle')} onClose={onClose}>
      <h2>{t('keysTitle')}</h2>
      <dl>
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <Key name={key} />
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => dialog.current?.close()} hotkey="Esc">
        {t('dismiss')}
      </Button>
    </dialog>
  );
}
