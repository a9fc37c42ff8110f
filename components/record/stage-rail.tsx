import type { Complaint } from '../../lib/domain/complaint';
import type { State } from '../../lib/domain/complaint-choices';
import { states } from '../../lib/domain/complaint-choices';
import { mayReopen, missingFor, nextState, pathOf } from '../../lib/domain/complaint-life';
import type { Wanted } from '../../lib/domain/complaint-life';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { fieldTitle } from './field-texts';

type StageRailProps = {
  complaint: Complaint;
  onMove: (to: State) => void;
  onReopen: () => void;
  onField: (field: Wanted) => void;
};

/** Where it stands, what comes next, and what is needed for it. */
export function StageRail({ complaint, onMove, onReopen, onField }: StageRailProps) {
  const next = nextState(complaint);
  const missing = next ? missingFor(complaint, next) : [];
  const here = states.indexOf(complaint.state);
  return (
    <section class="stages" aria-label={t('recordStages')}>
      <ol>
        {pathOf(complaint).map((each) => (
          <li
            key={each}
            class={states.indexOf(each) < here ? 'passed' : undefined}
            aria-current={each === complaint.state ? 'step' : undefined}
          >
            {t(`state_${each}`)}
          </li>
        ))}
      </ol>
      <div class="actions">
        {next ? (
          <Button kind="main" onClick={() => onMove(next)} hotkey="G">
            {t('recordNext', t(`state_${next}`))}
          </Button>
        ) : (
          <p>{t('recordDone')}</p>
        )}
        {mayReopen(complaint) && (
          <Button onClick={onReopen} hotkey="O">
            {t('recordReopen')}
          </Button>
        )}
      </div>
      {missing.length > 0 && (
        <p class="missing">
          {t('recordMissing', '')}
          {missing.map((field) => (
            <button key={field} type="button" class="link" onClick={() => onField(field)}>
              {fieldTitle(field)}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}
