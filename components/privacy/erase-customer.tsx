import { useSignal } from '@preact/signals';
import type { Person, PrivacyStore, Receipt, Traces } from '../../lib/panel/privacy';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { t } from '../ui/texts';
import { ErasureReceipt } from './erasure-receipt';

type EraseCustomerProps = { privacy: PrivacyStore; isBusy: boolean };

/** Find them, look at what would go, then erase; each step by itself, for it cannot be taken back. */
export function EraseCustomer({ privacy, isBusy }: EraseCustomerProps) {
  const query = useSignal('');
  const people = useSignal<readonly Person[] | undefined>(undefined);
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const traces = useSignal<Traces | undefined>(undefined);
  const receipt = useSignal<Receipt | undefined>(undefined);
  const begin = () => {
    people.value = undefined;
    chosen.value = new Set();
    traces.value = undefined;
    receipt.value = undefined;
  };
  const find = async () => {
    begin();
    people.value = await privacy.find(query.value);
  };
  const choose = (name: string) => {
    const next = new Set(chosen.value);
    if (!next.delete(name)) next.add(name);
    chosen.value = next;
    traces.value = undefined;
  };
  const look = async () => {
    traces.value = await privacy.trace([...chosen.value]);
  };
  const erase = async () => {
    const going = traces.value;
    const done = going && (await privacy.erase(going));
    if (!done) return;
    begin();
    query.value = '';
    receipt.value = done;
  };
  return (
    <section aria-label={t('eraseTitle')}>
      <h2>{t('eraseTitle')}</h2>
      <p class="hint">{t('eraseHint')}</p>
      <form
        class="find"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <Field
          label={t('eraseQuery')}
          value={query.value}
          maxLength={200}
          onInput={(value) => (query.value = value)}
        />
        <Button type="submit" disabled={isBusy || query.value.trim() === ''}>
          {t('eraseFind')}
        </Button>
      </form>
      <div role="status">{people.value?.length === 0 && <p>{t('eraseNobody')}</p>}</div>
      {people.value && people.value.length > 0 && (
        <>
          <ul>
            {people.value.map(({ name, complaints, conversations }) => (
              <li key={name}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={chosen.value.has(name)}
                    onChange={() => choose(name)}
                  />
                  {t('erasePerson', name, complaints, conversations)}
                </label>
              </li>
            ))}
          </ul>
          <div class="actions">
            <Button disabled={isBusy || chosen.value.size === 0} onClick={() => void look()}>
              {t('eraseLook')}
            </Button>
          </div>
        </>
      )}
      {traces.value && <Going traces={traces.value} isBusy={isBusy} onErase={() => void erase()} />}
      {receipt.value && <ErasureReceipt receipt={receipt.value} />}
    </section>
  );
}

type GoingProps = { traces: Traces; isBusy: boolean; onErase: () => void };

function Going({ traces, isBusy, onErase }: GoingProps) {
  const { numbers, conversationIds, mentions, tickets } = traces;
  return (
    <div class="card">
      <p>{t('eraseGoing', numbers.length, conversationIds.length, mentions.length)}</p>
      {numbers.length > 0 && <p>{t('eraseNumbers', numbers.join(', '))}</p>}
      {tickets.length > 0 && (
        <p>{t('eraseElsewhere', tickets.map(({ id, url }) => url || id).join(', '))}</p>
      )}
      <div class="actions">
        <Button kind="main" disabled={isBusy} onClick={onErase}>
          {t('eraseNow')}
        </Button>
      </div>
    </div>
  );
}
