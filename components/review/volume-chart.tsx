import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { MomentColumnId } from '../../lib/domain/log-column';
import type { Period } from '../../lib/domain/review';
import type { Reviewed } from '../../lib/panel/review';
import { spokenLanguage, t } from '../ui/texts';

type VolumeChartProps = {
  reviewed: Reviewed;
  period: Period;
  /** The address of the records that were received or closed in a step. */
  stepOf: (by: MomentColumnId, index: number) => string;
};

/** What came in and what was closed, over time; the same as a table below it. */
export function VolumeChart({ reviewed, period, stepOf }: VolumeChartProps) {
  const { review, edges } = reviewed;
  const box = useRef<HTMLDivElement>(null);
  const titles = edges.slice(0, -1).map((edge) => stepTitle(edge, period));
  useEffect(() => {
    if (!box.current) return undefined;
    const { current: element } = box;
    const plot = drawVolume(element, reviewed, titles, (index) => {
      location.hash = stepOf('receivedAt', index);
    });
    const fit = () => plot.setSize({ width: element.clientWidth, height: chartHeight });
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => plot.redraw(false);
    scheme.addEventListener('change', redraw);
    return () => {
      observer.disconnect();
      scheme.removeEventListener('change', redraw);
      plot.destroy();
    };
  });
  return (
    <div class="card volume">
      <h2>{t('reviewVolume')}</h2>
      <p class="volume-legend" aria-hidden="true">
        <span class="received">{t('reviewReceived')}</span>
        <span class="closed">{t('reviewClosed')}</span>
      </p>
      <div ref={box} style={{ minHeight: `${chartHeight}px` }} aria-hidden="true" />
      <details>
        <summary>{t('reviewAsTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('reviewFrom')}</th>
              <th scope="col">{t('reviewReceived')}</th>
              <th scope="col">{t('reviewClosed')}</th>
            </tr>
          </thead>
          <tbody>
            {titles.map((title, index) => (
              <tr key={edges[index]}>
                <th scope="row">{title}</th>
                <td class="number">
                  <a href={stepOf('receivedAt', index)}>
                    {(review.received[index] ?? 0).toLocaleString()}
                  </a>
                </td>
                <td class="number">
                  <a href={stepOf('closedAt', index)}>
                    {(review.closed[index] ?? 0).toLocaleString()}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

const chartHeight = 200;

function drawVolume(
  element: HTMLElement,
  { review }: Reviewed,
  titles: readonly string[],
  onStep: (index: number) => void,
): uPlot {
  // Asked each time it is drawn: the colours change with the scheme.
  const colour = (name: string) => () => getComputedStyle(element).getPropertyValue(name);
  const axis = { stroke: colour('--ink-soft'), grid: { stroke: colour('--line'), width: 1 } };
  const places = titles.map((_, index) => index);
  const plot = new uPlot(
    {
      width: element.clientWidth,
      height: chartHeight,
      padding: [8, 36, 0, 0],
      scales: { x: { time: false }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
      legend: { show: false },
      cursor: { drag: { x: false, y: false } },
      axes: [
        { ...axis, values: (_, at) => at.map((place) => titles[place] ?? ''), space: 90 },
        { ...axis, values: (_, at) => at.map((count) => count.toLocaleString()), size: 56 },
      ],
      series: [
        {},
        { label: t('reviewReceived'), stroke: colour('--calm'), width: 2 },
        { label: t('reviewClosed'), stroke: colour('--due'), width: 2, dash: [6, 4] },
      ],
    },
    [places, [...review.received], [...review.closed]],
    element,
  );
  plot.over.addEventListener('click', () => {
    if (typeof plot.cursor.idx === 'number') onStep(plot.cursor.idx);
  });
  return plot;
}

function stepTitle(edge: number, period: Period): string {
  const style = period === 'month' ? ({ month: 'short', day: 'numeric' } as const) : months;
  return new Intl.DateTimeFormat(spokenLanguage(), style).format(edge);
}

const months = { year: 'numeric', month: 'short' } as const;
