// What the Desk's forms offer, bound to the real browser; what it needs is loaded then.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { loadSettings } from '../../lib/browser/settings';
import type { Language } from '../../lib/domain/pack';
import { whenOpened } from '../../lib/panel/live';
import type { MemoryState } from '../../lib/panel/live';

type World = { memory: ReadonlySignal<MemoryState>; language: ReadonlySignal<Language> };

export async function pickListsHere({ memory, language }: World) {
  const { loadPickLists } = await import('../../lib/packs/pick-lists');
  const script = signal((await loadSettings()).chineseScript);
  const world = async () => (await import('../sidepanel/pack-world')).packWorld(script);
  const read = async (file: string) => (await fetch(file)).text();
  const kept = (await whenOpened(memory))?.packs;
  return loadPickLists({ read, world, kept }, language.value);
}
