import type { Entry } from '../../lib/domain/timeline';
import { t } from '../ui/texts';
import { showMoment } from '../ui/time';
import { entryText } from './entry-text';

/** What happened, oldest first; each with who did it, where that is known. */
export function TimelineList({ entries, hidden }: { entries: readonly Entry[]; hidden: boolean }) {
  return (
    <section class="timeline" aria-label={t('recordTimeline')}>
      <h2>{t('recordTimeline')}</h2>
      <ol>
        {entries.map((entry, index) => (
          <li key={index}>
            <time class="number" dateTime={new Date(entry.at).toISOString()}>
              {showMoment(entry.at)}
            </time>
            <p>{entryText(entry, hidden)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
