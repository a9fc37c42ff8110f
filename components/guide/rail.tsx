import type { Guide } from '../../lib/domain/guide-state';
import { stepsOfPath } from '../../lib/domain/step';
import type { StepId } from '../../lib/domain/step';
import { t } from '../ui/texts';

type RailProps = {
  guide: Guide;
  shown: StepId;
  onShow: (step: StepId) => void;
};

const stateTexts = { done: 'stateDone', skipped: 'stateSkipped', open: 'stateOpen' } as const;

// A complaint has its five steps (doctrine 1); its close comes by itself.
function stepsOn({ path }: Guide): readonly StepId[] {
  const steps = stepsOfPath[path];
  return path === 'complaint' ? steps.filter((step) => step !== 'close') : steps;
}

export function Rail({ guide, shown, onShow }: RailProps) {
  return (
    <nav aria-label={t('steps')}>
      <ol class="rail">
        {stepsOn(guide).map((step) => {
          const state = guide.steps[step];
          const name = t(`step_${step}`);
          return (
            <li key={step} class={`${state} ${step === guide.current ? 'current' : ''}`}>
              <button
                type="button"
                aria-label={`${name}, ${t(stateTexts[state])}`}
                aria-current={step === shown ? 'step' : undefined}
                onClick={() => onShow(step)}
              >
                <i />
                <span>{name}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
