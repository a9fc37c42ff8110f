import type { Bar, ReviewChart } from '../../lib/domain/review';
import { cellText, columnTitle } from '../log/cell-text';
import type { Categories } from '../record/record-field';
import { t } from '../ui/texts';

type BarTableProps = {
  chart: ReviewChart;
  bars: readonly Bar[];
  categories: Categories;
  addressOf: (word: string) => string;
};

/** More bars than this say less. */
const mostShown = 12;

/** A chart that is a table: a row for each bar, which leads to its records. */
export function BarTable({ chart, bars, categories, addressOf }: BarTableProps) {
  const shown = bars.slice(0, mostShown);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  return (
    <div class="card">
      <table class="bars">
        <caption>{columnTitle(chart)}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{columnTitle(chart)}</th>
            <th scope="col">{t('reviewCount')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ word, count }) => (
            <tr key={word}>
              <th scope="row">
                <a href={addressOf(word)}>
                  {word === '' ? t('tableNoWord') : cellText(chart, word, categories)}
                </a>
              </th>
              <td class="number">
                <span
                  class="bar"
                  style={{ width: `${(count / most) * 100}%` }}
                  aria-hidden="true"
                />
                <span class="figure">
                  {count.toLocaleString()} <small>{Math.round((count / total) * 100)} %</small>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {bars.length > mostShown && <small>{t('reviewMore', bars.length - mostShown)}</small>}
    </div>
  );
}
