// All that an ear listens for: the cues of the packs, and the words that name their categories.
import type { Cue, Pack } from './pack';

/** A cue of a pack, or what a category is told by, which it then names. */
export type HeardCue = Cue & { category?: string };

export function cuesOf(packs: readonly Pick<Pack, 'cues' | 'categories'>[]): HeardCue[] {
  return packs.flatMap(({ cues = [], categories = [] }) => [
    ...cues,
    ...categories.flatMap(({ id, finds }): HeardCue[] =>
      finds ? [{ means: 'about', side: 'customer', words: finds, category: id }] : [],
    ),
  ]);
}
