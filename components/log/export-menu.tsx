import { useSignal, useSignalEffect } from '@preact/signals';
import type { FileKind, LogExport } from '../../lib/panel/log-export';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { t } from '../ui/texts';
import { Menu } from './menu';

/** The whole log as a file, masked unless asked otherwise, with its first rows to look at before. */
export function ExportMenu({ files }: { files: LogExport }) {
  const isOpen = useSignal(false);
  const kind = useSignal<FileKind>('csv');
  const mask = useSignal(true);
  const first = useSignal('');
  useSignalEffect(() => {
    const asked = [kind.value, mask.value] as const;
    if (!isOpen.value) return;
    files.preview(...asked).then(
      (text) => (first.value = text),
      (error: unknown) => (first.value = String(error)),
    );
  });
  const { value: rows } = files.running;
  return (
    <Menu title={t('tableExport')} onToggle={(open) => (isOpen.value = open)}>
      <div class="card log-export">
        <Choice
          label={t('tableFile')}
          value={kind.value}
          options={[
            { value: 'csv', title: t('tableCsv') },
            { value: 'jsonl', title: t('tableJsonl') },
          ]}
          onChoose={(next) => (kind.value = next)}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={mask.value}
            onChange={(event) => (mask.value = event.currentTarget.checked)}
          />
          {t('maskExport')}
        </label>
        <label class="field">
          <span>{t('tablePreview')}</span>
          <textarea readOnly rows={6} wrap="off" value={first.value} />
        </label>
        {rows === undefined ? (
          <Button kind="main" onClick={() => void files.save(kind.value, mask.value)}>
            {t('tableSave')}
          </Button>
        ) : (
          <div class="row" role="status">
            <p class="number">{t('exportRunning', rows.toLocaleString())}</p>
            <Button onClick={files.stop}>{t('exportStop')}</Button>
          </div>
        )}
      </div>
    </Menu>
  );
}
