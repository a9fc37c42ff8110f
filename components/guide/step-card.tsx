import type { Guide } from '../../lib/domain/guide';
import { subStepsOf } from '../../lib/domain/step';
import type { StepId, SubStepId } from '../../lib/domain/step';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

type StepCardProps = {
  guide: Guide;
  step: StepId | 'close';
  onToggle: (subStep: SubStepId) => void;
  onSkip: (step: StepId) => void;
};

const subStepTexts: Record<SubStepId, TextKey> = {
  'listen.acknowledge': 'sub_listen_acknowledge',
  'apologise.regret': 'sub_apologise_regret',
  'restate.say-back': 'sub_restate_say_back',
  'restate.confirm': 'sub_restate_confirm',
  'probe.open': 'sub_probe_open',
  'probe.check': 'sub_probe_check',
  'propose.option': 'sub_propose_option',
  'propose.when': 'sub_propose_when',
  'propose.agreed': 'sub_propose_agreed',
};

/** The step at hand: one line of coaching and what it consists of. */
export function StepCard({ guide, step, onToggle, onSkip }: StepCardProps) {
  return (
    <section class="step" aria-label={t(`step_${step}`)}>
      <p class="coach">{t(`coach_${step}`)}</p>
      {step !== 'close' && (
        <div class="sub-steps">
          {subStepsOf(step).map((id) => (
            <SubStep key={id} id={id} guide={guide} onToggle={onToggle} />
          ))}
          {guide.steps[step] !== 'done' && (
            <button type="button" class="link" onClick={() => onSkip(step)}>
              {guide.steps[step] === 'skipped' ? t('unskipStep') : t('skipStep')}
            </button>
          )}
        </div>
      )}
      {guide.emotion && (
        <p class="feeling">
          {t('feelingBecause', t(`emotion_${guide.emotion.is}`), guide.emotion.words)}
        </p>
      )}
    </section>
  );
}

type SubStepProps = { id: SubStepId; guide: Guide; onToggle: (subStep: SubStepId) => void };

function SubStep({ id, guide, onToggle }: SubStepProps) {
  const state = guide.subSteps[id];
  const words = state.done && state.by === 'message' ? state.words : undefined;
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={state.done}
      class="sub-step"
      title={words === undefined ? undefined : t('tickedBecause', words)}
      onClick={() => onToggle(id)}
    >
      <i /> {t(subStepTexts[id])}
      {words !== undefined && <q>{words}</q>}
    </button>
  );
}
