// The whole log as a file from the Desk: what its first rows look like, how far it is, and a way to stop it.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import type { FileKind, FilePlan } from '../domain/export-profile';
import { soonOpened } from './live';
import type { MemoryState } from './live';
import type { Notices } from './notices';

type Lines = ReturnType<DeskMemory['lines']>;
type FollowUps = ReturnType<DeskMemory['followUps']>;
type Source = { lines: Lines; followUps: FollowUps };

export type LogExport = {
  /** Rows written so far while an export runs. */
  running: ReadonlySignal<number | undefined>;
  save(plan: FilePlan): Promise<void>;
  stop(): void;
  /** The first rows as they will stand in the file; those of a workbook as text. */
  preview(plan: FilePlan): Promise<string>;
};

export type LogExportWorld = {
  memory: ReadonlySignal<MemoryState>;
  notices: Notices;
  /** Has the log folded; what is written is what was folded. */
  fold: () => Promise<void>;
  /** Makes the file; rejects when aborted. */
  write: (
    plan: FilePlan,
    source: Source,
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
  const sourceOf = async (mask: boolean): Promise<Source> => {
    const desk = await (await soonOpened(world.memory))?.desk();
    if (!desk) throw new Error('The log is not open.');
    await world.fold();
    return { lines: desk.lines(mask), followUps: desk.followUps(mask) };
  };

  const save = async (plan: FilePlan, { signal: stopped }: AbortController) => {
    const source = await sourceOf(plan.mask);
    stopped.throwIfAborted();
    const onProgress = (rows: number) => (running.value = rows);
    const { file, rows } = await world.write(plan, source, { signal: stopped, onProgress });
    world.saveFile(file, fileName(plan.kind, world.now()));
    notices.show({ about: 'exported', text: String(rows) });
  };

  return {
    running,
    save: async (plan) => {
      if (current) return;
      current = new AbortController();
      running.value = 0;
      try {
        await save(plan, current);
      } catch (error) {
        if (current.signal.aborted) notices.show({ about: 'export-cancelled' });
        else notices.show({ about: 'export-failed', why: String(error) });
      }
      current = undefined;
      running.value = undefined;
    },
    stop: () => current?.abort(),
    preview: async (plan) => {
      const { signal: never } = new AbortController();
      const { lines, followUps } = await sourceOf(plan.mask);
      const first = {
        lines: firstLines(lines, previewed),
        followUps: firstRows(followUps, previewed),
      };
      const readable: FilePlan = plan.kind === 'xlsx' ? { ...plan, kind: 'csv' } : plan;
      const { file } = await world.write(readable, first, { signal: never, onProgress: () => {} });
      return file.text();
    },
  };
}

function fileName(kind: FileKind, at: number): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return kind === 'followUps' ? `follow-ups-${day}.csv` : `complaints-${day}.${kind}`;
}

async function* firstRows(pages: FollowUps, count: number): FollowUps {
  let left = count;
  for await (const page of pages) {
    yield page.slice(0, left);
    left -= page.length;
    if (left <= 0) return;
  }
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
