// How Chinese characters are typed in Latin letters: their syllables, and what typed letters may stand for.
import { pinyinTable } from './pinyin-table';

type Table = {
  /** Of syllables, whole ones among them. */
  beginnings: ReadonlySet<string>;
  units: ReadonlyMap<string, readonly number[]>;
  syllables: ReadonlyMap<number, readonly string[]>;
};
let table: Table | undefined;

/** The syllables of a simplified character without tones, the commonest first; empty for anything else. */
export function syllablesOf(unit: number): readonly string[] {
  return readTable().syllables.get(unit) ?? none;
}

const none: readonly string[] = [];

/** All characters with a syllable that begins like this, or is this as a whole. */
export function unitsOf(letters: string, as: 'beginning' | 'whole'): ReadonlySet<number> {
  const known = unitsByLetters.get(as + letters);
  if (known) return known;
  const found = new Set<number>();
  for (const [syllable, units] of readTable().units) {
    if (as === 'whole' ? syllable !== letters : !syllable.startsWith(letters)) continue;
    for (const unit of units) found.add(unit);
  }
  unitsByLetters.set(as + letters, found);
  return found;
}

// There are a thousand beginnings of syllables, and nothing else is asked for.
const unitsByLetters = new Map<string, ReadonlySet<number>>();

/**
 * What letters may be short for: one beginning of a syllable for each character. `dbq` is `d b q`, `duibuq` is
 * `dui bu q`. At most two readings: as initials, and as the fewest syllables. Empty where the letters are neither.
 */
export function patternsOf(letters: string): readonly (readonly string[])[] {
  if (letters.length < 2 || !/^[a-z]+$/.test(letters)) return [];
  const initials = letters.split('');
  const syllables = fewestSyllables(letters);
  const areInitials = initials.every(
    (letter) => letter !== 'i' && letter !== 'u' && letter !== 'v',
  );
  const fits = syllables.length > 0 && syllables.length < letters.length;
  return [...(areInitials ? [initials] : []), ...(fits ? [syllables] : [])];
}

/** Whole syllables or single initials; the last one may still be under way. */
function fewestSyllables(letters: string): readonly string[] {
  const { units, beginnings } = readTable();
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - longestSyllable); start < end; start++) {
      const before = best[start];
      if (!before || (best[end]?.length ?? Infinity) <= before.length + 1) continue;
      const part = letters.slice(start, end);
      const isUnderWay = part.length === 1 || end === letters.length;
      if (units.has(part) || (isUnderWay && beginnings.has(part))) best[end] = [...before, part];
    }
  }
  return best[letters.length] ?? none;
}

const longestSyllable = 6;

function readTable(): Table {
  if (table) return table;
  const units = new Map<string, number[]>();
  const syllables = new Map<number, string[]>();
  const beginnings = new Set<string>();
  for (const line of pinyinTable.split(' ')) {
    const syllable = line.replaceAll(/[^a-z]/g, '');
    const own = Array.from(line.slice(syllable.length), (one) => one.charCodeAt(0));
    units.set(syllable, own);
    for (let end = 1; end <= syllable.length; end++) beginnings.add(syllable.slice(0, end));
    for (const unit of own) syllables.set(unit, [...(syllables.get(unit) ?? none), syllable]);
  }
  table = { beginnings, units, syllables };
  return table;
}
