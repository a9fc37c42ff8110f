import { subStepsNow } from '../../lib/domain/guide-state';
import type { Guide } from '../../lib/domain/guide-state';
import type { StepId, SubStepId } from '../../lib/domain/step';
import { t } from '../ui/texts';
import { subStepTexts } from './sub-step-texts';

type StepCardProps = {
  guide: Guide;
  step: StepId;
  onToggle: (subStep: SubStepId) => void;
  onSkip: (step: StepId) => void;
};

/** The step at hand: one line of coaching and what it consists of. */
export function StepCard({ guide, step, onToggle, onSkip }: StepCardProps) {
  return (
    <section class="step" aria-label={t(`step_${step}`)}>
      <p class="coach">{t(`coach_${step}`)}</p>
      <div class="sub-steps">
        {subStepsNow(guide, step).map((id) => (
          <SubStep key={id} id={id} guide={guide} onToggle={onToggle} />
        ))}
        {step !== 'close' && guide.steps[step] !== 'done' && (
          <button type="button" class="link" onClick={() => onSkip(step)}>
            {guide.steps[step] === 'skipped' ? t('unskipStep') : t('skipStep')}
          </button>
        )}
      </div>
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
