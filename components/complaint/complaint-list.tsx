import type { Complaint } from '../../lib/domain/complaint';
import { maskName } from '../../lib/domain/redact';
import { t } from '../ui/texts';
import { showMoment } from '../ui/time';

/** The newest complaints, names masked: the screen may be seen by others. */
export function ComplaintList({ complaints }: { complaints: readonly Complaint[] }) {
  if (complaints.length === 0) return <p class="empty">{t('logEmpty')}</p>;
  return (
    <ol class="complaints">
      {complaints.map((complaint) => (
        <li key={complaint.id}>
          <small class="number">
            {t('numberShort', complaint.number)} · {showMoment(complaint.savedAt)}
            {complaint.who && ` · ${maskName(complaint.who)}`}
          </small>
          <p>{complaint.what}</p>
        </li>
      ))}
    </ol>
  );
}
