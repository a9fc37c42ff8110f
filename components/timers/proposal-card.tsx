import { useSignal } from '@preact/signals';
import type { Proposal } from '../../lib/domain/proposal';
import type { PromiseStore } from '../../lib/panel/promises';
import { useHotkeys } from '../panel/hotkeys';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { MomentField } from '../ui/moment-field';
import { t } from '../ui/texts';

type ProposalCardProps = { proposal: Proposal; promises: PromiseStore };

/** A promise that was heard in what the agent sent: to be taken as it is, changed first, or left. */
export function ProposalCard({ proposal, promises }: ProposalCardProps) {
  const isFollowUp = proposal.kind === 'follow-up';
  const what = useSignal(isFollowUp ? t('followUpWords') : proposal.what);
  const due = useSignal(proposal.due);
  const take = () => void promises.take(proposal, what.value.trim(), due.value);
  const leave = () => void promises.leave(proposal);
  useHotkeys({ p: take, o: leave });
  const title = t(isFollowUp ? 'followUpProposed' : 'promiseProposed');
  return (
    <form
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
      <Field
        label={t('promiseWords')}
        value={what.value}
        maxLength={160}
        onInput={(written) => (what.value = written)}
      />
      <MomentField label={t('promiseDue')} at={due.value} onChange={(at) => (due.value = at)} />
      <div class="actions">
        <Button kind="main" type="submit" hotkey="P">
          {t('promiseTake')}
        </Button>
        <Button kind="quiet" onClick={leave} hotkey="O">
          {t('promiseLeave')}
        </Button>
      </div>
    </form>
  );
}
