// The packs that come with the extension, read and checked like anyone's.
import { packSchema } from '../domain/pack';
import type { Pack } from '../domain/pack';

const files = ['en', 'zh-cn'] as const;

/** Loads the built-in packs through `read`, which gives the text of `/packs/NAME.json`. */
export async function loadBuiltInPacks(
  read: (path: `/packs/${(typeof files)[number]}.json`) => Promise<unknown>,
): Promise<Pack[]> {
  return Promise.all(
    files.map(async (name) => packSchema.parse(await read(`/packs/${name}.json`))),
  );
}
