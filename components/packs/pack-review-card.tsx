import { useSignal } from '@preact/signals';
import { faultLine } from '../../lib/domain/pack-fault';
import type { PackFault } from '../../lib/domain/pack-fault';
import type { Change } from '../../lib/domain/pack-difference';
import { compareVersions } from '../../lib/domain/pack-summary';
import type { PackReview, ReviewState } from '../../lib/panel/pack-review';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { isAlarm, lookText } from './look-text';

/** What a pack on its way in is, what it changes, and the choice to take it. */
export function PackReviewCard({ review }: { review: PackReview }) {
  const state = review.state.value;
  return (
    <div class={state ? 'review card' : 'review'}>
      {/* Read out as it changes; a whole difference would be too much of that. */}
      <p role="status" class={state && toneOf(state)} dir="auto">
        {state && headline(state)}
      </p>
      {state && <Details state={state} />}
      {state && <Choices state={state} review={review} />}
    </div>
  );
}

function toneOf(state: ReviewState): string | undefined {
  if (state.is === 'failed') return isAlarm(state) ? 'alarm' : 'due';
  return state.is === 'refused' ? 'due' : 'headline';
}

/** What there is to say of it in a line. */
export function headline(state: ReviewState): string {
  const { name } = state;
  switch (state.is) {
    case 'reading':
      return t('packReading', name);
    case 'refused':
      return t('packRefused', name);
    case 'failed':
      return name === '' ? lookText(state) : `${name}: ${lookText(state)}`;
    case 'same':
      return t('packSame', name);
    case 'ready': {
      const { from, summary } = state;
      const { title, version } = summary;
      return from === undefined || from === version
        ? t('packReady', title, version)
        : t('packReadyFrom', title, version, from);
    }
  }
}

function Details({ state }: { state: ReviewState }) {
  if (state.is === 'reading')
    return <progress value={state.share} aria-label={t('packReading', state.name)} />;
  if (state.is === 'refused') return <Faults faults={state.faults} />;
  return state.is === 'ready' ? <Ready state={state} /> : null;
}

type Ready = Extract<ReviewState, { is: 'ready' }>;

function Ready({ state: { summary, from, difference, mild, signer, isPinned } }: { state: Ready }) {
  const isOlder = from !== undefined && compareVersions(summary.version, from) < 0;
  return (
    <>
      {signer !== undefined && (
        <small>{t(isPinned ? 'packSignedSame' : 'packSigned', signer)}</small>
      )}
      {isOlder && <p class="due">{t('packOlder')}</p>}
      <Difference changes={difference} />
      {mild.length > 0 && (
        <>
          <p>{t('packMild')}</p>
          <Faults faults={mild} />
        </>
      )}
    </>
  );
}

const shownAtOnce = 50;

function Difference({ changes }: { changes: readonly Change[] }) {
  const shown = useSignal(shownAtOnce);
  if (changes.length === 0) return <p>{t('packNoChange')}</p>;
  const count = (kind: Change['is']) => changes.filter(({ is }) => is === kind).length;
  const left = changes.length - shown.value;
  return (
    <>
      <p>
        {t('packAdded', count('added'))} · {t('packChanged', count('changed'))} ·{' '}
        {t('packGone', count('removed'))}
      </p>
      <ul class="difference">
        {changes.slice(0, shown.value).map((change) => (
          <li key={`${change.kind} ${change.is} ${change.id}`}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="link" onClick={() => (shown.value += 10 * shownAtOnce)}>
          {t('packMore', left)}
        </button>
      )}
    </>
  );
}

function ChangeLine({ change: { kind, is, id, before, after, also } }: { change: Change }) {
  const isReworded = is === 'changed' && before !== after;
  return (
    <>
      <small>
        {t(`packChange_${is}`)} · {t(`packKind_${kind}`)} · {id.slice(0, 100)}
      </small>
      {before !== undefined && (is === 'removed' || isReworded) && <del dir="auto">{before}</del>}
      {after !== undefined &&
        (is === 'changed' && !isReworded ? (
          <span dir="auto">{after}</span>
        ) : (
          <ins dir="auto">{after}</ins>
        ))}
      {also && <small>{t('packAlso', also.join(', '))}</small>}
    </>
  );
}

function Faults({ faults }: { faults: readonly PackFault[] }) {
  return (
    <ol class="faults">
      {faults.map((fault) => (
        <li key={`${fault.why} ${fault.path.join('.')}`} dir="auto">
          {faultLine(fault, t)}
        </li>
      ))}
    </ol>
  );
}

function Choices({ state, review }: { state: ReviewState; review: PackReview }) {
  if (state.is !== 'ready')
    return (
      <div class="actions">
        <Button onClick={review.leave}>{t('dismiss')}</Button>
      </div>
    );
  return (
    <div class="actions">
      <Button kind="main" onClick={() => void review.take()}>
        {t('packTake')}
      </Button>
      <Button onClick={review.leave}>{t('packLeave')}</Button>
      {state.isOffer && (
        <Button kind="quiet" onClick={() => void review.decline()}>
          {t('packDecline')}
        </Button>
      )}
    </div>
  );
}
