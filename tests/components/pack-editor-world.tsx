// The form of a pack over a real log, with what it reads from and writes to.
import { render } from 'preact';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { EditorPage } from '../../components/pack-editor/editor-page';
import { inspectPack } from '../../lib/domain/inspect-pack';
import type { Language } from '../../lib/domain/pack';
import { textOfFile } from '../../lib/packs/text-of-file';
import { openEditorDesk } from '../../lib/panel/editor-desk';
import { memoryOf } from '../../lib/panel/live';
import { packFile } from '../packs/small-pack';
import { builtIn, button, phrase, showPacks } from './packs-world';

const schedule = (callback: () => void, ms: number) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};

/** A draft of a text, in the form. */
export async function write(text: string, language: Language = 'en') {
  const world = await showPacks({ language });
  await world.shelf.drafts.start(text, 'draft.json');
  const [id = 0] = world.drafts;
  const memory = memoryOf(world.memory.value);
  if (!memory) throw new Error('No memory.');
  const left: string[] = [];
  const open = () => {
    const desk = {
      inspect: async (asked: Parameters<typeof inspectPack>[0]) => inspectPack(asked),
      readBuiltIn: async () => builtIn,
      schedule,
      saveFile: (file: Blob, name: string) => world.saved.push({ name, text: file.text() }),
      goToPacks: () => left.push('packs'),
      textOfFile,
      reader: () => import('../../lib/packs/bring-in'),
    };
    render(
      <>
        <h1>Desk</h1>
        <EditorPage
          id={id}
          open={(number, ended) => openEditorDesk(memory, world.shelf, number, desk, ended)}
        />
      </>,
      world.root,
    );
  };
  open();
  await expect.element(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  /** As when the tab is closed and opened again. */
  const reopen = async () => {
    render(null, world.root);
    open();
    await expect.element(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  };
  const savedText = async () => {
    const before = world.saved.length;
    await button('Save as file').click();
    await expect.poll(() => world.saved.length).toBe(before + 1);
    return world.saved.at(-1)?.text;
  };
  return { ...world, left, reopen, savedText, memory };
}

export const field = (name: string) => page.getByRole('textbox', { name, exact: true });
export const two = packFile({
  phrases: [phrase('a', 'Hello {customer}.'), phrase('b', 'Good day to you.')],
});
