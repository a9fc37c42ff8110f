import { useSignal } from '@preact/signals';
import { dueOf } from '../../lib/domain/promise';
import type { PromiseStore, ShownPromise } from '../../lib/panel/promises';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { MomentField } from '../ui/moment-field';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';
import { showClock, showDue } from '../ui/time';

const kinds: Record<ShownPromise['promised']['kind'], TextKey> = {
  promise: 'promiseKind_promise',
  'call-back': 'promiseKind_call_back',
  'follow-up': 'promiseKind_follow_up',
};

type PromiseCardProps = { shown: ShownPromise; hotkey: boolean; promises: PromiseStore };

/** An open promise of this conversation: kept, renewed before it lapses, or not kept and what was done (P3). */
export function PromiseCard({ shown: { promised, view }, hotkey, promises }: PromiseCardProps) {
  const writing = useSignal<'new-time' | 'done' | undefined>(undefined);
  const due = dueOf(promised);
  const isOver = view.state === 'overdue';
  const isFollowUp = promised.kind === 'follow-up';
  const close = () => (writing.value = undefined);
  return (
    <section class="card" aria-label={t(kinds[promised.kind])}>
      <p>
        <b class={`number ${view.state === 'ahead' ? '' : 'due'}`}>{showDue(view.leftMs)}</b>{' '}
        {promised.what || t(kinds[promised.kind])}
      </p>
      <small>
        {t('promiseBy', showClock(due, due - view.leftMs))}
        {promised.owner && ` · ${t('promiseOwner', promised.owner)}`}
      </small>
      {writing.value === undefined && (
        <div class="actions">
          <Button
            kind={view.state === 'ahead' ? 'plain' : 'main'}
            onClick={() => void promises.end(promised.id, 'kept')}
            {...(hotkey && { hotkey: 'K' })}
          >
            {t(isFollowUp ? 'followUpYes' : 'promiseKeep')}
          </Button>
          {isFollowUp && (
            <Button onClick={() => void promises.followOn(promised)}>{t('followUpNotYet')}</Button>
          )}
          {!isOver && (
            <Button onClick={() => (writing.value = 'new-time')}>{t('promiseRenew')}</Button>
          )}
          <Button kind="quiet" onClick={() => (writing.value = 'done')}>
            {t('promiseBreak')}
          </Button>
          <Button kind="quiet" onClick={() => void promises.end(promised.id, 'dropped')}>
            {t('promiseDrop')}
          </Button>
        </div>
      )}
      {writing.value === 'new-time' && (
        <NewTime
          from={due}
          onSave={(at) => void promises.renew(promised, at).then(close)}
          onCancel={close}
        />
      )}
      {writing.value === 'done' && (
        <WhatWasDone
          onSave={(done) => void promises.end(promised.id, 'broken', done)}
          onCancel={close}
        />
      )}
    </section>
  );
}

const halfHour = 30 * 60_000;

type NewTimeProps = { from: number; onSave: (at: number) => void; onCancel: () => void };

function NewTime({ from, onSave, onCancel }: NewTimeProps) {
  const at = useSignal(from + halfHour);
  return (
    <form
      class="inner"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(at.value);
      }}
    >
      <MomentField label={t('promiseDue')} at={at.value} onChange={(next) => (at.value = next)} />
      <Ways save={t('promiseTell')} onCancel={onCancel} />
    </form>
  );
}

type WhatWasDoneProps = { onSave: (done: string) => void; onCancel: () => void };

function WhatWasDone({ onSave, onCancel }: WhatWasDoneProps) {
  const done = useSignal('');
  return (
    <form
      class="inner"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(done.value.trim());
      }}
    >
      <Field
        label={t('promiseDone')}
        value={done.value}
        maxLength={400}
        onInput={(written) => (done.value = written)}
      />
      <Ways save={t('promiseSave')} onCancel={onCancel} />
    </form>
  );
}

function Ways({ save, onCancel }: { save: string; onCancel: () => void }) {
  return (
    <div class="actions">
      <Button kind="main" type="submit" hotkey="↵">
        {save}
      </Button>
      <Button kind="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
