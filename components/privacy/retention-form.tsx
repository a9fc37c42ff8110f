import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { states } from '../../lib/domain/complaint-choices';
import type { State } from '../../lib/domain/complaint-choices';
import { maskName } from '../../lib/domain/redact';
import { firstRetention, retentionSchema } from '../../lib/domain/retention';
import type { Clearing, Retention } from '../../lib/domain/retention';
import type { Past, PrivacyStore, Removed } from '../../lib/panel/privacy';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Locked } from '../ui/locked';
import { t } from '../ui/texts';
import { showMoment } from '../ui/time';

type RetentionFormProps = {
  privacy: PrivacyStore;
  isBusy: boolean;
  rule: Retention | null;
  isLocked: boolean;
  onRule: (rule: Retention | null) => void;
};

const listed = 10;

/** How long complaints are kept: off until somebody sets it, and nothing goes unseen. */
export function RetentionForm({ privacy, isBusy, rule, isLocked, onRule }: RetentionFormProps) {
  const past = useSignal<Past | undefined>(undefined);
  const removed = useSignal<Removed | undefined>(undefined);
  const set = (next: Retention | null) => {
    past.value = undefined;
    removed.value = undefined;
    onRule(next);
  };
  const look = async (by: Retention) => {
    removed.value = undefined;
    past.value = await privacy.look(by);
  };
  const remove = async (seen: Past, by: Retention) => {
    removed.value = await privacy.removePast(seen, by);
    past.value = undefined;
  };
  return (
    <section aria-label={t('retentionTitle')}>
      <h2>{t('retentionTitle')}</h2>
      <Locked is={isLocked}>
        <Choice
          label={t('retentionTitle')}
          value={rule ? 'on' : 'off'}
          options={[
            { value: 'off', title: t('retentionOff') },
            { value: 'on', title: t('retentionOn') },
          ]}
          onChoose={(choice) => set(choice === 'on' ? firstRetention : null)}
        />
        {rule && <RuleFields rule={rule} onRule={set} />}
        {rule && (
          <label class="check">
            <input
              type="checkbox"
              checked={rule.daily === true}
              onChange={(event) => set({ ...rule, daily: event.currentTarget.checked })}
            />
            {t('retentionDaily')}
          </label>
        )}
      </Locked>
      {rule && (
        <>
          <p class="hint">{t(rule.daily ? 'retentionDailyHint' : 'retentionHint')}</p>
          <div class="actions">
            <Button disabled={isBusy} onClick={() => void look(rule)}>
              {t('retentionLook')}
            </Button>
          </div>
        </>
      )}
      <div role="status">
        {removed.value && (
          <p>
            {t(
              'retentionRemoved',
              removed.value['complaints'] ?? 0,
              removed.value['conversations'] ?? 0,
            )}
          </p>
        )}
        {past.value && isNothing(past.value) && <p>{t('retentionNone')}</p>}
      </div>
      {rule && past.value && !isNothing(past.value) && (
        <PastList
          past={past.value}
          isBusy={isBusy}
          onRemove={() => past.value && void remove(past.value, rule)}
        />
      )}
      <Receipts cleared={privacy.cleared.value} />
    </section>
  );
}

function RuleFields({ rule, onRule }: { rule: Retention; onRule: (rule: Retention) => void }) {
  const id = useId();
  const put = (next: unknown) => {
    const parsed = retentionSchema.safeParse(next);
    if (parsed.success) onRule(parsed.data);
  };
  const turn = (state: State) =>
    put({
      ...rule,
      states: states.filter((each) => rule.states.includes(each) !== (each === state)),
    });
  return (
    <>
      <div class="field days">
        <label for={id}>{t('retentionDays')}</label>
        <input
          id={id}
          type="number"
          min={30}
          max={36_500}
          value={rule.days}
          onChange={(event) => put({ ...rule, days: event.currentTarget.valueAsNumber })}
        />
      </div>
      <fieldset class="states">
        <legend>{t('retentionStates')}</legend>
        {states.map((state) => (
          <label key={state} class="check">
            <input
              type="checkbox"
              checked={rule.states.includes(state)}
              onChange={() => turn(state)}
            />
            {t(`state_${state}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}

type PastListProps = { past: Past; isBusy: boolean; onRemove: () => void };

function PastList({ past, isBusy, onRemove }: PastListProps) {
  const more = past.complaintIds.length - Math.min(listed, past.shown.length);
  return (
    <div class="card">
      <p>{t('retentionPast', past.complaintIds.length, past.conversationIds.length)}</p>
      <ul>
        {past.shown.slice(0, listed).map(({ id, number, receivedAt, who, state }) => (
          <li key={id} class="number">
            {t('numberShort', number)} · {showMoment(receivedAt)} · {maskName(who)} ·{' '}
            {t(`state_${state}`)}
          </li>
        ))}
        {more > 0 && <li>{t('retentionMore', more)}</li>}
      </ul>
      <div class="actions">
        <Button kind="main" disabled={isBusy} onClick={onRemove}>
          {t('retentionRemove')}
        </Button>
      </div>
    </div>
  );
}

/** What went by the rule, and when: so many, and never who. */
function Receipts({ cleared }: { cleared: readonly Clearing[] }) {
  if (cleared.length === 0) return null;
  return (
    <>
      <p class="hint">{t('retentionReceipts')}</p>
      <ul class="number" aria-label={t('retentionReceipts')}>
        {cleared.map(({ n, at, removed, byHand }) => (
          <li key={n}>
            {t(
              byHand ? 'retentionByHand' : 'retentionByItself',
              showMoment(at),
              removed['complaints'] ?? 0,
              removed['conversations'] ?? 0,
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function isNothing({ complaintIds, conversationIds }: Past): boolean {
  return complaintIds.length === 0 && conversationIds.length === 0;
}
