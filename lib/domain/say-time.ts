// A moment in the words of a message: "5:30 pm today", "今天17:30前".
import type { Language } from './pack';
import { dayNumber, minuteOfDay } from './promise-time';
import type { Here } from './promise-time';

/** The words for a moment as somebody says it now, in the language of the conversation. */
export function sayMoment(at: number, here: Here, language: Language): string {
  const days = dayNumber(at, here) - dayNumber(here.now, here);
  const minutes = Math.floor(minuteOfDay(at, here));
  const date = new Date(dayNumber(at, here) * 86_400_000);
  if (language === 'zh-CN') {
    const day =
      ['今天', '明天', '后天'][days] ?? `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
    return `${day}${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}前`;
  }
  const day =
    ['today', 'tomorrow'][days] ??
    `on ${new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(date)}`;
  return `${clock(minutes)} ${day}`;
}

function clock(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  const rest = minutes % 60 === 0 ? '' : `:${padded(minutes % 60)}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${rest} ${hour < 12 ? 'am' : 'pm'}`;
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
