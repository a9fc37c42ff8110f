import type { Panel } from '../../lib/panel/panel';
import { useLate } from '../ui/late';
import type { AskHoldProps } from './ask-hold';

const loadNow = async () => (await import('./now-cards')).NowCards;
const loadLater = async () => (await import('./later-cards')).LaterCards;
const loadForm = async () => (await import('./ask-hold')).AskHold;
const loadDue = async () => (await import('./due-view')).DueView;

/** What wants something of the agent now. */
export function LateNowCards({ panel }: { panel: Panel }) {
  const Loaded = useLate(loadNow);
  return Loaded ? <Loaded panel={panel} /> : null;
}

/** What was promised here and has time. */
export function LateLaterCards({ panel }: { panel: Panel }) {
  const Loaded = useLate(loadLater);
  const promises = panel.promises.value;
  return Loaded && promises ? <Loaded promises={promises} /> : null;
}

/** The question for a hold. */
export function LateAskHold(props: AskHoldProps) {
  const Loaded = useLate(loadForm);
  return Loaded ? <Loaded {...props} /> : null;
}

/** What is due in all conversations. */
export function LateDue({ panel, onBack }: { panel: Panel; onBack: () => void }) {
  const Loaded = useLate(loadDue);
  const promises = panel.promises.value;
  return Loaded && promises ? <Loaded promises={promises} onBack={onBack} /> : null;
}
