import { useSignal } from '@preact/signals';
import type { ShownHold } from '../../lib/panel/timers';
import type { Panel } from '../../lib/panel/panel';
import type { PromiseStore } from '../../lib/panel/promises';
import { useHotkeys } from '../panel/hotkeys';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { showLength } from '../ui/time';
import { AskedCard } from './asked-card';
import { HoldCard } from './hold-card';
import { PromiseCard } from './promise-card';
import { PromiseForm } from './promise-form';
import { ProposalCard } from './proposal-card';

/** What runs, was asked and was promised here, and the holds of other conversations. */
export function TimeCards({ panel }: { panel: Panel }) {
  const { timers, notices } = panel;
  const promises = panel.promises.value;
  const running = timers.holds.value.filter(({ hold }) => hold.startedAt !== undefined);
  const asked = timers.holds.value.find(({ hold, here }) => here && hold.startedAt === undefined);
  const here = running.find((shown) => shown.here);
  useHotkeys(here ? { b: () => void back(panel, here) } : {});
  const told = (stored: Promise<boolean>) =>
    stored.then((isStored) => {
      if (!isStored) notices.show({ about: 'time-not-stored' });
      return isStored;
    });
  const callBack = useSignal<string | undefined>(undefined);
  return (
    <>
      {running.map((shown) => (
        <HoldCard
          key={shown.hold.id}
          shown={shown}
          next={shown.here ? panel.nextCheckIn(shown.hold.id)?.text : undefined}
          onCheckIn={() => void panel.checkIn(shown.hold.id)}
          onBack={() => void back(panel, shown)}
        />
      ))}
      {asked && (
        <AskedCard
          key={asked.hold.id}
          hold={asked.hold}
          onYes={(contact) => void told(agree(panel, asked, contact))}
          onNo={() => void told(timers.answer(asked.hold.id, 'no'))}
          onCallBack={async (contact) => {
            if (!(await told(timers.answer(asked.hold.id, 'call-back')))) return;
            callBack.value = contact;
          }}
        />
      )}
      {promises && <PromiseCards promises={promises} callBack={callBack} />}
    </>
  );
}

async function agree({ timers }: Panel, { hold }: ShownHold, contact: string): Promise<boolean> {
  return (await timers.answer(hold.id, 'yes')) && timers.begin(hold.id, contact);
}

/** Thanks them, and says how it went (H6). */
async function back(panel: Panel, { hold, view }: ShownHold): Promise<void> {
  await panel.endHold(hold.id);
  if (panel.notices.current.value?.about !== 'inserted') return;
  const parts = [showLength(view.elapsedMs), String(hold.checkIns.length), String(view.missed)];
  panel.notices.show({ about: 'hold-over', text: parts.join('|') });
}

type PromiseCardsProps = {
  promises: PromiseStore;
  /** Set when a hold was declined for a call-back: how to reach them. */
  callBack: { value: string | undefined };
};

const hour = 3_600_000;

function PromiseCards({ promises, callBack }: PromiseCardsProps) {
  const isOpen = useSignal(false);
  const proposal = promises.proposal.value;
  const waiting = promises.waiting.value;
  const [first] = promises.here.value;
  const contact = callBack.value;
  const close = () => {
    isOpen.value = false;
    callBack.value = undefined;
  };
  // What is open for words has the keys; a proposal binds its own.
  const isWriting = isOpen.value || contact !== undefined;
  useHotkeys({
    ...(!proposal && !isWriting && { p: () => (isOpen.value = true) }),
    ...(first && { k: () => void promises.end(first.promised.id, 'kept') }),
    ...(isWriting && { Escape: close }),
  });
  return (
    <>
      {waiting && (
        <p class={`waiting number ${(waiting.leftMs ?? 0) < 0 ? 'due' : ''}`}>
          {waiting.leftMs === undefined
            ? t('waitingSince', showLength(waiting.waitedMs))
            : t(
                waiting.leftMs < 0 ? 'waitingFirstOver' : 'waitingFirst',
                showLength(waiting.leftMs),
              )}
        </p>
      )}
      {promises.here.value.map((shown, index) => (
        <PromiseCard
          key={shown.promised.id}
          shown={shown}
          hotkey={index === 0}
          promises={promises}
        />
      ))}
      {isWriting ? (
        <PromiseForm
          plan={{
            kind: contact === undefined ? 'promise' : 'call-back',
            what: contact === undefined ? '' : callBackWords(contact),
            due: promises.now() + hour,
          }}
          now={promises.now}
          onSave={async (plan) => {
            if (await promises.make(plan)) close();
          }}
          onCancel={close}
        />
      ) : proposal ? (
        <ProposalCard
          key={`${proposal.messageKey} ${proposal.nth}`}
          proposal={proposal}
          promises={promises}
        />
      ) : (
        <div class="actions">
          <Button kind="quiet" onClick={() => (isOpen.value = true)} hotkey="P">
            {t('promiseTitle')}
          </Button>
        </div>
      )}
    </>
  );
}

function callBackWords(contact: string): string {
  return contact === '' ? t('callBackWords') : t('callBackContact', contact);
}
