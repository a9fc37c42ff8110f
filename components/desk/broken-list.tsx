import type { BrokenRow } from '../../lib/panel/broken';
import { t } from '../ui/texts';

/** What of the log cannot be read, as it lies there. Nothing where all is well. */
export function BrokenList({ rows }: { rows: readonly BrokenRow[] }) {
  if (rows.length === 0) return null;
  return (
    <details class="broken">
      <summary>
        {t('brokenTitle')} ({rows.length})
      </summary>
      <p class="hint">{t('brokenText')}</p>
      <ul>
        {rows.map(({ table, raw }) => (
          <li key={`${table} ${raw}`}>
            <b>{table}</b> <code>{raw}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
