// When the time of a promise is up (P1): "within 10 minutes", "by 3 pm", "明天中午前" as a moment.
import type { Range } from '../text/gap';
import { findTimes } from './time-words';
import type { ClockTime, DayWord, TimeUnit, TimeWords } from './time-words';

export type PromiseTime = Range & { due: number };
export type Here = {
  /** Epoch ms. */
  now: number;
  /** Minutes that local time is ahead of UTC at a moment (epoch ms): `-new Date(at).getTimezoneOffset()`. */
  offset(at: number): number;
  /**
   * The working hours in minutes since midnight, and the working days, 0 is Sunday; 9 to 18 o'clock on Monday to Friday
   * without it. A part of a day ("tomorrow morning") ends within them if they are given.
   */
  working?: { from: number; to: number; days?: readonly number[] };
};

const minute = 60_000;
const dayMinutes = 24 * 60;
const usual = { from: 9 * 60, to: 18 * 60 };

/**
 * The times in the text with the last moment that keeps them, epoch ms, in the order of the words (a range in the
 * text). A day without an hour ends with the working hours, a morning at 12, an evening at 22 o'clock.
 */
export function promiseTimes(text: string, here: Here): PromiseTime[] {
  return findTimes(text).flatMap((words) => {
    const due = dueOf(words, here);
    return Number.isFinite(due) ? [{ start: words.start, end: words.end, due }] : [];
  });
}

function dueOf(words: TimeWords, here: Here): number {
  if (words.kind === 'within') return afterAmount(words.amount, words.unit, here);
  return words.day ? onDay(words.day, words.clock, here) : nextClock(words.clock, here);
}

function afterAmount(amount: number, unit: TimeUnit, here: Here): number {
  if (unit === 'minute') return here.now + amount * minute;
  if (unit === 'hour') return here.now + amount * 60 * minute;
  if (unit === 'working-hour') return afterWorkingHours(amount * 60, here);
  if (unit === 'working-day') return afterWorkingDays(amount, here);
  const days = unit === 'week' ? 7 : unit === 'month' ? 30 : 1;
  return here.now + amount * days * dayMinutes * minute;
}

/** The same hour on the next working day, epoch ms. */
export function nextWorkingDay(here: Here): number {
  let day = dayNumber(here.now, here) + 1;
  while (isFree(day, here)) day++;
  return moment(day, Math.floor(minuteOfDay(here.now, here)), here);
}

/** Local days are counted from the epoch; their minutes may go beyond midnight. */
export function dayNumber(at: number, here: Here): number {
  return Math.floor((at / minute + here.offset(at)) / dayMinutes);
}

/** Since midnight there. */
export function minuteOfDay(at: number, here: Here): number {
  return at / minute + here.offset(at) - dayNumber(at, here) * dayMinutes;
}

/** The second look is for a change of the clock between the two. */
function moment(day: number, minutes: number, here: Here): number {
  const local = (day * dayMinutes + minutes) * minute;
  const guess = local - here.offset(local) * minute;
  return local - here.offset(guess) * minute;
}

/** 0 is Sunday; the epoch began on a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

function isFree(day: number, { working }: Here): boolean {
  const days = working?.days;
  // Somebody who ticked no day at all works on every one, rather than never.
  if (days !== undefined) return days.length > 0 && !days.includes(weekdayOf(day));
  return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}

// No calendar is asked for more than this: who promises a thousand working days is not held to them.
const mostDays = 1000;

function afterWorkingDays(amount: number, here: Here): number {
  let day = dayNumber(here.now, here);
  let left = Math.min(mostDays, Math.ceil(amount));
  while (left > 0) if (!isFree(++day, here)) left--;
  return moment(day, (here.working ?? usual).to, here);
}

function afterWorkingHours(amount: number, here: Here): number {
  const { from, to } = here.working ?? usual;
  let day = dayNumber(here.now, here);
  let at = Math.max(from, minuteOfDay(here.now, here));
  let left = Math.min(amount, mostDays * 60);
  if (to <= from) return here.now + amount * minute;
  for (;;) {
    const open = isFree(day, here) ? 0 : Math.max(0, to - at);
    if (left <= open) return moment(day, at + left, here);
    left -= open;
    day++;
    at = from;
  }
}

function onDay(word: DayWord, clock: ClockTime | undefined, here: Here): number {
  const { from, to } = here.working ?? usual;
  const day = dayOf(word, here);
  const minutes = clock ? sureMinutes(clock, from, here) : to;
  const due = moment(day, minutes, here);
  // "Today" said after work is over still means today.
  return due <= here.now && day === dayNumber(here.now, here) && !clock
    ? moment(day, dayMinutes - 1, here)
    : due;
}

/** "Tomorrow by 5" is in the afternoon, "by 10" in the morning: what falls into the working hours. */
function sureMinutes({ minutes, loose, part }: ClockTime, from: number, { working }: Here): number {
  if (part && working && working.from < working.to)
    return Math.min(working.to, Math.max(working.from, minutes));
  return loose && minutes < from && minutes < 720 ? minutes + 720 : minutes;
}

function nextClock(clock: ClockTime | undefined, here: Here): number {
  if (!clock) return Number.NaN;
  const today = dayNumber(here.now, here);
  const { from } = here.working ?? usual;
  // Who works before the working hours means the next time that the clock shows it.
  const isNight = clock.loose && minuteOfDay(here.now, here) < Math.min(from, clock.minutes);
  const minutes = isNight ? clock.minutes : sureMinutes(clock, from, here);
  const due = moment(today, minutes, here);
  return due > here.now ? due : moment(today + 1, minutes, here);
}

function dayOf(word: DayWord, here: Here): number {
  const today = dayNumber(here.now, here);
  if (word.is === 'in') return today + word.days;
  if (word.is === 'weekday') {
    // A week begins on Monday: "next Friday" is the one of next week, 下周五 too.
    const ahead = (word.weekday - weekdayOf(today) + 7) % 7;
    const monday = today - ((weekdayOf(today) + 6) % 7);
    return word.later ? monday + 7 + ((word.weekday + 6) % 7) : today + ahead;
  }
  if (word.is === 'date') return dateDay(word.month, word.day, today);
  if (word.of === 'month') return lastOfMonth(today);
  const friday = today - ((weekdayOf(today) + 6) % 7) + 4;
  if (word.of === 'next-week') return friday + 7;
  return friday >= today ? friday : today;
}

function dateDay(month: number | undefined, day: number, today: number): number {
  const now = new Date(today * dayMinutes * minute);
  const [year, current] = [now.getUTCFullYear(), now.getUTCMonth()];
  const due = dayOfDate(year, month === undefined ? current : month - 1, day);
  if (due >= today) return due;
  return month === undefined
    ? dayOfDate(year, current + 1, day)
    : dayOfDate(year + 1, month - 1, day);
}

function lastOfMonth(today: number): number {
  const now = new Date(today * dayMinutes * minute);
  return dayOfDate(now.getUTCFullYear(), now.getUTCMonth() + 1, 0);
}

function dayOfDate(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / (dayMinutes * minute);
}
