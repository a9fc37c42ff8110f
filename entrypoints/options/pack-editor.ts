// A pack that is being written in the Desk, bound to the real browser.
import type { ReadonlySignal } from '@preact/signals';
import type { OpenedEditor } from '../../components/pack-editor/opened';
import { inspectInWorker } from '../../lib/browser/prepare-packs';
import { schedule } from '../../lib/browser/schedule';
import { textOfFile } from '../../lib/packs/text-of-file';
import { openEditorDesk } from '../../lib/panel/editor-desk';
import { whenOpened } from '../../lib/panel/live';
import type { MemoryState } from '../../lib/panel/live';
import type { PackShelf } from '../../lib/panel/pack-shelf';
import { packWays } from './pack-ways';

/** Undefined where there is no such draft. */
export async function openEditorHere(
  memory: ReadonlySignal<MemoryState>,
  shelf: PackShelf | undefined,
  id: number,
  ended: AbortSignal,
): Promise<OpenedEditor | undefined> {
  const opened = await whenOpened(memory);
  const reader = () => import('../../lib/packs/bring-in');
  const world = { ...packWays, inspect: inspectInWorker, schedule, textOfFile, reader };
  return opened && shelf && openEditorDesk(opened, shelf, id, world, ended);
}
