import type { ComponentChildren } from 'preact';

type BarRow = { key: string; title: ComponentChildren; count: number };

type BarsProps = {
  caption: string;
  /** What is counted. */
  unit: string;
  rows: readonly BarRow[];
  /** Of which the parts are shown; more than the rows make where some are left out. */
  total: number;
};

/** A chart that is a table: a row for each bar. */
export function Bars({ caption, unit, rows, total }: BarsProps) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <table class="bars">
      <caption>{caption}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title, count }) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            <td class="number">
              <span class="bar" style={{ width: `${(count / most) * 100}%` }} aria-hidden="true" />
              <span class="figure">
                {count.toLocaleString()} <small>{Math.round((count / total) * 100)} %</small>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
