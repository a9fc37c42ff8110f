// Shows times: lengths as minutes and seconds, moments as the language writes them.
import { spokenLanguage, t } from './texts';

/** A length in ms as `1:24`; a negative one as its distance. */
export function showLength(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A moment as date and time of this place. */
export function showMoment(at: number): string {
  return new Intl.DateTimeFormat(spokenLanguage(), {
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
}

/** A moment of the next hours as a time of day, a later one with its date. */
export function showClock(at: number, now: number): string {
  const isNear = Math.abs(at - now) < 12 * 3_600_000;
  const style = isNear ? { timeStyle: 'short' as const } : near;
  return new Intl.DateTimeFormat(spokenLanguage(), style).format(at);
}

const near = {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/** A length in ms in minutes, hours or days: from a minute on, seconds are noise. */
export function showWait(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes === 0) return t('underMinute');
  if (minutes < 120) return t('minutesShort', minutes);
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t('hoursShort', hours) : t('daysShort', Math.round(hours / 24));
}

/** When something is due: in so long, now, or so late. */
export function showDue(leftMs: number): string {
  if (leftMs <= -60_000) return t('dueLate', showWait(leftMs));
  return leftMs > 0 ? t('dueIn', showWait(leftMs + 59_999)) : t('dueNow');
}
