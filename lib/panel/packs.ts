// The enabled packs as the panel uses them: phrases and categories by language, one ear for all cues.
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { createEar } from '../domain/hear';
import type { Ear } from '../domain/hear';
import type { Language, Pack, Phrase } from '../domain/pack';

export type Packs = {
  all: ReadonlySignal<readonly Pack[]>;
  /** Undefined until the packs are there: nothing may be taken for unheard meanwhile. */
  ear: ReadonlySignal<Ear | undefined>;
  phrases(language: Language): readonly Phrase[];
  categories(language: Language): readonly { id: string; title: string }[];
  use(packs: readonly Pack[]): void;
};

export function createPacks(): Packs {
  const all = signal<readonly Pack[]>([]);
  const inLanguage = (language: Language) => all.value.filter((pack) => pack.language === language);
  return {
    all,
    ear: computed(() =>
      all.value.length > 0 ? createEar(all.value.flatMap(({ cues }) => cues ?? [])) : undefined,
    ),
    phrases: (language) => inLanguage(language).flatMap(({ phrases }) => phrases),
    categories: (language) => inLanguage(language).flatMap(({ categories }) => categories ?? []),
    use: (packs) => {
      all.value = packs;
    },
  };
}
