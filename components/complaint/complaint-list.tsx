import type { ComponentChildren } from 'preact';
import type { Complaint } from '../../lib/domain/complaint';
import { maskName } from '../../lib/domain/redact';
import { t } from '../ui/texts';
import { showMoment } from '../ui/time';

type ComplaintListProps = {
  complaints: readonly Complaint[];
  empty: string;
  /** What stands under each. */
  under?: (complaint: Complaint) => ComponentChildren;
};

/** The newest complaints, names masked: the screen may be seen by others. `empty` is said where there are none. */
export function ComplaintList({ complaints, empty, under }: ComplaintListProps) {
  if (complaints.length === 0) return <p class="empty">{empty}</p>;
  return (
    <ol class="complaints">
      {complaints.map((complaint) => (
        <li key={complaint.id}>
          <small class="number">
            {t('numberShort', complaint.number)} · {showMoment(complaint.savedAt)}
            {complaint.who && ` · ${maskName(complaint.who)}`}
          </small>
          <p>{complaint.what}</p>
          {under?.(complaint)}
        </li>
      ))}
    </ol>
  );
}
