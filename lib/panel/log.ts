// The newest complaints of the log, and its export.
import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Complaint } from '../domain/complaint';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';
import type { Notices } from './notices';

const newestShown = 50;

export type ExportOptions = {
  pages: AsyncIterable<readonly Complaint[]>;
  /** Names and numbers masked. */
  mask: boolean;
  signal: AbortSignal;
  onProgress: (rows: number) => void;
};
/** Makes the file and hands it to the user; resolves to the number of rows, rejects when aborted. */
export type ExportLog = (options: ExportOptions) => Promise<number>;

export type Log = {
  newest: ReadonlySignal<readonly Complaint[]>;
  /** Rows written so far while an export runs. */
  exporting: ReadonlySignal<number | undefined>;
  exportAll(mask: boolean): Promise<void>;
  cancelExport(): void;
};

export type LogWorld = {
  memory: ReadonlySignal<MemoryState>;
  notices: Notices;
  exportLog: ExportLog;
};

export function createLog({ memory, notices, exportLog }: LogWorld): Log {
  const newest = signal<readonly Complaint[]>([]);
  const exporting = signal<number | undefined>();
  let running: AbortController | undefined;

  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.complaints.watchNewest(newestShown), newest);
  });

  return {
    newest,
    exporting,
    exportAll: async (mask) => {
      const opened = memoryOf(memory.value);
      if (!opened || running) return;
      const current = new AbortController();
      running = current;
      exporting.value = 0;
      try {
        const rows = await exportLog({
          pages: opened.complaints.pages(),
          mask,
          signal: current.signal,
          onProgress: (written) => {
            exporting.value = written;
          },
        });
        notices.show({ about: 'exported', text: String(rows) });
      } catch (error) {
        if (current.signal.aborted) notices.show({ about: 'export-cancelled' });
        else notices.show({ about: 'export-failed', why: String(error) });
      }
      running = undefined;
      exporting.value = undefined;
    },
    cancelExport: () => running?.abort(),
  };
}
