// The words that say by when: "within 10 minutes", "by 3 pm", "明天中午前"; when that is, promise-time.ts tells.
import type { Range } from '../text/gap';
import { amountsInChinese, pointsInChinese } from './time-words-chinese';
import { amountsInEnglish, pointsInEnglish } from './time-words-english';

export type TimeUnit =
  'minute' | 'hour' | 'day' | 'week' | 'month' | 'working-hour' | 'working-day';
/**
 * Minutes since midnight; `loose` where the half of the day was not said ("by 5"), `part` where only a part of the day
 * was, by its last minute ("in the morning").
 */
export type ClockTime = { minutes: number; loose: boolean; part?: boolean };
export type DayWord =
  | { is: 'in'; days: number }
  /** 0 is Sunday; `later` for "next Friday". */
  | { is: 'weekday'; weekday: number; later: boolean }
  | { is: 'date'; month: number | undefined; day: number }
  | { is: 'end-of'; of: 'week' | 'month' | 'next-week' };
export type TimeWords = Range &
  (
    | { kind: 'within'; amount: number; unit: TimeUnit }
    | { kind: 'by'; day: DayWord | undefined; clock: ClockTime | undefined }
  );

/** All times in the text, in their order, without overlaps. Times that are said to have passed are left out. */
export function findTimes(text: string): TimeWords[] {
  const plain = text.replace(/[’‘]/g, "'");
  const all = [
    ...amountsInEnglish(plain),
    ...amountsInChinese(plain),
    ...pointsInEnglish(plain),
    ...pointsInChinese(plain),
  ];
  const kept: TimeWords[] = [];
  for (const each of all.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}
