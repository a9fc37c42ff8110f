import type { Panel } from '../../lib/panel/panel';
import { useLate } from '../ui/late';
import type { AskHoldProps } from './ask-hold';

const loadCards = async () => (await import('./time-cards')).TimeCards;
const loadForm = async () => (await import('./ask-hold')).AskHold;
const loadDue = async () => (await import('./due-view')).DueView;

/** What runs and what was promised in this conversation. */
export function LateTimeCards({ panel }: { panel: Panel }) {
  const Loaded = useLate(loadCards);
  return Loaded ? <Loaded panel={panel} /> : null;
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
