import type { Guide } from '../../lib/domain/guide';
import { stepIds } from '../../lib/domain/step';
import type { StepId } from '../../lib/domain/step';
import { t } from '../ui/texts';

type RailProps = {
  guide: Guide;
  shown: StepId | 'close';
  onShow: (step: StepId) => void;
};

const stateTexts = { done: 'stateDone', skipped: 'stateSkipped', open: 'stateOpen' } as const;

export function Rail({ guide, shown, onShow }: RailProps) {
  return (
    <nav aria-label={t('steps')}>
      <ol class="rail">
        {stepIds.map((step) => {
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
