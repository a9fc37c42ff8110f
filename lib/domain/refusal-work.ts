// What the agent did in the composer of refusals: blocks chosen by id, own words, words for slots.
import * as z from 'zod/mini';
import { layerSchema } from './pack';

const byLayerSchema = z.partialRecord(layerSchema, z.string());

export const refusalWorkSchema = z.object({
  /** The layer that the keys speak to. */
  layer: layerSchema,
  picks: byLayerSchema,
  own: byLayerSchema,
  words: z.record(z.string(), z.string()),
});
export type RefusalWork = z.infer<typeof refusalWorkSchema>;
