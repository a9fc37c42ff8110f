// Shows times: lengths as minutes and seconds, moments as the language writes them.
import { spokenLanguage } from './texts';

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
