// The packs that are being written in the Desk, and the ways to begin one: empty, from a pack that is there, from a file.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { PackDraftTitle } from '../data/pack-drafts';
import type { KeptPack } from '../domain/kept-pack';
import { aboutOf, openDocument } from '../domain/pack-document';
import { followDesk } from './follow-desk';
import { follow, soonOpened } from './live';
import type { MemoryState } from './live';
import type { Notices } from './notices';
import { titleOf } from './pack-editor';

export type DraftShelf = {
  /** The newest first; undefined until they were read. */
  rows: ReadonlySignal<readonly PackDraftTitle[] | undefined>;
  /** Name of the file that could not be opened last. */
  unopened: ReadonlySignal<string | undefined>;
  startNew(language: string): Promise<void>;
  edit(row: KeptPack): Promise<void>;
  editBuiltIn(id: string): Promise<void>;
  editFile(file: File): Promise<void>;
  /** Begins with a text that is a pack, byte by byte. */
  start(text: string, name: string): Promise<void>;
  /** Takes it out; the notice brings it back. */
  discard(id: number): Promise<void>;
};

export type DraftShelfWorld = {
  memory: ReadonlySignal<MemoryState>;
  notices: Notices;
  readBuiltIn: () => Promise<readonly string[]>;
  /** Undefined where the bytes are no text. */
  textOfFile: (file: Blob) => Promise<string | undefined>;
  /** Goes to a draft's own address. */
  goToDraft: (id: number) => void;
};

export function createDraftShelf(world: DraftShelfWorld): DraftShelf {
  const { memory, notices } = world;
  const rows = signal<readonly PackDraftTitle[] | undefined>();
  const unopened = signal<string | undefined>();
  const drafts = async () => (await (await soonOpened(memory))?.desk())?.packDrafts;
  // The store lives as long as the Desk.
  const { signal: never } = new AbortController();
  followDesk(memory, ({ packDrafts }) => follow(packDrafts.watch(), rows, []), never);
  const start = async (text: string, name: string) => {
    const document = openDocument(text);
    unopened.value = document ? undefined : name;
    if (!document) return;
    const id = await (await drafts())?.start(titleOf(document), text);
    if (id !== undefined) world.goToDraft(id);
  };
  return {
    rows,
    unopened,
    start,
    startNew: (language) => start(emptyPack(language), ''),
    edit: async (row) => {
      const text = await (await soonOpened(memory))?.packs.textOf(row);
      if (text !== undefined) await start(text, row.title);
    },
    editBuiltIn: async (id) => {
      const texts = await world.readBuiltIn();
      const text = texts.find((each) => idOf(each) === id);
      if (text !== undefined) await start(text, id);
    },
    editFile: async (file) => start((await world.textOfFile(file)) ?? '', file.name),
    discard: async (id) => {
      const removed = await (await drafts())?.remove(id);
      if (!removed) return;
      const undo = () =>
        void drafts().then((found) => found?.restore(removed).then(notices.dismiss));
      notices.show({ about: 'pack-removed', text: removed.row.title, undo });
    },
  };
}

function idOf(text: string): unknown {
  const document = openDocument(text);
  return document && aboutOf(document, 'id');
}

function emptyPack(language: string): string {
  const pack = {
    format: 1,
    id: 'team.own',
    version: '1.0.0',
    title: '',
    language: language === 'zh-CN' ? 'zh-CN' : 'en',
    phrases: [],
  };
  return `${JSON.stringify(pack, null, 2)}\n`;
}
