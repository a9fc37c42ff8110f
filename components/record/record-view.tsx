import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import type { Complaint } from '../../lib/domain/complaint';
import type { Notices } from '../../lib/panel/notices';
import type { RecordStore } from '../../lib/panel/record';
import { useHotkeys } from '../panel/hotkeys';
import { Button } from '../ui/button';
import { t } from '../ui/texts';
import { useOpened } from '../ui/use-opened';
import { RecordBody } from './record-body';
import type { RecordVerbs } from './record-body';
import './record.css';

export type OpenedRecord = { record: RecordStore; verbs: RecordVerbs };
export type OpenRecord = (number: number, ended: AbortSignal) => Promise<OpenedRecord>;

type RecordViewProps = {
  number: number;
  notices: Notices;
  open: OpenRecord;
  /** What stands below it. */
  under?: (complaint: Complaint) => ComponentChildren;
};

/** One complaint of the log, at its own address. */
export function RecordView({ number, notices, open, under }: RecordViewProps) {
  const openThis = useCallback((ended: AbortSignal) => open(number, ended), [open, number]);
  const opened = useOpened(openThis);
  const { record, verbs } = opened.value ?? {};
  const state = record?.state.value;
  if (!record || !verbs || !state || state.is === 'opening') return null;
  if (state.is === 'none') return <NoRecord number={number} verbs={verbs} />;
  return (
    <>
      <RecordBody kept={state} record={record} notices={notices} verbs={verbs} />
      {under?.(state.complaint)}
    </>
  );
}

function NoRecord({ number, verbs }: { number: number; verbs: RecordVerbs }) {
  useHotkeys({
    j: () => verbs.go(number + 1),
    k: () => verbs.go(number - 1),
    Escape: verbs.back,
  });
  return (
    <>
      <p class="empty">{t('recordNone', number)}</p>
      <div class="actions">
        <Button onClick={verbs.back} hotkey="Esc">
          {t('recordBack')}
        </Button>
      </div>
    </>
  );
}
