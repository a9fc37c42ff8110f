import type { Signal } from '@preact/signals';
import type { StepId } from '../../lib/domain/step';
import type { Suggestion } from '../../lib/domain/suggestion';
import type { Words } from '../../lib/panel/guide';
import type { Panel } from '../../lib/panel/panel';
import { ComplaintSummary } from '../complaint/complaint-summary';
import { LastMessage } from '../guide/last-message';
import { Rail } from '../guide/rail';
import { StepCard } from '../guide/step-card';
import { Suggestions } from '../phrases/suggestions';
import { LateAskHold, LateLaterCards, LateNowCards } from '../timers/late-times';
import { late } from '../ui/late';

const LateDraftHint = late(async () => (await import('../draft/draft-hint')).DraftHint);
const LateRefusal = late(async () => (await import('../refusal/refusal-view')).RefusalView);
const LateRoundLinks = late(async () => (await import('../guide/rounds')).RoundLinks);
const LateRoundNotes = late(async () => (await import('../guide/rounds')).RoundNotes);
const LateHelp = late(async () => (await import('../help/step-help')).StepHelp);

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
      {state.path === 'complaint' && <ComplaintSummary form={complaint.form.value} />}
      {!refusing && panel.rounds.value && <LateRoundLinks rounds={panel.rounds.value} />}
    </>
  );
}

/** The step's card, what to say there, and what the draft says. */
function StepAtHand({ panel, asking, holdFormOpen, onUse }: GuideViewProps) {
  const { guide, packs } = panel;
  return (
    <>
      {panel.rounds.value && <LateRoundNotes rounds={panel.rounds.value} />}
      <StepCard
        guide={guide.state.value}
        step={guide.shown.value}
        onToggle={guide.toggle}
        onSkip={guide.toggleSkip}
      />
      {panel.help.value && !holdFormOpen.value && !guide.isSilent.value && (
        <LateHelp help={panel.help.value} step={guide.shown.value} onShow={guide.show} />
      )}
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
