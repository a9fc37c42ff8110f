import { createNameMask } from '../../lib/domain/known-names';
import { maskName } from '../../lib/domain/redact';
import type { Entry } from '../../lib/domain/timeline';
import { t } from '../ui/texts';
import { showMoment } from '../ui/time';
import { entryText } from './entry-text';

type TimelineListProps = {
  entries: readonly Entry[];
  /** The customer, who is not named while they are hidden. */
  who: string;
  hidden: boolean;
};

/** What happened, oldest first; each with who did it, where that is known. */
export function TimelineList({ entries, who, hidden }: TimelineListProps) {
  const mask = createNameMask(hidden ? [{ name: who, as: maskName(who) }] : []);
  return (
    <section class="timeline" aria-label={t('recordTimeline')}>
      <h2>{t('recordTimeline')}</h2>
      <ol>
        {entries.map((entry, index) => (
          <li key={index}>
            <time class="number" dateTime={new Date(entry.at).toISOString()}>
              {showMoment(entry.at)}
            </time>
            <p>{mask(entryText(entry, hidden))}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
