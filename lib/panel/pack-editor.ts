// One pack being written in the Desk: every change is kept as it is made, can be undone, and is looked through soon after.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DeskMemory } from '../data/desk-memory';
import type { PackDrafts } from '../data/pack-drafts';
import type { Inspecting, Inspection } from '../domain/inspect-pack';
import {
  aboutOf,
  applyEdit,
  itemsOf,
  openDocument,
  textOfDocument,
  wordsOf,
} from '../domain/pack-document';
import type { PackDocument, PackEdit } from '../domain/pack-document';
import { followInspection } from './pack-inspection';
import type { InspectedPack } from './pack-inspection';

export type PackEditor = {
  document: ReadonlySignal<PackDocument>;
  canUndo: ReadonlySignal<boolean>;
  canRedo: ReadonlySignal<boolean>;
  /** Why what was written last is not kept, in the browser's words. */
  unkept: ReadonlySignal<string | undefined>;
  /** Another tab changed the draft: what it holds now is shown. */
  isFromElsewhere: ReadonlySignal<boolean>;
  /** Undefined until it was looked through once. */
  inspected: ReadonlySignal<InspectedPack | undefined>;
  /** Words typed on in the same place become one change. */
  edit(edit: PackEdit): void;
  /** What is typed from now on is a change of its own. */
  settle(): void;
  undo(): void;
  redo(): void;
  text(): string;
  /** Once it lies elsewhere. */
  drop(): Promise<void>;
};

export type EditorWorld = {
  /** Rejects when aborted. */
  inspect: (asked: Inspecting, signal: AbortSignal) => Promise<Inspection>;
  readBuiltIn: () => Promise<readonly string[]>;
  /** Texts of the packs that are kept. */
  readKept: () => Promise<readonly string[]>;
  schedule: (callback: () => void, ms: number) => () => void;
};

/** Opens a draft; undefined where there is none any more. @param ended when nobody looks at it any more */
export async function openPackEditor(
  { packDrafts }: Pick<DeskMemory, 'packDrafts'>,
  id: number,
  world: EditorWorld,
  ended: AbortSignal,
): Promise<PackEditor | undefined> {
  const history = await readHistory(packDrafts, id);
  if (!history) return undefined;
  const { base } = history;
  let { edits } = history;
  const done = signal(history.done);
  const count = signal(edits.length);
  const document = signal(replay(base, edits.slice(0, done.value)));
  const unkept = signal<string | undefined>();
  const isFromElsewhere = signal(false);
  /** Where words are being typed: the draft before them. */
  let typing: { field: string; before: PackDocument } | undefined;

  const show = (next: PackDocument, nextDone: number) => {
    [document.value, done.value, count.value] = [next, nextDone, edits.length];
  };
  const keep = (work: Promise<boolean>) =>
    work
      .then(async (isKept) => {
        unkept.value = undefined;
        if (isKept) return;
        const now = await readHistory(packDrafts, id);
        if (!now) return;
        edits = now.edits;
        typing = undefined;
        isFromElsewhere.value = true;
        show(replay(base, edits.slice(0, now.done)), now.done);
      })
      .catch((error: unknown) => (unkept.value = error instanceof Error ? error.message : ''));
  const goTo = (next: number) => {
    typing = undefined;
    const knownDone = done.value;
    show(replay(base, edits.slice(0, next)), next);
    void keep(packDrafts.setDone(id, next, knownDone));
  };

  return {
    document,
    canUndo: computed(() => done.value > 0),
    canRedo: computed(() => done.value < count.value),
    unkept,
    isFromElsewhere,
    inspected: followInspection(document, world, ended),
    edit: (edit) => {
      const field = fieldOf(edit, document.value);
      const isTypedOn = field !== undefined && field === typing?.field;
      const before = isTypedOn ? typing?.before : document.value;
      if (!before) return;
      const next = applyEdit(before, edit);
      if (next === document.value) return;
      const knownDone = done.value;
      const after = isTypedOn ? knownDone - 1 : knownDone;
      typing = field === undefined ? undefined : { field, before };
      edits = [...edits.slice(0, after), edit];
      show(next, after + 1);
      const title = titleOf(next);
      void keep(packDrafts.append(id, { edit, after, knownDone, title }));
    },
    settle: () => (typing = undefined),
    undo: () => done.value > 0 && goTo(done.value - 1),
    redo: () => done.value < edits.length && goTo(done.value + 1),
    text: () => textOfDocument(document.value),
    drop: async () => void (await packDrafts.remove(id)),
  };
}

type History = { base: PackDocument; edits: readonly PackEdit[]; done: number };

async function readHistory(drafts: PackDrafts, id: number): Promise<History | undefined> {
  const draft = await drafts.open(id);
  const base = draft && openDocument(draft.text);
  return base && { base, edits: draft.edits, done: draft.done };
}

function replay(base: PackDocument, edits: readonly PackEdit[]): PackDocument {
  return edits.reduce(applyEdit, base);
}

/** What a change is typed into; undefined for one that is whole by itself. */
function fieldOf(edit: PackEdit, document: PackDocument): string | undefined {
  if (edit.is === 'about') return edit.key;
  if (edit.is !== 'set') return undefined;
  return `${edit.list} ${itemsOf(document, edit.list)[edit.at]?.key} ${edit.key}`;
}

/** What the pack is called; empty where it has no name yet. */
export function titleOf(document: PackDocument): string {
  return wordsOf(aboutOf(document, 'title'));
}
