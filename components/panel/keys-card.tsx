import { useEffect, useRef } from 'preact/hooks';
import type { AssignedKeys } from '../../lib/domain/command';
import { Button } from '../ui/button';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const keys: readonly (readonly [string, TextKey])[] = [
  ['1 2 3', 'keyPhrases'],
  ['4 5 6', 'keyRewrites'],
  ['X', 'keyDismissHint'],
  ['Q', 'keyPath'],
  ['F', 'keyRound'],
  ['S', 'keySafetySay'],
  ['A', 'keySafetyRead'],
  ['Z', 'keyUndo'],
  ['← →', 'keySteps'],
  ['T', 'keyTake'],
  ['W', 'keyNote'],
  ['/', 'keySearch'],
  ['R', 'keyRefuse'],
  ['M', 'keyHandOver'],
  ['G', 'keyOthers'],
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

const commands: readonly (readonly [keyof AssignedKeys, TextKey])[] = [
  ['open', 'commandOpen'],
  ['insert-first', 'commandInsert'],
  ['start-hold', 'commandHold'],
];

type KeysCardProps = { assigned: AssignedKeys; onClose: () => void };

/** Every key of the panel, over the rest; those of the browser's as it really assigned them. */
export function KeysCard({ assigned, onClose }: KeysCardProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="keys" aria-label={t('keysTitle')} onClose={onClose}>
      <div class="row">
        <h2>{t('keysTitle')}</h2>
        <Button kind="quiet" onClick={() => dialog.current?.close()} hotkey="Esc">
          {t('dismiss')}
        </Button>
      </div>
      <dl>
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <Key name={key} />
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
        {commands.map(([command, text]) => (
          <div key={command} class="command">
            <dt>{assigned[command] ? <Key name={assigned[command]} /> : t('keyNone')}</dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      {commands.some(([command]) => assigned[command] === '') && (
        <p class="hint">{t('keyNoneHint')}</p>
      )}
    </dialog>
  );
}
