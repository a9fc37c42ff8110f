import type { Bar, ReviewChart } from '../../lib/domain/review';
import { cellText, columnTitle } from '../log/cell-text';
import type { Categories } from '../record/record-field';
import { t } from '../ui/texts';
import { Bars } from './bars';

type BarTableProps = {
  chart: ReviewChart;
  bars: readonly Bar[];
  categories: Categories;
  addressOf: (word: string) => string;
};

/** More bars than this say less. */
const mostShown = 12;

/** What records have in one field, each bar leading to its records. */
export function BarTable({ chart, bars, categories, addressOf }: BarTableProps) {
  const rows = bars.slice(0, mostShown).map(({ word, count }) => ({
    key: word,
    title: (
      <a href={addressOf(word)}>
        {word === '' ? t('tableNoWord') : cellText(chart, word, categories)}
      </a>
    ),
    count,
  }));
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  return (
    <div class="card">
      <Bars caption={columnTitle(chart)} unit={t('reviewCount')} rows={rows} total={total} />
      {bars.length > mostShown && <small>{t('reviewMore', bars.length - mostShown)}</small>}
    </div>
  );
}
