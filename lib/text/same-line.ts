// Whether a text says a line again that was said before, nearly word for word.
import type { Range } from './gap';
import { sentencesOf } from './sentence';

/** The first sentence of a text that was said before; short ones ("One moment.") are nobody's line. */
export type FindAgain = (text: string) => Range | undefined;

/** Pairs of letters of a line, and how many there are: what two lines are compared by. */
type Line = ReadonlySet<string>;

const leastLetters = 16;
const leastLettersHan = 7;
/** Of the pairs; another name, number or word in a long line leaves more than this. */
const nearly = 0.82;

/** Cut texts are kept as long as they are asked for: of a conversation only what is new is cut. */
export function createLineMemory(): (said: readonly string[]) => FindAgain {
  let known = new Map<string, readonly Line[]>();
  return (said) => {
    known = new Map(said.map((text) => [text, known.get(text) ?? linesOf(text)] as const));
    const lines = [...known.values()].flat();
    let index: Index | undefined;
    return (text) =>
      sentencesOf(text).find(({ start, end }) => {
        const line = lineOf(text.slice(start, end));
        index ??= indexOf(lines);
        return line && isLike(line, lines, index);
      });
  };
}

/** The lines that hold a pair, by their places: most lines share nothing with another and are not even looked at. */
type Index = ReadonlyMap<string, readonly number[]>;

function indexOf(lines: readonly Line[]): Index {
  const index = new Map<string, number[]>();
  for (const [at, line] of lines.entries())
    for (const pair of line) {
      const places = index.get(pair);
      if (places) places.push(at);
      else index.set(pair, [at]);
    }
  return index;
}

function isLike(line: Line, lines: readonly Line[], index: Index): boolean {
  const shared = new Uint16Array(lines.length);
  for (const pair of line)
    for (const at of index.get(pair) ?? []) shared[at] = (shared[at] ?? 0) + 1;
  return lines.some((other, at) => (2 * (shared[at] ?? 0)) / (line.size + other.size) >= nearly);
}

function linesOf(text: string): readonly Line[] {
  return sentencesOf(text).flatMap(({ start, end }) => lineOf(text.slice(start, end)) ?? []);
}

function lineOf(sentence: string): Line | undefined {
  const letters = sentence.toLowerCase().replaceAll(/[\p{P}\p{S}\s]/gu, '');
  const least = /\p{Script=Han}/u.test(letters) ? leastLettersHan : leastLetters;
  if (letters.length < least) return undefined;
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= letters.length; at++) pairs.add(letters.slice(at, at + 2));
  return pairs;
}
