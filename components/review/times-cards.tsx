import { holdFates, promiseFates } from '../../lib/domain/review-times';
import type { TimesReview } from '../../lib/domain/review-times';
import { showLength } from '../ui/time';
import { t } from '../ui/texts';
import { Bars } from './bars';

/** How promises were kept, and whether holds took longer than was told. */
export function TimesCards({ times }: { times: TimesReview }) {
  const { promises, holds, overrunMs } = times;
  const made = promiseFates.map((fate) => ({
    key: fate,
    title: t(`fate_${fate}`),
    count: promises[fate],
  }));
  const held = holdFates.map((fate) => ({
    key: fate,
    title: t(`held_${fate}`),
    count: holds[fate],
  }));
  return (
    <div class="review-charts">
      <Counted caption={t('reviewPromises')} rows={made} />
      <Counted
        caption={t('reviewHolds')}
        rows={held}
        note={overrunMs === undefined ? undefined : t('reviewOverrun', showLength(overrunMs))}
      />
    </div>
  );
}

type CountedProps = {
  caption: string;
  rows: readonly { key: string; title: string; count: number }[];
  note?: string | undefined;
};

/** Nothing where there was nothing to count. */
function Counted({ caption, rows, note }: CountedProps) {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <div class="card">
      <Bars caption={caption} unit={t('reviewTimes')} rows={rows} total={total} />
      {note !== undefined && <small class="number">{note}</small>}
    </div>
  );
}
