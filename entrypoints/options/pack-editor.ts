// Opens a pack that is being written in the Desk; what it needs is loaded then.
import type { ReadonlySignal } from '@preact/signals';
import type { OpenEditor } from '../../components/pack-editor/opened';
import { inspectInWorker } from '../../lib/browser/prepare-packs';
import { schedule } from '../../lib/browser/schedule';
import { memoryOf } from '../../lib/panel/live';
import type { MemoryState } from '../../lib/panel/live';
import type { PackShelf } from '../../lib/panel/pack-shelf';
import { packWays } from './pack-ways';

type World = {
  memory: ReadonlySignal<MemoryState>;
  packs: ReadonlySignal<PackShelf | undefined>;
};
export function makeOpenEditor({ memory, packs }: World): OpenEditor {
  return async (id, ended) => {
    const { openEditorDesk } = await import('../../lib/panel/editor-desk');
    const opened = memoryOf(memory.value);
    const shelf = packs.value;
    if (!opened || !shelf) return undefined;
    const world = { ...packWays, inspect: inspectInWorker, schedule };
    return openEditorDesk(opened, shelf, id, world, ended);
  };
}
