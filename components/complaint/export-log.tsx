import { useSignal } from '@preact/signals';
import { Button } from '../ui/button';
import { MaskChoice } from '../ui/mask-choice';
import { t } from '../ui/texts';

type ExportLogProps = {
  /** Rows written so far; undefined when none runs. */
  exporting: number | undefined;
  onExport: (mask: boolean) => void;
  onStop: () => void;
};

export function ExportLog({ exporting, onExport, onStop }: ExportLogProps) {
  const mask = useSignal(true);
  if (exporting !== undefined) {
    return (
      <div class="row" role="status">
        <p class="number">{t('exportRunning', exporting)}</p>
        <Button onClick={onStop}>{t('exportStop')}</Button>
      </div>
    );
  }
  return (
    <div class="row">
      <MaskChoice masked={mask.value} onChange={(next) => (mask.value = next)} />
      <Button onClick={() => onExport(mask.value)}>{t('exportCsv')}</Button>
    </div>
  );
}
