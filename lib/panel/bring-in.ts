// A file from another tool on its way into a draft: read, tried, shown with what it would bring, and taken only then.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { phrasesOf } from '../domain/brought';
import type { BringColumns, BringFormat, BringProblem, BroughtFile } from '../domain/brought';
import type { Phrase, Place } from '../domain/pack';
import { aboutOf, itemsOf, wordsOf } from '../domain/pack-document';
import type { PackEditor } from './pack-editor';

export type Tried = {
  name: string;
  format: BringFormat;
  table: BroughtFile['table'];
  place: Place;
  /** As they would stand in the pack. */
  phrases: readonly Phrase[];
  problems: readonly BringProblem[];
};
export type BringIn = {
  /** Undefined while no file is chosen. */
  tried: ReadonlySignal<Tried | undefined>;
  /** How many phrases were taken last. */
  taken: ReadonlySignal<number | undefined>;
  /** Name of a file that is no text. */
  unread: ReadonlySignal<string | undefined>;
  choose(file: File): Promise<void>;
  setFormat(format: BringFormat): void;
  setColumns(columns: BringColumns): void;
  /** For the phrases that say none themselves. */
  setPlace(place: Place): void;
  take(): void;
  leave(): void;
};
export type BringWorld = {
  /** Undefined where the bytes are no text. */
  textOfFile: (file: Blob) => Promise<string | undefined>;
  /** Loaded when the first file is chosen. */
  reader: () => Promise<{
    formatOf: (text: string, name: string) => BringFormat;
    bringIn: (text: string, format: BringFormat, columns?: BringColumns) => BroughtFile;
  }>;
};

type Chosen = {
  name: string;
  text: string;
  place: Place;
  brought: BroughtFile;
  reader: Awaited<ReturnType<BringWorld['reader']>>;
};

export function createBringIn(world: BringWorld, editor: PackEditor): BringIn {
  const chosen = signal<Chosen | undefined>();
  const taken = signal<number | undefined>();
  const unread = signal<string | undefined>();
  const read = (format: BringFormat, columns?: BringColumns) => {
    const { value } = chosen;
    if (!value) return;
    chosen.value = { ...value, brought: value.reader.bringIn(value.text, format, columns) };
  };
  const tried = computed(() => chosen.value && tryBrought(chosen.value, editor));
  return {
    tried,
    taken,
    unread,
    choose: async (file) => {
      const [text, reader] = await Promise.all([world.textOfFile(file), world.reader()]);
      [taken.value, unread.value] = [undefined, text === undefined ? file.name : undefined];
      if (text === undefined) return void (chosen.value = undefined);
      const brought = reader.bringIn(text, reader.formatOf(text, file.name));
      chosen.value = { name: file.name, text, place: 'listen.acknowledge', brought, reader };
    },
    setFormat: (format) => read(format),
    setColumns: (columns) => read('csv', columns),
    setPlace: (place) => {
      if (chosen.value) chosen.value = { ...chosen.value, place };
    },
    take: () => {
      const values = tried.value?.phrases ?? [];
      editor.edit({ is: 'append', list: 'phrases', values });
      [taken.value, chosen.value] = [values.length, undefined];
    },
    leave: () => (chosen.value = undefined),
  };
}

function tryBrought({ name, place, brought }: Chosen, editor: PackEditor): Tried {
  const document = editor.document.value;
  const { format, table, rows } = brought;
  const { phrases, problems } = phrasesOf(rows, {
    place,
    phrases: itemsOf(document, 'phrases').map(({ value }) => value),
    stem: wordsOf(aboutOf(document, 'id')) || 'own',
  });
  const all = [...brought.problems, ...problems].toSorted((a, b) => a.line - b.line);
  return { name, format, table, place, phrases, problems: all };
}
