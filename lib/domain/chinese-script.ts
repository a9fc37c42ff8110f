// Chinese as it is written elsewhere: what of a pack is said to people is put into Traditional characters, what is looked for is not.
import type { Pack } from './pack';

/** `tw`, `hk`: Traditional, as it is usual in Taiwan or in Hong Kong. */
export const chineseScripts = ['simplified', 'tw', 'hk'] as const;
export type ChineseScript = (typeof chineseScripts)[number];
export type TraditionalScript = Exclude<ChineseScript, 'simplified'>;

/** Puts a text into other characters. */
export type Convert = (text: string) => string;

/**
 * The pack with all that people read converted; others than Chinese ones stay as they are. Finds stay: they are read in
 * either script.
 */
export function inScript(pack: Pack, convert: Convert): Pack {
  if (pack.language !== 'zh-CN') return pack;
  const { categories, phrases, rewrites, houseWords, refusals, procedures, frames, lists } = pack;
  return {
    ...pack,
    phrases: phrases.map((phrase) => sayIn(phrase, convert)),
    ...(categories && { categories: categories.map((each) => sayIn(each, convert)) }),
    ...(rewrites && { rewrites: rewrites.map((each) => sayIn(each, convert)) }),
    ...(houseWords && { houseWords: houseWords.map((each) => sayIn(each, convert)) }),
    ...(refusals && { refusals: refusals.map((each) => sayIn(each, convert)) }),
    ...(procedures && { procedures: procedures.map((each) => sayIn(each, convert)) }),
    ...(frames && { frames: frames.map((each) => sayIn(each, convert)) }),
    ...(lists && { lists: lists.map((each) => sayIn(each, convert)) }),
  };
}

/** Keys whose texts are read by people; ids, finds and other keys are not. */
const said = new Set(
  'text title note prompt reason plain say to slots steps contacts how options'.split(' '),
);

function sayIn<T extends object>(item: T, convert: Convert): T {
  const entries = Object.entries(item).map(([key, value]: [string, unknown]) => [
    key,
    said.has(key) ? sayValue(value, convert) : value,
  ]);
  return Object.fromEntries(entries) as T; // The same keys with values of the same kinds.
}

function sayValue(value: unknown, convert: Convert): unknown {
  if (typeof value === 'string') return convert(value);
  if (Array.isArray(value)) return value.map((each) => sayValue(each, convert));
  return typeof value === 'object' && value !== null ? sayIn(value, convert) : value;
}
