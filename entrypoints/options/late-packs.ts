// The Desk's packs; their code comes after the first paint.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { OpenEditor } from '../../components/pack-editor/opened';
import type { MemoryState } from '../../lib/panel/live';
import type { Notices } from '../../lib/panel/notices';
import type { PackShelf } from '../../lib/panel/pack-shelf';

type Stores = { memory: ReadonlySignal<MemoryState>; notices: Notices };

export function latePacks({ memory, notices }: Stores) {
  const packs = signal<PackShelf>();
  void import('./packs').then(({ makePacks }) => (packs.value = makePacks(memory, notices)));
  const openEditor: OpenEditor = async (id, ended) => {
    const { openEditorHere } = await import('./pack-editor');
    return openEditorHere(memory, packs.value, id, ended);
  };
  return { packs, openEditor };
}
