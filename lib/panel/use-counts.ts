// What is used of the packs, in the Desk: by this browser, or by a team, from the files that its members have saved.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { countsFile, readCounts, sumCounts, usedPhrases } from '../domain/use-counts';
import type { PhraseCount, UsedPhrase } from '../domain/use-counts';
import { parsePacks } from '../domain/review-layers';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';

export type UseCounts = {
  /** Names of the files that are shown together; empty: the counts of this browser. */
  files: ReadonlySignal<readonly string[]>;
  /** Names of files that hold no counts. */
  unread: ReadonlySignal<readonly string[]>;
  /** Of the pack that is shown; undefined while none is. */
  shown: ReadonlySignal<{ title: string; phrases: readonly UsedPhrase[] } | undefined>;
  save(): void;
  readFiles(files: readonly File[]): Promise<void>;
  /** Back to the counts of this browser. */
  leaveFiles(): void;
  /** Shows what is used of a pack, by its id; undefined hides it. */
  show(id: string | undefined): Promise<void>;
};
export type UseCountsWorld = {
  memory: ReadonlySignal<MemoryState>;
  readBuiltIn: () => Promise<readonly string[]>;
  textOfFile: (file: Blob) => Promise<string | undefined>;
  saveFile: (file: Blob, name: string) => void;
};

export function createUseCounts(world: UseCountsWorld): UseCounts {
  const opened = computed(() => memoryOf(world.memory.value));
  const own = signal<readonly PhraseCount[]>([]);
  const team = signal<readonly PhraseCount[]>([]);
  const [files, unread] = [signal<readonly string[]>([]), signal<readonly string[]>([])];
  const pack = signal<
    { title: string; phrases: readonly { id: string; text: string }[] } | undefined
  >();
  effect(() => opened.value && follow(opened.value.uses.watchCounts(), own));
  const textOf = async (id: string): Promise<string | undefined> => {
    const row = (await opened.value?.packs.all())?.find((each) => each.id === id);
    return row && opened.value?.packs.textOf(row);
  };
  return {
    files,
    unread,
    shown: computed(() => {
      const counts = files.value.length > 0 ? team.value : own.value;
      return (
        pack.value && { title: pack.value.title, phrases: usedPhrases(pack.value.phrases, counts) }
      );
    }),
    save: () =>
      world.saveFile(
        new Blob([countsFile(own.value)], { type: 'application/json' }),
        'phrase-counts.json',
      ),
    readFiles: async (chosen) => {
      const read = await Promise.all(
        chosen.map(async (file) => ({
          name: file.name,
          counts: readCounts((await world.textOfFile(file)) ?? ''),
        })),
      );
      const good = read.flatMap(({ name, counts }) => (counts ? [{ name, counts }] : []));
      team.value = sumCounts(good.map(({ counts }) => counts));
      files.value = good.map(({ name }) => name);
      unread.value = read.flatMap(({ name, counts }) => (counts ? [] : [name]));
    },
    leaveFiles: () => {
      [files.value, unread.value] = [[], []];
    },
    show: async (id) => {
      const texts = id === undefined ? [] : [await textOf(id), ...(await world.readBuiltIn())];
      pack.value = parsePacks(texts.flatMap((text) => text ?? [])).find((each) => each.id === id);
    },
  };
}
