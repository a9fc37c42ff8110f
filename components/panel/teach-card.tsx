import { useEffect, useRef } from 'preact/hooks';
import type { Teach, Teaching } from '../../lib/panel/teach';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const asks: Record<Extract<Teaching, { is: 'picking' }>['point'], TextKey> = {
  customer: 'teachCustomer',
  agent: 'teachAgent',
  replyBox: 'teachBox',
};
const failures: Record<Extract<Teaching, { is: 'failed' }>['why'], TextKey> = {
  'same-message': 'teachSameMessage',
  'same-look': 'teachSameLook',
  disconnected: 'insert_disconnected',
};

/** One thing at a time to point at on the page, then the question whether it was understood. */
export function TeachCard({ teach }: { teach: Teach }) {
  const state = teach.state.value;
  const card = useRef<HTMLElement>(null);
  const isOpen = state.is !== 'idle';
  useEffect(() => {
    if (isOpen) card.current?.focus();
  }, [isOpen]);
  if (state.is === 'idle') return null;
  return (
    <section class="teach" ref={card} tabIndex={-1} aria-label={t('menuTeach')}>
      <div role="status">
        {state.is === 'picking' && state.all && <small>{t('teachStep', stepOf(state))}</small>}
        <p>{textOf(state)}</p>
        {state.is === 'picking' && <p class="hint">{t('teachHint')}</p>}
      </div>
      <div class="actions">
        {state.is === 'checking' && (
          <Button kind="main" onClick={() => void teach.keep()}>
            {t('teachRight')}
          </Button>
        )}
        {(state.is === 'checking' || state.is === 'failed') && (
          <Button onClick={() => void teach.cancel().then(teach.teachPage)}>
            {t('teachAgain')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => void teach.cancel()}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}

function stepOf({ point }: Extract<Teaching, { is: 'picking' }>): string {
  return String(Object.keys(asks).indexOf(point) + 1);
}

function textOf(state: Exclude<Teaching, { is: 'idle' }>): string {
  if (state.is === 'picking') return t(asks[state.point]);
  if (state.is === 'failed') return t(failures[state.why]);
  return t('teachCheck', String(state.messages), String(state.fromCustomer));
}
