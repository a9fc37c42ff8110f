// The phrases as the agent looks for them: by their words in any order, by pinyin, by shortcut.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Language, Phrase } from '../domain/pack';
import { offerPhrase } from '../domain/suggest';
import type { Suggestion } from '../domain/suggest';
import { createSearch } from '../text/search';
import type { GuideStore } from './guide';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';
import type { Packs } from './packs';

export type SearchStore = {
  query: ReadonlySignal<string>;
  /** The best few; before anything is typed, those that are used most. */
  results: ReadonlySignal<readonly Suggestion[]>;
  ask(query: string): void;
};

export type SearchWorld = {
  packs: Packs;
  guide: GuideStore;
  language: ReadonlySignal<Language>;
  memory: ReadonlySignal<MemoryState>;
};

const mostResults = 8;
// Added to about 1 for a full match of the words: the words count most, then the language, then step and habit.
const weights = { language: 0.4, step: 0.15, habit: 0.05, mostHabit: 0.25 };

export function createSearchStore({ packs, guide, language, memory }: SearchWorld): SearchStore {
  const query = signal('');
  const uses = signal<ReadonlyMap<string, number>>(new Map());
  effect(() => {
    const opened = memoryOf(memory.value);
    return opened && follow(opened.uses.watch(), uses);
  });
  const all = computed(() =>
    packs.all.value.flatMap((pack) =>
      pack.phrases.map((phrase) => ({ phrase, language: pack.language })),
    ),
  );
  const search = computed(() =>
    createSearch(all.value.map(({ phrase: { text, shortcut } }) => ({ text, shortcut }))),
  );
  const boost = (index: number) => {
    const entry = all.value[index];
    if (!entry) return 0;
    const here = entry.phrase.places.some((place) => place.startsWith(guide.shown.value));
    const habit = weights.habit * Math.log2(1 + (uses.value.get(entry.phrase.id) ?? 0));
    return (
      (entry.language === language.value ? weights.language : 0) +
      (here ? weights.step : 0) +
      Math.min(habit, weights.mostHabit)
    );
  };
  const mostUsed = () =>
    packs
      .phrases(language.value)
      .filter(({ id }) => uses.value.has(id))
      .toSorted((a, b) => (uses.value.get(b.id) ?? 0) - (uses.value.get(a.id) ?? 0))
      .slice(0, mostResults);
  const found = (): (Phrase | undefined)[] =>
    search
      .value(query.value, { limit: mostResults, boost })
      .map(({ index }) => all.value[index]?.phrase);
  return {
    query,
    results: computed(() =>
      (query.value.trim() === '' ? mostUsed() : found()).flatMap((phrase) =>
        phrase ? [offerPhrase(phrase, guide.slots.value)] : [],
      ),
    ),
    ask: (next) => {
      query.value = next;
    },
  };
}
