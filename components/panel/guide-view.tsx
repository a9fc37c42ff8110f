import type { Signal } from '@preact/signals';
import type { Suggestion } from '../../lib/domain/suggest';
import type { Words } from '../../lib/panel/guide';
import type { Panel } from '../../lib/panel/panel';
import { ComplaintSummary } from '../complaint/complaint-summary';
import { LateDraftHint } from '../draft/late-draft-hint';
import { LastMessage } from '../guide/last-message';
import { Rail } from '../guide/rail';
import { StepCard } from '../guide/step-card';
import { Suggestions } from '../phrases/suggestions';
import { HoldCard } from '../timers/hold-card';
import { HoldForm } from '../timers/hold-form';

type GuideViewProps = {
  panel: Panel;
  asking: Signal<Suggestion | undefined>;
  holdFormOpen: Signal<boolean>;
  onUse: (suggestion: Suggestion, words?: Words) => Promise<void>;
};

/** Where am I, what now, what to say, what is running, what we know: always in this order. */
export function GuideView({ panel, asking, holdFormOpen, onUse }: GuideViewProps) {
  const { session, guide, timers, complaint, packs, notices } = panel;
  const state = guide.state.value;
  const shown = guide.shown.value;
  const startHold = async (plan: { reason: string; announcedMs: number }) => {
    if (await timers.start(plan)) holdFormOpen.value = false;
    else notices.show({ about: 'hold-not-stored' });
  };
  return (
    <>
      <Rail guide={state} shown={shown} onShow={guide.show} />
      <StepCard guide={state} step={shown} onToggle={guide.toggle} onSkip={guide.toggleSkip} />
      {holdFormOpen.value ? (
        <HoldForm
          askFor={(words) => guide.phraseFor('hold.ask', words)}
          onAsk={(ask, words) => void panel.use(ask, words)}
          onStart={(plan) => void startHold(plan)}
          onCancel={() => (holdFormOpen.value = false)}
        />
      ) : (
        <Suggestions
          loading={packs.all.value.length === 0}
          suggestions={guide.suggestions.value}
          slots={guide.slots.value}
          asking={asking.value}
          onUse={(suggestion, words) => void onUse(suggestion, words)}
          onCancel={() => (asking.value = undefined)}
        />
      )}
      {panel.draft.value && <LateDraftHint draft={panel.draft.value} />}
      {timers.holds.value.map((shownHold) => (
        <HoldCard
          key={shownHold.hold.id}
          shown={shownHold}
          onCheckIn={() => void panel.checkIn(shownHold.hold.id)}
          onBack={() => void panel.endHold(shownHold.hold.id)}
        />
      ))}
      <LastMessage message={session.lastFromCustomer.value} />
      <ComplaintSummary form={complaint.form.value} />
    </>
  );
}
