import type { DueItem } from '../../lib/domain/due';
import type { DueList as Due, ShownDue } from '../../lib/panel/due-list';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';
import { showDue, showWait } from '../ui/time';

const kinds: Record<DueItem['kind'], TextKey> = {
  hold: 'hold',
  promise: 'promiseKind_promise',
  'call-back': 'promiseKind_call_back',
  'follow-up': 'promiseKind_follow_up',
};

export type DueListProps = {
  promises: Omit<Due, 'items'>;
  /** The item that the keys are for. */
  chosen?: string | undefined;
};

/** Everything that is due, and who waits for an answer. */
export function DueList({ promises, chosen }: DueListProps) {
  const items = promises.due.value;
  const waits = promises.waits.value;
  return (
    <>
      {items.length === 0 && <p class="hint">{t('dueEmpty')}</p>}
      <ul class="due-list">
        {items.map((shown) => (
          <Item
            key={shown.item.id}
            shown={shown}
            isChosen={shown.item.id === chosen}
            promises={promises}
          />
        ))}
      </ul>
      {waits.length > 0 && (
        <>
          <h3>{t('waitsTitle')}</h3>
          <ul class="due-list">
            {waits.map(({ conversationId, customer, waitedMs }) => (
              <li key={conversationId}>
                <div class="row">
                  <span>
                    {customer || t('thisCustomer')}{' '}
                    <small class="number">{t('waitedFor', showWait(waitedMs))}</small>
                  </span>
                  <Button kind="quiet" onClick={() => void promises.open(conversationId)}>
                    {t('dueOpen')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type ItemProps = { shown: ShownDue; isChosen: boolean; promises: DueListProps['promises'] };

function Item({ shown: { item, leftMs, here }, isChosen, promises }: ItemProps) {
  const name = item.customer || t('thisCustomer');
  return (
    <li aria-current={isChosen ? 'true' : undefined}>
      <p>
        <b class={`number ${leftMs <= 0 ? 'due' : ''}`}>{showDue(leftMs)}</b> {name}
        <small>
          {' · '}
          {t(kinds[item.kind])}
          {here && ` · ${t('dueHere')}`}
        </small>
      </p>
      {item.what && <p class="what">{item.what}</p>}
      <div class="actions">
        <Button onClick={() => void promises.open(item.conversationId)}>{t('dueOpen')}</Button>
        <Button onClick={() => void promises.done(item)}>
          {t(item.kind === 'hold' ? 'checkIn' : 'promiseKeep')}
        </Button>
        <Button kind="quiet" onClick={() => void promises.snooze(item)}>
          {t(item.kind === 'hold' ? 'dueLater' : 'dueLaterMinutes', 5)}
        </Button>
      </div>
    </li>
  );
}
