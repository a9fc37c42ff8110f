// Looks through all packs in use together: what each holds, and where they are at odds.
import type { Pack } from './pack';
import { layerPacks } from './pack-layers';
import type { LayerConflict } from './pack-layers';
import { summaryOf } from './pack-summary';
import type { PackSummary } from './pack-summary';
import type { PackTexts } from './prepared-packs';
import { readPack } from './read-pack';

export type LayersReview = {
  builtIn: readonly PackSummary[];
  conflicts: readonly LayerConflict[];
};

/** Added packs that this version cannot read any more are left out, as they are in use. */
export function reviewLayers({ builtIn, added }: PackTexts): LayersReview {
  const own = parsePacks(builtIn);
  return { builtIn: own.map(summaryOf), conflicts: layerPacks(own, parsePacks(added)).conflicts };
}

/** Those of the texts that are packs. */
export function parsePacks(texts: readonly string[]): Pack[] {
  return texts.flatMap((text) => {
    const read = readPack(text);
    return read.ok ? [read.pack] : [];
  });
}
