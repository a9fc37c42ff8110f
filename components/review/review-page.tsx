import type { MomentColumnId } from '../../lib/domain/log-column';
import { newestView, viewToQuery } from '../../lib/domain/log-view';
import type { Filter } from '../../lib/domain/log-view';
import { periodFilters, periods, reviewCharts } from '../../lib/domain/review';
import type { ReviewStore, Reviewed } from '../../lib/panel/review';
import type { Categories } from '../record/record-field';
import { Choice } from '../ui/choice';
import { t } from '../ui/texts';
import { useOpened } from '../ui/use-opened';
import { BarTable } from './bar-table';
import { TimesCards } from './times-cards';
import { VolumeChart } from './volume-chart';
import './review.css';

export type OpenedReview = { store: ReviewStore; categories: Categories; now: () => number };
export type OpenReview = (ended: AbortSignal) => Promise<OpenedReview>;

/** What came in, of what kind, and how it went; from each bar to its records. */
export function ReviewPage({ open }: { open: OpenReview }) {
  const opened = useOpened(open);
  const { reviewed } = opened.value?.store ?? {};
  if (!opened.value || !reviewed?.value) return null;
  return <ReviewBody {...opened.value} reviewed={reviewed.value} />;
}

function ReviewBody({ store, categories, now, reviewed }: OpenedReview & { reviewed: Reviewed }) {
  const { review, edges } = reviewed;
  const filters = periodFilters(store.period.value, now());
  const addressOf = (filter: Filter) => {
    const others = filters.filter(({ by }) => by !== filter.by);
    return `#log?${viewToQuery({ ...newestView, filters: [...others, filter] })}`;
  };
  const stepOf = (by: MomentColumnId, index: number) => {
    const [from, before] = [edges[index], edges[index + 1]];
    return addressOf({
      by,
      ...(from !== undefined && { from }),
      ...(before !== undefined && { before }),
    });
  };
  return (
    <section class="review" aria-label={t('deskReview')}>
      <Choice
        label={t('reviewPeriod')}
        value={store.period.value}
        options={periods.map((value) => ({ value, title: t(`review_${value}`) }))}
        onChoose={store.choose}
      />
      <div role="status">
        <p class="number">{t('reviewTotal', review.total.toLocaleString())}</p>
        {review.repeats.customers > 0 && (
          <p class="number">
            {t(
              'reviewRepeats',
              review.repeats.records.toLocaleString(),
              review.repeats.customers.toLocaleString(),
            )}
          </p>
        )}
      </div>
      {review.total === 0 ? (
        <p class="empty">{t('reviewEmpty')}</p>
      ) : (
        <>
          <VolumeChart reviewed={reviewed} period={store.period.value} stepOf={stepOf} />
          <div class="review-charts">
            {reviewCharts.map((chart) => (
              <BarTable
                key={chart}
                chart={chart}
                bars={review.charts[chart]}
                categories={categories}
                addressOf={(word) => addressOf({ by: chart, words: [word] })}
              />
            ))}
          </div>
        </>
      )}
      {store.times.value && <TimesCards times={store.times.value} />}
    </section>
  );
}
