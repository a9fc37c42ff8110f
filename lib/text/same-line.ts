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
    const now = new Map(said.map((text) => [text, known.get(text) ?? linesOf(text)] as const));
    known = now;
    const lines = [...now.values()].flat();
    return (text) =>
      sentencesOf(text).find(({ start, end }) => {
        const line = lineOf(text.slice(start, end));
        return line && lines.some((other) => alike(line, other));
      });
  };
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

function alike(one: Line, other: Line): boolean {
  const [small, big] = one.size < other.size ? [one, other] : [other, one];
  // So many pairs must be shared that lines of different length need no comparing.
  const most = (2 * small.size) / (one.size + other.size);
  if (most < nearly) return false;
  let shared = 0;
  for (const pair of small) if (big.has(pair)) shared++;
  return (2 * shared) / (one.size + other.size) >= nearly;
}
