import type { Panel } from '../../lib/panel/panel';
import { late } from '../ui/late';

const LaterCards = late(async () => (await import('./later-cards')).LaterCards);
const DueView = late(async () => (await import('./due-view')).DueView);

/** What wants something of the agent now. */
export const LateNowCards = late(async () => (await import('./now-cards')).NowCards);

/** The question for a hold. */
export const LateAskHold = late(async () => (await import('./ask-hold')).AskHold);

/** What was promised here and has time. */
export function LateLaterCards({ panel }: { panel: Panel }) {
  const promises = panel.promises.value;
  return promises ? <LaterCards promises={promises} /> : null;
}

/** What is due in all conversations. */
export function LateDue({ panel, onBack }: { panel: Panel; onBack: () => void }) {
  const promises = panel.promises.value;
  return promises ? <DueView promises={promises} onBack={onBack} /> : null;
}
