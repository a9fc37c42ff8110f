// Takes the names that a record knows out of its texts: whole, in parts, and as they are addressed.

export type KnownName = {
  name: string;
  /** What stands in its place. */
  as: string;
};

const titles =
  /^(?:mr|mrs|ms|miss|dr|prof|sir|madam|de|da|del|der|den|di|la|le|van|von|el|al|bin)$/i;
// Names that are words as well: only where they are written as names.
const words =
  /^(?:art|bill|chase|dawn|dean|drew|faith|frank|gene|grace|grant|hope|jack|joy|june|lane|long|love|mark|may|price|rose|rich|short|stone|sue|will|young|white|black|brown|green|wood|bush|page|case|day|ward|wise|team|sales|support|service|desk|manager|office|shop|store)$/i;
// No text holds it: a code point that is none.
const stand = '\uFFFF';
const addressed = '(?:先生|女士|小姐|太太|老师|总|经理|同学)';

/**
 * Takes these names out of texts. Names of other people, of places and of firms stay: only what the record names as a
 * name is known as one.
 */
export function createNameMask(names: readonly KnownName[]): (text: string) => string {
  const known = names.map(({ name, as }) => ({ as, parts: partsOf(name) }));
  return (text) => {
    const lower = text.toLowerCase();
    return known.reduce((told, { as, parts }) => {
      // A pattern is dear, and most texts name nobody.
      if (!parts.some((part) => mayStand(part, lower))) return told;
      // What stands in the name's place may hold a part of it, which is not to be replaced once more.
      return patternsOf(parts)
        .reduce((rest, pattern) => rest.replace(pattern, stand), told)
        .replaceAll(stand, () => as);
    }, text);
  };
}

/** The text without these names. */
export function withoutNames(text: string, names: readonly KnownName[]): string {
  return createNameMask(names)(text);
}

function partsOf(name: string): string[] {
  if (name.includes('●')) return [];
  return name
    .trim()
    .split(/[\s,，.;；/()（）]+/u)
    .filter((part) => Array.from(part).length > 1 && !titles.test(part) && !/\d|@/.test(part));
}

/** Of a Chinese name the family may stand alone, with how they are addressed. */
function mayStand(part: string, lower: string): boolean {
  if (!isChinese(part)) return lower.includes(part.toLowerCase());
  return lower.includes(part.slice(0, 1)) || lower.includes(part.slice(1));
}

function isChinese(part: string): boolean {
  return /^\p{Script=Han}{2,5}$/u.test(part);
}

/** Whole names first, so that their parts do not leave a second one beside it. */
function patternsOf(parts: readonly string[]): RegExp[] {
  const each = parts.flatMap((part) =>
    isChinese(part)
      ? chinesePatterns(part)
      : [wordPattern(asPattern(part), words.test(part) ? 'gu' : 'giu')],
  );
  const all = parts.map(asPattern).join(String.raw`[\s,.]+`);
  return parts.length > 1 ? [wordPattern(all, 'giu'), ...each] : each;
}

function chinesePatterns(name: string): RegExp[] {
  const family = familyOf(name);
  const given = name.slice(family.length);
  return [
    new RegExp(`${name}${addressed}?`, 'gu'),
    new RegExp(`${family}${addressed}`, 'gu'),
    ...(given.length > 1 ? [new RegExp(given, 'gu')] : []),
  ];
}

/** Two signs where the family is one of those. */
function familyOf(name: string): string {
  const double = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐)/u.exec(name);
  return double && name.length > 2 ? double[0] : name.slice(0, 1);
}

/** Beside a name it makes another word of it. Between Chinese words a name stands without spaces: 昨天Dana打来. */
export const wordLetter = String.raw`(?!\p{Script=Han})[\p{L}\p{N}]`;

function wordPattern(source: string, flags: string): RegExp {
  return new RegExp(`(?<!${wordLetter})${source}(?!${wordLetter})`, flags);
}

function asPattern(part: string): string {
  return part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
