// What the Desk can do with all that is stored: look at it, erase one customer, let old things go, back up and restore.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Restored } from '../data/backup';
import type { DeskMemory } from '../data/desk-memory';
import type { Person, Receipt, Traces } from '../data/erasure';
import type { Past } from '../data/retention';
import type { Removed } from '../data/remove';
import type { Watch } from '../data/walk';
import type { Complaint } from '../domain/complaint';
import { maskComplaint } from '../domain/mask-complaint';
import type { Masked } from '../domain/mask-text';
import type { Clearing, Retention } from '../domain/retention';
import { followDesk } from './follow-desk';
import { follow, soonOpened } from './live';
import type { MemoryState } from './live';
import { createTask } from './task';
import type { Task } from './task';

export type { Restored } from '../data/backup';
export type { Person, Receipt, Traces } from '../data/erasure';
export type { Past } from '../data/retention';
export type { Removed } from '../data/remove';

export type StorageState = {
  /** Bytes. */
  used: number;
  quota: number;
  /** Whether the browser may clear it when the disk is full. */
  isKept: boolean;
};
/** `sites`: match patterns of those that the user allowed. */
type Access = { permissions: readonly string[]; sites: readonly string[] };
/** What an export would mask by its form: how often by kind, and the first of them. */
export type MaskReport = {
  complaints: number;
  counts: ReadonlyMap<Masked['kind'], number>;
  first: readonly (Masked & { number: number })[];
};

export type PrivacyStore = {
  task: Task;
  /** Why the last thing did not work. */
  failed: ReadonlySignal<string | undefined>;
  storage: ReadonlySignal<StorageState | undefined>;
  measure(): Promise<void>;
  /** Asks the browser never to clear it by itself. */
  keep(): Promise<void>;
  masks(): Promise<MaskReport | undefined>;
  look(rule: Retention): Promise<Past | undefined>;
  /** The newest receipts of what went by the rule, newest first. */
  cleared: ReadonlySignal<readonly Clearing[]>;
  removePast(past: Past, rule: Retention): Promise<Removed | undefined>;
  find(query: string): Promise<readonly Person[] | undefined>;
  trace(names: readonly string[]): Promise<Traces | undefined>;
  erase(traces: Traces): Promise<Receipt | undefined>;
  /** Everything, for good: the extension begins anew, and this page is closed. */
  eraseAll(): Promise<void>;
  /** Why not all of it could be erased. */
  unerased: ReadonlySignal<string | undefined>;
  /** What the extension may do now; undefined until it is known. */
  access: ReadonlySignal<Access | undefined>;
  readAccess(): Promise<void>;
  giveBack(site: string): Promise<void>;
  /** The file is with the user when it resolves: its bytes. */
  backUp(passphrase: string): Promise<number | undefined>;
  restore(file: Blob, passphrase: string): Promise<Restored | undefined>;
};

export type PrivacyWorld = {
  memory: ReadonlySignal<MemoryState>;
  storage: {
    measure(): Promise<StorageState>;
    keep(): Promise<unknown>;
  };
  access: { read(): Promise<Access>; giveBack(site: string): Promise<unknown> };
  /** Resolves only where something could not be erased: to why. */
  eraseAll: () => Promise<string>;
  saveFile: (file: Blob, name: string) => void;
  /** What lies outside the log; `put` takes what a backup held of it. */
  extras: { take(): Promise<unknown>; put(extras: unknown): Promise<void> };
  now: () => number;
};

const mostShown = 12;
const receiptsShown = 5;

export function createPrivacy(world: PrivacyWorld): PrivacyStore {
  const { memory, extras, saveFile, now } = world;
  const failed = signal<string | undefined>();
  const storage = signal<StorageState | undefined>();
  const cleared = signal<readonly Clearing[]>([]);
  const access = signal<Access | undefined>();
  const unerased = signal<string | undefined>();
  const task = createTask((error) => (failed.value = String(error)));
  // The store lives as long as the Desk.
  const { signal: never } = new AbortController();
  followDesk(memory, (desk) => follow(desk.watchCleared(receiptsShown), cleared), never);
  const run = <T>(work: (desk: DeskMemory, watch: Watch) => Promise<T>) =>
    task.run(async (watch) => {
      failed.value = undefined;
      const opened = await soonOpened(memory);
      if (!opened) throw new Error('The log is not open.');
      return work(await opened.desk(), watch);
    });
  const measure = async () => {
    storage.value = await world.storage.measure().catch(() => undefined);
  };

  const readAccess = async () => {
    access.value = await world.access.read();
  };

  return {
    task,
    failed,
    storage,
    cleared,
    measure,
    keep: async () => {
      await world.storage.keep();
      await measure();
    },
    masks: () =>
      task.run(async ({ signal: stopped }) => {
        const pages = (await soonOpened(memory))?.complaints.pages();
        return pages ? reportMasks(pages, stopped) : undefined;
      }),
    look: (rule) => run((desk, watch) => desk.retention.preview(rule, watch)),
    removePast: (past, rule) => run((desk, watch) => desk.retention.remove(past, rule, watch)),
    find: (query) => run((desk, watch) => desk.erasure.find(query, watch)),
    trace: (names) => run((desk, watch) => desk.erasure.trace(names, watch)),
    erase: (traces) => run((desk) => desk.erasure.erase(traces)),
    eraseAll: async () => {
      unerased.value = undefined;
      unerased.value = await world.eraseAll();
    },
    unerased,
    access,
    readAccess,
    giveBack: async (site) => {
      await world.access.giveBack(site);
      await readAccess();
    },
    backUp: (passphrase) =>
      run(async ({ backup }, watch) => {
        const given = { ...watch, passphrase, extras: await extras.take() };
        const file = await new Response(await backup.write(given)).blob();
        const day = new Date(now()).toISOString().slice(0, 10);
        saveFile(file, `composure-${day}.backup`);
        return file.size;
      }),
    restore: (file, passphrase) =>
      run(async ({ backup }, watch) => {
        const restored = await backup.restore(file, { ...watch, passphrase });
        if (restored.ok) await extras.put(restored.extras);
        return restored;
      }),
  };
}

async function reportMasks(
  pages: AsyncIterable<readonly Complaint[]>,
  stopped: AbortSignal,
): Promise<MaskReport> {
  const counts = new Map<Masked['kind'], number>();
  const first: (Masked & { number: number })[] = [];
  let complaints = 0;
  for await (const page of pages) {
    stopped.throwIfAborted();
    for (const complaint of page) {
      complaints++;
      maskComplaint(complaint, (masked) => {
        counts.set(masked.kind, (counts.get(masked.kind) ?? 0) + 1);
        if (first.length < mostShown) first.push({ ...masked, number: complaint.number });
      });
    }
  }
  return { complaints, counts, first };
}
