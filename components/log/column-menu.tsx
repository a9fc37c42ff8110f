import { withColumn } from '../../lib/domain/kept-views';
import type { KeptViews } from '../../lib/domain/kept-views';
import { columnIds } from '../../lib/domain/log-column';
import { t } from '../ui/texts';
import { columnTitle } from './cell-text';
import { Menu } from './menu';

type ColumnMenuProps = { kept: KeptViews; onKeep: (kept: KeptViews) => void };

/** Which columns the table shows. */
export function ColumnMenu({ kept, onKeep }: ColumnMenuProps) {
  return (
    <Menu title={t('tableColumns')}>
      <ul class="card log-words">
        {columnIds.map((column) => (
          <li key={column}>
            <label class="check">
              <input
                type="checkbox"
                checked={kept.columns.includes(column)}
                onChange={(event) => onKeep(withColumn(kept, column, event.currentTarget.checked))}
              />
              {columnTitle(column)}
            </label>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
