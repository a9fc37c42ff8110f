// The phrases as the agent looks for them: by their words in any order, by pinyin, by shortcut.
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Language, Phrase } from '../domain/pack';
import { offerPhrase } from '../domain/suggestion';
import type { Suggestion } from '../domain/suggestion';
import type { createSearch } from '../text/search';
import type { GuideStore } from './guide';
import { follow, memoryOf } from './live';
import type { MemoryState } from './live';
import type { Packs } from './packs';

export type SearchStore = {
  /** What is looked for; it may be typed before the engine is there. */
  query: Signal<string>;
  /** The best few; before anything is typed, those that are used most. Undefined until the engine is there. */
  results: ReadonlySignal<readonly Suggestion[] | undefined>;
  /** Fetches the engine: nobody searches before the first paint. */
  open(): Promise<void>;
};

export type SearchWorld = {
  packs: Packs;
  guide: GuideStore;
  language: ReadonlySignal<Language>;
  memory: ReadonlySignal<MemoryState>;
  loadSearch: () => Promise<typeof createSearch>;
};

const mostResults = 8;
// Added to about 1 for a full match of the words: the words count most, then the language, then step and habit.
const weights = { language: 0.4, step: 0.15, habit: 0.05, mostHabit: 0.25 };

export function createSearchStore(world: SearchWorld): SearchStore {
  const { packs, guide, language, memory, loadSearch } = world;
  const query = signal('');
  const engine = signal<typeof createSearch>();
  const uses = signal<ReadonlyMap<string, number>>(new Map());
  const all = computed(() =>
    packs.all.value.flatMap((pack) =>
      pack.phrases.map((phrase) => ({ phrase, language: pack.language })),
    ),
  );
  const search = computed(() =>
    engine.value?.(all.value.map(({ phrase: { text, shortcut } }) => ({ text, shortcut }))),
  );
  const usesOf = ({ id }: Phrase) => uses.value.get(id) ?? 0;
  // Made anew when the step, the language or a use changes: not with every letter of a query.
  const boosts = computed(() => {
    const [step, own] = [guide.shown.value, language.value];
    return Float32Array.from(all.value, ({ phrase, language: other }) => {
      const here = phrase.places.some((place) => place.startsWith(step));
      const habit = weights.habit * Math.log2(1 + usesOf(phrase));
      return (
        (other === own ? weights.language : 0) +
        (here ? weights.step : 0) +
        Math.min(habit, weights.mostHabit)
      );
    });
  });
  const mostUsed = () =>
    packs
      .phrases(language.value)
      .filter((phrase) => usesOf(phrase) > 0)
      .toSorted((a, b) => usesOf(b) - usesOf(a))
      .slice(0, mostResults);
  let opening: Promise<void> | undefined;
  const load = async () => {
    engine.value = await loadSearch();
    effect(() => {
      const opened = memoryOf(memory.value);
      return opened && follow(opened.uses.watch(), uses);
    });
  };
  const offer = (phrase: Phrase) => offerPhrase(phrase, guide.slots.value);
  return {
    query,
    results: computed(() => {
      if (query.value.trim() === '') return mostUsed().map(offer);
      const hits = search.value?.(query.value, { limit: mostResults, boosts: boosts.value });
      return hits?.flatMap(({ index }) => all.value[index]?.phrase ?? []).map(offer);
    }),
    open: () => (opening ??= load()),
  };
}
