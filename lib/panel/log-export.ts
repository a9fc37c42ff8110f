// The whole log as a file from the Desk: what its first rows look like, how far it is, and a way to stop it.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import { memoryOf } from './live';
import type { MemoryState } from './live';
import type { Notices } from './notices';

export type FileKind = 'csv' | 'jsonl';
type Lines = ReturnType<DeskMemory['lines']>;

export type LogExport = {
  /** Rows written so far while an export runs. */
  running: ReadonlySignal<number | undefined>;
  save(kind: FileKind, mask: boolean): Promise<void>;
  stop(): void;
  /** The first rows as they will stand in the file. */
  preview(kind: FileKind, mask: boolean): Promise<string>;
};

export type LogExportWorld = {
  memory: ReadonlySignal<MemoryState>;
  notices: Notices;
  /** Has the log folded; what is written is what was folded. */
  fold: () => Promise<void>;
  /** Makes the file; rejects when aborted. */
  write: (
    kind: FileKind,
    lines: Lines,
    options: { signal: AbortSignal; onProgress: (rows: number) => void },
  ) => Promise<{ file: Blob; rows: number }>;
  saveFile: (file: Blob, name: string) => void;
  now: () => number;
};

const previewed = 5;

export function createLogExport(world: LogExportWorld): LogExport {
  const { notices } = world;
  const running = signal<number | undefined>();
  let current: AbortController | undefined;
  const linesOf = async (mask: boolean) => {
    const desk = await memoryOf(world.memory.value)?.desk();
    if (!desk) throw new Error('The log is not open.');
    await world.fold();
    return desk.lines(mask);
  };

  const save = async (kind: FileKind, mask: boolean, { signal: stopped }: AbortController) => {
    const lines = await linesOf(mask);
    stopped.throwIfAborted();
    const onProgress = (rows: number) => (running.value = rows);
    const { file, rows } = await world.write(kind, lines, { signal: stopped, onProgress });
    world.saveFile(file, `complaints-${new Date(world.now()).toISOString().slice(0, 10)}.${kind}`);
    notices.show({ about: 'exported', text: String(rows) });
  };

  return {
    running,
    save: async (kind, mask) => {
      if (current) return;
      current = new AbortController();
      running.value = 0;
      try {
        await save(kind, mask, current);
      } catch (error) {
        if (current.signal.aborted) notices.show({ about: 'export-cancelled' });
        else notices.show({ about: 'export-failed', why: String(error) });
      }
      current = undefined;
      running.value = undefined;
    },
    stop: () => current?.abort(),
    preview: async (kind, mask) => {
      const { signal: never } = new AbortController();
      const lines = firstLines(await linesOf(mask), previewed);
      const { file } = await world.write(kind, lines, { signal: never, onProgress: () => {} });
      return file.text();
    },
  };
}

async function* firstLines(lines: Lines, count: number): Lines {
  for await (const { bytes } of lines) {
    let end = 0;
    let rows = 0;
    while (rows < count && end < bytes.length) {
      end = bytes.indexOf(lineEnd, end) + 1;
      rows++;
    }
    yield { bytes: bytes.slice(0, end), count: rows };
    return;
  }
}

const lineEnd = 10;
