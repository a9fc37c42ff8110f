// What a review of the log looks at: how much came in when, and of what kind it was.
import type { WordColumnId } from './log-column';
import type { Filter } from './log-view';

/** A bar chart each, of which every bar leads to its records. */
export const reviewCharts = [
  'category',
  'cause',
  'department',
  'severity',
  'answeredIn',
  'resolvedIn',
  'promise',
  'outcome',
  'satisfaction',
] as const satisfies readonly WordColumnId[];
export type ReviewChart = (typeof reviewCharts)[number];

export const periods = ['month', 'year', 'all'] as const;
export type Period = (typeof periods)[number];

/** An empty word stands for records without one. */
export type Bar = { word: string; count: number };
export type Review = {
  total: number;
  charts: Readonly<Record<ReviewChart, readonly Bar[]>>;
  /** Between each of the edges and the next. */
  received: readonly number[];
  closed: readonly number[];
  /** Records of customers with more than one, and how many customers these are. */
  repeats: { records: number; customers: number };
};

/** The filter of a period; none for all there is. */
export function periodFilters(period: Period, now: number): Filter[] {
  return period === 'all' ? [] : [{ by: 'receivedAt', from: beginOf(period, now) }];
}

/** When a period begins by the calendar of this place, epoch ms. */
export function beginOf(period: Period, now: number): number {
  if (period === 'all') return 0;
  const day = new Date(now);
  const begin =
    period === 'month'
      ? new Date(day.getFullYear(), day.getMonth(), day.getDate() - 29)
      : new Date(day.getFullYear(), day.getMonth() - 11, 1);
  return begin.getTime();
}

/** More months than this are shown as years. */
const mostMonths = 60;
const month = 30 * 86_400_000;

/** The days, months or years from one moment to another by the calendar of this place, with the end of the last. */
export function edgesOf(period: Period, from: number, to: number): number[] {
  const first = new Date(from);
  const [year, monthOf, day] = [first.getFullYear(), first.getMonth(), first.getDate()];
  const isLong = to - from > mostMonths * month;
  const edgeAt = (step: number): number => {
    if (period === 'month') return new Date(year, monthOf, day + step).getTime();
    return isLong
      ? new Date(year + step, 0, 1).getTime()
      : new Date(year, monthOf + step, 1).getTime();
  };
  const edges = [edgeAt(0)];
  while ((edges.at(-1) ?? Infinity) <= to) edges.push(edgeAt(edges.length));
  return edges;
}
