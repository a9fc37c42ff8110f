// A pack's house words as rewrites: what only colleagues understand is pointed out with the plain word (W5).
import type { Pack, Rewrite } from './pack';

/** All rewrites of a pack, those that its house words make behind the others. */
export function rewritesOf({ rewrites = [], houseWords = [] }: RewritingPack): Rewrite[] {
  return [
    ...rewrites,
    ...houseWords.map(({ words, plain }) => ({
      id: `house-word ${words}`,
      rule: 'W5',
      words: [words],
      to: [{ text: plain, where: 'anywhere' as const }],
    })),
  ];
}

export type RewritingPack = Pick<Pack, 'rewrites' | 'houseWords'>;
