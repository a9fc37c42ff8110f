import type { Complaint } from '../../lib/domain/complaint';
import { gapsOf, standards } from '../../lib/domain/standard-gaps';
import type { Asked } from '../../lib/domain/standard-gaps';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

type GapListProps = { complaint: Complaint; onField: (field: Asked['fields'][number]) => void };

/** What the record does not hold yet of what standards ask for; each leads to its field. */
export function GapList({ complaint, onField }: GapListProps) {
  return (
    <details class="gaps">
      <summary>{t('gaps')}</summary>
      <p class="hint">{t('gapsHint')}</p>
      {standards.map((standard) => {
        const { now, later } = gapsOf(complaint, standard);
        const row = (asked: Asked) => (
          <li key={asked.id}>
            <button
              type="button"
              class="link"
              onClick={() => asked.fields[0] && onField(asked.fields[0])}
            >
              {gapText(asked)}
            </button>
          </li>
        );
        return (
          <section key={standard}>
            <h3>{t(`gaps_${standard}`)}</h3>
            {now.length === 0 ? (
              <p>{t('gapsNone')}</p>
            ) : (
              <ul aria-label={t('gapsNow')}>{now.map(row)}</ul>
            )}
            {later.length > 0 && (
              <>
                <p class="hint">{t('gapsLater')}</p>
                <ul aria-label={t('gapsLater')}>{later.map(row)}</ul>
              </>
            )}
          </section>
        );
      })}
    </details>
  );
}

function gapText({ id }: Asked): string {
  return t(`gap_${id}` as TextKey); // A test sees to it that each has a text.
}
