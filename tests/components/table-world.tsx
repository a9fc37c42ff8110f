// The log's table in a plain page: real stores over a real database.
import { signal } from '@preact/signals';
import { exportTitle, followUpTitles } from '../../components/log/export-titles';
import type { OpenTable } from '../../components/log/log-page';
import type { OpenReview } from '../../components/review/review-page';
import { createDatabase } from '../../lib/data/db';
import { foldLog } from '../../lib/data/fold-log';
import { openMemory } from '../../lib/data/memory';
import type { Complaint } from '../../lib/domain/complaint';
import type { ExportProfile } from '../../lib/domain/export-profile';
import { firstViews } from '../../lib/domain/kept-views';
import { newestView } from '../../lib/domain/log-view';
import { writeLog } from '../../lib/export/write-log';
import { memoryOf } from '../../lib/panel/live';
import type { MemoryState } from '../../lib/panel/live';
import { createNotices } from '../../lib/panel/notices';
import { createReview } from '../../lib/panel/review';
import { createTableStores } from '../../lib/panel/table-stores';

/** The table over a log that holds these complaints. */
export async function createTableWorld(complaints: readonly Complaint[]) {
  const name = `desk-${crypto.randomUUID()}`;
  const db = createDatabase(name, indexedDB);
  await db.complaints.bulkAdd([...complaints]);
  const createId = () => crypto.randomUUID();
  const opened = await openMemory({ now: Date.now, createId, indexedDB, name });
  const memory = signal<MemoryState>({ is: 'opened', ...opened });
  const notices = createNotices();
  const saved: { file: Blob; name: string }[] = [];
  const view = signal(newestView);
  const kept = signal(firstViews);
  const active = signal(0);
  const profiles = signal<readonly ExportProfile[]>([]);
  const went: number[] = [];
  const { signal: never } = new AbortController();
  const fold = () => foldLog(db, { lock: (work) => work(), signal: never });
  const openTable: OpenTable = async (ended) => {
    const stores = createTableStores(
      {
        memory,
        notices,
        by: signal('Sam'),
        told: (changed, left) => `${changed} changed, ${left} left`,
        view,
        kept,
        fold,
        write: writeLog({ column: exportTitle, followUps: followUpTitles }),
        saveFile: (file, as) => saved.push({ file, name: as }),
        now: () => Date.UTC(2026, 10, 22),
      },
      ended,
    );
    return {
      ...stores,
      view,
      show: (next) => (view.value = next),
      kept,
      keep: (next) => (kept.value = next),
      profiles: { kept: profiles, keep: (next) => (profiles.value = next) },
      active,
      categories: [{ id: 'delivery', title: 'Delivery' }],
      openRecord: (number) => went.push(number),
    };
  };
  const now = () => Date.UTC(2026, 10, 22);
  const openReview: OpenReview = async (ended) => ({
    store: createReview({ memory, now }, ended),
    categories: [{ id: 'delivery', title: 'Delivery' }],
    now,
  });
  const complaintVerbs = () => memoryOf(memory.value)?.complaints;
  return {
    openTable,
    openReview,
    db,
    fold,
    memory,
    notices,
    saved,
    view,
    kept,
    active,
    profiles,
    went,
    complaints: complaintVerbs,
  };
}
