import type { Panel } from '../../lib/panel/panel';
import type { PromiseStore } from '../../lib/panel/promises';
import type { ShownHold } from '../../lib/panel/timers';
import { useHotkeys } from '../panel/hotkeys';
import { t } from '../ui/texts';
import { showLength } from '../ui/time';
import { AskedCard } from './asked-card';
import { HoldCard } from './hold-card';
import { PromiseCard } from './promise-card';
import { PromiseForm } from './promise-form';
import { ProposalCard } from './proposal-card';

/** What wants something of the agent now: holds, promises that are nearly due, and what is proposed. */
export function NowCards({ panel }: { panel: Panel }) {
  const { timers, notices } = panel;
  const promises = panel.promises.value;
  const running = timers.holds.value.filter(({ hold }) => hold.startedAt !== undefined);
  const asked = timers.holds.value.find(({ hold, here }) => here && hold.startedAt === undefined);
  const own = running.find(({ here }) => here);
  useHotkeys(own ? { b: () => void back(panel, own) } : {});
  const told = (stored: Promise<boolean>) =>
    stored.then((isStored) => {
      if (!isStored) notices.show({ about: 'time-not-stored' });
      return isStored;
    });
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
          onCallBack={(contact) =>
            void told(timers.answer(asked.hold.id, 'call-back')).then(
              (isStored) => isStored && promises?.write('call-back', callBackWords(contact)),
            )
          }
        />
      )}
      {promises && <PromisesNow promises={promises} />}
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

function PromisesNow({ promises }: { promises: PromiseStore }) {
  const { written } = promises;
  const proposal = promises.proposal.value;
  const [first] = promises.here.value;
  const close = () => (written.value = undefined);
  useHotkeys({
    // A proposal binds its own P.
    ...(!proposal && !written.value && { p: () => promises.write('promise', '') }),
    ...(first && { k: () => void promises.end(first.promised.id, 'kept') }),
    ...(written.value && { Escape: close }),
  });
  return (
    <>
      {promises.here.value
        .filter(({ view }) => view.state !== 'ahead')
        .map((shown) => (
          <PromiseCard
            key={shown.promised.id}
            shown={shown}
            hotkey={shown === first}
            promises={promises}
          />
        ))}
      {written.value && (
        <PromiseForm
          plan={written.value}
          now={promises.now}
          onSave={async (plan) => {
            if (await promises.make(plan)) close();
          }}
          onCancel={close}
        />
      )}
      {proposal && !written.value && (
        <ProposalCard
          key={`${proposal.messageKey} ${proposal.nth}`}
          proposal={proposal}
          promises={promises}
        />
      )}
    </>
  );
}

function callBackWords(contact: string): string {
  return contact === '' ? t('callBackWords') : t('callBackContact', contact);
}
