import { subStepsNow } from '../../lib/domain/guide-state';
import type { Guide, Round } from '../../lib/domain/guide-state';
import { stepsOfPath } from '../../lib/domain/step';
import type { RoundStore } from '../../lib/panel/rounds';
import { useHotkeys } from '../panel/hotkeys';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import { subStepTexts } from './sub-step-texts';
import './rounds.css';

/** What sends the agent back a step, with the words that did. Nothing where all goes forward. */
export function RoundNotes({ rounds }: { rounds: RoundStore }) {
  const { news, refused, earlier, ...round } = rounds.guide.state.value;
  return (
    <>
      {/* Stands before there is anything to say: screen readers hear of it when there is. */}
      <div role="status">
        {news && (
          <p class="round-note">
            {t(news.is === 'added' ? 'newsAdded' : 'newsCorrected', news.words)}{' '}
            <button type="button" class="link" onClick={rounds.dismissNews}>
              {t('newsNone')}
            </button>
          </p>
        )}
        {refused && <p class="round-note">{t('refusedBecause', refused.words)}</p>}
        {round.words !== undefined && (
          <p class="round-note">
            {t('roundNow', earlier.length + 1)} · <q>{round.words}</q>{' '}
            <button
              type="button"
              class="link"
              onClick={() => rounds.join(rounds.guide.state.value)}
            >
              {t('roundJoin')}
            </button>
          </p>
        )}
      </div>
      {earlier.map((each, index) => (
        <EarlierRound key={each.id} round={each} number={index + 1} />
      ))}
    </>
  );
}

function EarlierRound({ round, number }: { round: Round; number: number }) {
  const { path, steps, subSteps, heaviest } = round;
  const about = heaviest ? t('feelingBecause', t(`emotion_${heaviest.is}`), heaviest.words) : '';
  return (
    <details class="round-earlier">
      <summary>{t('roundEarlier', number, about || t(pathTexts[path]))}</summary>
      <dl>
        {stepsOfPath[path].map((step) => (
          <div key={step}>
            <dt class={steps[step]}>{t(`step_${step}`)}</dt>
            <dd>
              {subStepsNow(round, step)
                .filter((id) => subSteps[id].done)
                .map((id) => t(subStepTexts[id]))
                .join(' · ') || '–'}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const pathTexts = { complaint: 'pathComplaint', enquiry: 'pathEnquiry' } as const;
const turnTexts = { complaint: 'pathIsEnquiry', enquiry: 'pathIsComplaint' } as const;

/** Complaint or question, one matter or two: what was heard, and a key to set it right. */
export function RoundLinks({ rounds }: { rounds: RoundStore }) {
  const guide = rounds.guide.state.value;
  useHotkeys({ q: rounds.turnPath, f: rounds.start });
  return (
    <p class="round-links">
      <small title={becauseOf(guide)}>{t(pathTexts[guide.path])}</small>
      <button type="button" class="link" aria-keyshortcuts="Q" onClick={rounds.turnPath}>
        {t(turnTexts[guide.path])} <Key name="Q" />
      </button>
      <button type="button" class="link" aria-keyshortcuts="F" onClick={rounds.start}>
        {t('roundStart')} <Key name="F" />
      </button>
    </p>
  );
}

function becauseOf({ pathBy }: Guide): string | undefined {
  return pathBy.by === 'message' ? t('tickedBecause', pathBy.words) : undefined;
}
