// Looks through packs beside each other: what the built-in ones hold, where those in use are at odds, what taking one changes.
import type { Pack } from './pack';
import { packDifference } from './pack-difference';
import type { Change } from './pack-difference';
import { layerPacks } from './pack-layers';
import type { LayerConflict } from './pack-layers';
import { summaryOf } from './pack-summary';
import type { PackSummary } from './pack-summary';
import type { PackTexts } from './prepared-packs';
import { readPack } from './read-pack';

export type LayersReview = {
  builtIn: readonly PackSummary[];
  conflicts: readonly LayerConflict[];
  /** Places in `added` of those that this version cannot read any more. */
  unusable: readonly number[];
};

/** Added packs that this version cannot read any more are left out, as they are in use. */
export function reviewLayers({ builtIn, added }: PackTexts): LayersReview {
  const own = parsePacks(builtIn);
  const over = added.map((text) => readPack(text));
  return {
    builtIn: own.map(summaryOf),
    conflicts: layerPacks(
      own,
      over.flatMap((read) => (read.ok ? [read.pack] : [])),
    ).conflicts,
    unusable: over.flatMap(({ ok }, place) => (ok ? [] : [place])),
  };
}

/** From one text of a pack to another; without one before, all of it is added. */
export function compareTexts(before: string | undefined, after: string): Change[] {
  const [old] = parsePacks(before === undefined ? [] : [before]);
  const [next] = parsePacks([after]);
  return next ? packDifference(old, next) : [];
}

/** Those of the texts that are packs. */
export function parsePacks(texts: readonly string[]): Pack[] {
  return texts.flatMap((text) => {
    const read = readPack(text);
    return read.ok ? [read.pack] : [];
  });
}
