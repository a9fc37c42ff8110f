// A draft at the Desk: the editor with what surrounds it, the packs that are kept, and the ways out.
import type { Memory } from '../data/memory';
import type { PackLayer } from '../domain/kept-pack';
import type { Category, Pack } from '../domain/pack';
import { aboutOf, wordsOf } from '../domain/pack-document';
import { parsePacks } from '../domain/review-layers';
import { createBringIn } from './bring-in';
import type { BringWorld } from './bring-in';
import { openPackEditor, titleOf } from './pack-editor';
import type { EditorWorld } from './pack-editor';
import type { PackShelf } from './pack-shelf';

export type EditorDeskWorld = Pick<EditorWorld, 'inspect' | 'readBuiltIn' | 'schedule'> &
  BringWorld & {
    saveFile: (file: Blob, name: string) => void;
    goToPacks: () => void;
  };

/** Undefined where there is no such draft. @param ended when nobody looks at it any more */
export async function openEditorDesk(
  memory: Memory,
  shelf: PackShelf,
  id: number,
  world: EditorDeskWorld,
  ended: AbortSignal,
) {
  const builtIn = parsePacks(await world.readBuiltIn());
  const editor = await openPackEditor(
    await memory.desk(),
    id,
    {
      ...world,
      readKept: async () => {
        const rows = await memory.packs.all();
        return Promise.all(rows.map((row) => memory.packs.textOf(row)));
      },
    },
    ended,
  );
  if (!editor) return undefined;
  const about = (key: string) => aboutOf(editor.document.value, key);
  return {
    editor,
    review: shelf.review,
    bring: createBringIn(world, editor),
    categories: (language: unknown) => categoriesIn(builtIn, language),
    keptVersion: (packId: unknown) => shelf.rows.value.find((row) => row.id === packId)?.version,
    saveFile: () => {
      const [packId, version] = [wordsOf(about('id')) || 'pack', wordsOf(about('version'))];
      const name = `${packId}-${version}.json`;
      world.saveFile(new Blob([editor.text()], { type: 'application/json' }), name);
    },
    take: (layer: PackLayer) => {
      const name = titleOf(editor.document.value);
      const onTaken = () => void editor.drop().then(world.goToPacks);
      void shelf.review.readText({ name, text: editor.text(), layer, onTaken });
    },
    back: world.goToPacks,
  };
}

function categoriesIn(packs: readonly Pack[], language: unknown): readonly Category[] {
  return packs.flatMap((pack) => (pack.language === language ? (pack.categories ?? []) : []));
}
