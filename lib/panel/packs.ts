// The enabled packs as the panel uses them: phrases and categories by language, one ear for all cues.
import { batch, computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { createEar, Ear } from '../domain/hear';
import { cuesOf } from '../domain/heard-cue';
import type { Language, Pack, Phrase, RefusalBlock } from '../domain/pack';

export type Packs = {
  all: ReadonlySignal<readonly Pack[]>;
  /** Undefined until the packs are there: nothing may be taken for unheard meanwhile. */
  ear: ReadonlySignal<Ear | undefined>;
  phrases(language: Language): readonly Phrase[];
  /** Ids of the phrases that are the team's own, not those that come with the extension. */
  own: ReadonlySignal<ReadonlySet<string>>;
  /** All phrases by their ids, in whichever language. */
  byId: ReadonlySignal<ReadonlyMap<string, Phrase>>;
  categories(language: Language): readonly { id: string; title: string }[];
  refusals(language: Language): readonly RefusalBlock[];
  /** The ear is made for the cues of these packs; the matcher behind it is too big to be loaded with the panel. */
  use(packs: readonly Pack[], makeEar: typeof createEar): void;
};

export function createPacks(): Packs {
  const all = signal<readonly Pack[]>([]);
  const ear = signal<Ear>();
  const inLanguage = (language: Language) => all.value.filter((pack) => pack.language === language);
  return {
    all,
    ear,
    own: computed(() => {
      const theirs = all.value.filter(({ id }) => !id.startsWith('built-in.'));
      return new Set(theirs.flatMap(({ phrases }) => phrases.map(({ id }) => id)));
    }),
    byId: computed(
      () => new Map(all.value.flatMap(({ phrases }) => phrases.map((each) => [each.id, each]))),
    ),
    phrases: (language) => inLanguage(language).flatMap(({ phrases }) => phrases),
    categories: (language) => inLanguage(language).flatMap(({ categories }) => categories ?? []),
    refusals: (language) => inLanguage(language).flatMap(({ refusals }) => refusals ?? []),
    use: (packs, makeEar) => {
      batch(() => {
        all.value = packs;
        ear.value = makeEar(cuesOf(packs));
      });
    },
  };
}
