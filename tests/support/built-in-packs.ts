// The built-in packs as they stand, read and checked.
import { readFileSync } from 'node:fs';
import { packSchema } from '../../lib/domain/pack';
import type { Language, Pack } from '../../lib/domain/pack';

export const builtInPacks: readonly Pack[] = ['en', 'zh-cn'].map((name) => {
  const file = new URL(`../../public/packs/${name}.json`, import.meta.url);
  return packSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
});

/** The built-in pack of a language. */
export function packIn(language: Language): Pack {
  const pack = builtInPacks.find((each) => each.language === language);
  if (!pack) throw new Error(`There is no pack in ${language}.`);
  return pack;
}
