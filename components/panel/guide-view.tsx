import type { Signal } from '@preact/signals';
import type { StepId } from '../../lib/domain/step';
import type { Suggestion } from '../../lib/domain/suggest';
import type { Words } from '../../lib/panel/guide';
import type { Panel } from '../../lib/panel/panel';
import { ComplaintSummary } from '../complaint/complaint-summary';
import { LateDraftHint } from '../draft/late-draft-hint';
import { LastMessage } from '../guide/last-message';
import { Rail } from '../guide/rail';
import { StepCard } from '../guide/step-card';
import { Suggestions } from '../phrases/suggestions';
import { LateRefusal } from '../refusal/late-refusal';
import { LateAskHold, LateLaterCards, LateNowCards } from '../timers/late-times';

type GuideViewProps = {
  panel: Panel;
  asking: Signal<Suggestion | undefined>;
  holdFormOpen: Signal<boolean>;
  refusing: boolean;
  onUse: (suggestion: Suggestion, words?: Words) => Promise<void>;
  /** From a refusal to what the step needs. */
  onBack: () => void;
};

/** Where am I, what cannot wait, what now, what to say, what was promised, what we know: always in this order. */
export function GuideView(props: GuideViewProps) {
  const { panel, refusing, onBack } = props;
  const { session, guide, complaint } = panel;
  const state = guide.state.value;
  const shown = guide.shown.value;
  const show = (step: StepId) => {
    onBack();
    guide.show(step);
  };
  return (
    <>
      <Rail guide={state} shown={shown} onShow={show} />
      <LateNowCards panel={panel} />
      {refusing && panel.refusal.value ? (
        <LateRefusal refusal={panel.refusal.value} onInserted={onBack} onBack={onBack} />
      ) : (
        <StepAtHand {...props} />
      )}
      <LateLaterCards panel={panel} />
      <LastMessage message={session.lastFromCustomer.value} />
      <ComplaintSummary form={complaint.form.value} />
    </>
  );
}

/** The step's card, what to say there, and what the draft says. */
function StepAtHand({ panel, asking, holdFormOpen, onUse }: GuideViewProps) {
  const { guide, packs } = panel;
  return (
    <>
      <StepCard
        guide={guide.state.value}
        step={guide.shown.value}
        onToggle={guide.toggle}
        onSkip={guide.toggleSkip}
      />
      {holdFormOpen.value ? (
        <LateAskHold panel={panel} onClose={() => (holdFormOpen.value = false)} />
      ) : (
        <Suggestions
          quiet={packs.all.value.length === 0 || guide.isSilent.value}
          suggestions={guide.suggestions.value}
          slots={guide.slots.value}
          asking={asking.value}
          onUse={(suggestion, words) => void onUse(suggestion, words)}
          onCancel={() => (asking.value = undefined)}
        />
      )}
      {panel.draft.value && <LateDraftHint draft={panel.draft.value} />}
    </>
  );
}
