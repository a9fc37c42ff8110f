import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Proposal } from '../../lib/domain/promise-proposal';
import type { PromiseStore } from '../../lib/panel/promises';
import { useHotkeys } from '../panel/hotkeys';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { MomentField } from '../ui/moment-field';
import { t } from '../ui/texts';
import { showClock } from '../ui/time';

type ProposalCardProps = { proposal: Proposal; promises: PromiseStore };

/** A promise that was heard in what the agent sent: to be taken as it is, changed first, or left. */
export function ProposalCard({ proposal, promises }: ProposalCardProps) {
  const isFollowUp = proposal.kind === 'follow-up';
  const what = useSignal(isFollowUp ? t('followUpWords') : proposal.what);
  const due = useSignal(proposal.due);
  const isChanging = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isChanging.value) form.current?.querySelector('input')?.focus();
  }, [isChanging.value]);
  const take = () => void promises.take(proposal, what.value.trim(), due.value);
  const leave = () => void promises.leave(proposal);
  useHotkeys({ p: take, o: leave, e: () => (isChanging.value = true) });
  const title = t(isFollowUp ? 'followUpProposed' : 'promiseProposed');
  return (
    <form
      ref={form}
      class="card"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <p role="status">
        <b>{title}</b>
      </p>
      {isChanging.value ? (
        <>
          <Field
            label={t('promiseWords')}
            value={what.value}
            maxLength={160}
            onInput={(written) => (what.value = written)}
          />
          <MomentField label={t('promiseDue')} at={due.value} onChange={(at) => (due.value = at)} />
        </>
      ) : (
        <p>
          {what.value} <small>{t('promiseBy', showClock(due.value, promises.now()))}</small>
        </p>
      )}
      <div class="actions">
        <Button kind="main" type="submit" hotkey={isChanging.value ? '↵' : 'P'}>
          {t('promiseTake')}
        </Button>
        {!isChanging.value && (
          <Button onClick={() => (isChanging.value = true)} hotkey="E">
            {t('promiseChange')}
          </Button>
        )}
        <Button kind="quiet" onClick={leave} hotkey="O">
          {t('promiseLeave')}
        </Button>
      </div>
    </form>
  );
}
