// What the Desk shows of the log.
import { signal } from '@preact/signals';
import { csvTitles } from '../../components/complaint/csv-titles';
import { saveFile } from '../../lib/browser/download';
import { openPlace } from '../../lib/browser/open-place';
import { schedule } from '../../lib/browser/schedule';
import { createExport } from '../../lib/export/save-log';
import { createBrokenRows } from '../../lib/panel/broken';
import { createDueList } from '../../lib/panel/due-list';
import { createHintCounts } from '../../lib/panel/hint-counts';
import type { MemoryState } from '../../lib/panel/live';
import { createLog } from '../../lib/panel/log';
import { createNotices } from '../../lib/panel/notices';
import { followApplied } from './applied-policy';

export function createDeskStores() {
  const memory = signal<MemoryState>({ is: 'opening' });
  const notices = createNotices();
  const here = signal(undefined);
  const exportLog = createExport({ titles: csvTitles, saveFile, now: Date.now });
  const log = createLog({ memory, notices, exportLog });
  const due = createDueList({ memory, notices, here, openPlace, now: Date.now, schedule });
  const [broken, hints] = [createBrokenRows(memory), createHintCounts(memory)];
  return { memory, notices, log, due, broken, hints, policy: followApplied() };
}
