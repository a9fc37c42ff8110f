import { useSignalEffect } from '@preact/signals';
import { contactIn } from '../../lib/domain/contact';
import type { Panel } from '../../lib/panel/panel';
import { HoldForm } from './hold-form';

export type AskHoldProps = { panel: Panel; onClose: () => void };

/** The form for a hold, with what this conversation knows already. */
export function AskHold({ panel, onClose }: AskHoldProps) {
  const { guide, timers, notices, session } = panel;
  // Only now: until the card for their answer stands here, Enter says yes to this form.
  useSignalEffect(() => {
    if (timers.holds.value.some(({ here }) => here)) onClose();
  });
  const store = async (stored: Promise<boolean>) => {
    if (!(await stored)) notices.show({ about: 'hold-not-stored' });
  };
  return (
    <HoldForm
      contact={contactIn(session.reading.peek()?.messages ?? [])}
      askFor={(words) => guide.phraseFor('hold.ask', words)}
      onAsk={(ask, words, plan) => {
        void panel.use(ask, words);
        void store(timers.ask(plan));
      }}
      onStart={(plan) => void store(timers.start(plan))}
      onCancel={onClose}
    />
  );
}
