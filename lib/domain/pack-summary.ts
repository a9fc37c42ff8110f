// A pack in a few facts, for lists.
import type { Pack } from './pack';

const countedKinds = ['phrases', 'rewrites', 'cues', 'refusals', 'procedures'] as const;

export type PackSummary = Pick<Pack, 'id' | 'version' | 'title' | 'language'> & {
  authors: readonly string[];
  licence: string;
  counts: Readonly<Record<(typeof countedKinds)[number], number>>;
};

export function summaryOf(pack: Pack): PackSummary {
  const { id, version, title, language, authors = [], licence = '' } = pack;
  const count = (items: readonly unknown[] = []) => items.length;
  return {
    id,
    version,
    title,
    language,
    authors,
    licence,
    counts: {
      phrases: count(pack.phrases),
      rewrites: count(pack.rewrites) + count(pack.houseWords),
      cues: count(pack.cues),
      refusals: count(pack.refusals),
      procedures: count(pack.procedures),
    },
  };
}

/** Below 0 where the first is the older one. Versions are three numbers. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  return (
    [0, 1, 2]
      .map((place) => (a?.[place] ?? 0) - (b?.[place] ?? 0))
      .find((difference) => difference !== 0) ?? 0
  );
}
