// Finds many literal words in a text in one go, with exact ranges in the original.

export type Find<T> = { words: string; value: T };
export type Hit<T> = { start: number; end: number; value: T };
export type Matcher<T> = (text: string) => Hit<T>[];

// Only one-to-one replacements: every offset in the folded text is an offset in the original.
const folds: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ]/g, "'"],
  [/[“”]/g, '"'],
  [/\u00a0|\u3000/g, ' '],
];

const insidePair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/;

/**
 * A matcher for a list of finds. Case, curly quotes and wide spaces do not matter; words that begin or end with
 * a letter of an alphabet match whole words only, Chinese matches anywhere. Hits come in the order of the text.
 */
export function createMatcher<T>(finds: readonly Find<T>[]): Matcher<T> {
  const folded = finds.map(({ words, value }) => ({ words: fold(words), value }));
  return (text) => {
    const haystack = fold(text);
    return folded
      .flatMap(({ words, value }) => findAll(haystack, words).map((hit) => ({ ...hit, value })))
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
  };
}

function findAll(haystack: string, words: string): { start: number; end: number }[] {
  const hits: { start: number; end: number }[] = [];
  if (words === '') return hits;
  for (
    let start = haystack.indexOf(words);
    start >= 0;
    start = haystack.indexOf(words, start + 1)
  ) {
    const end = start + words.length;
    if (isBoundary(haystack, start) && isBoundary(haystack, end)) hits.push({ start, end });
  }
  return hits;
}

/** Whether a word may begin or end here: not inside a character, not between two letters or digits of an alphabet. */
function isBoundary(text: string, offset: number): boolean {
  if (offset > 0 && insidePair.test(text.slice(offset - 1, offset + 1))) return false;
  return !(isAlphabetic(text[offset - 1]) && isAlphabetic(text[offset]));
}

function isAlphabetic(character: string | undefined): boolean {
  return (
    character !== undefined && /[\p{L}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character)
  );
}

function fold(text: string): string {
  // A few capitals change their length in lower case (İ); those keep their form, so that offsets stay.
  const lower = Array.from(text, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  });
  return folds.reduce((folded, [from, to]) => folded.replace(from, to), lower.join(''));
}
