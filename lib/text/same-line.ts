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

/** What was said is cut once, and again only when something of it is forgotten: a conversation mostly grows. */
export function createLineMemory(): (said: readonly string[]) => FindAgain {
  let memory = createMemory();
  return (said) => {
    const texts = new Set(said);
    if ([...memory.known].some((text) => !texts.has(text))) memory = createMemory();
    for (const text of texts) if (!memory.known.has(text)) add(memory, text);
    const { lines, index } = memory;
    // What is added later is not asked for.
    const count = lines.length;
    return (text) =>
      sentencesOf(text).find(({ start, end }) => {
        const line = lineOf(text.slice(start, end));
        return line && isLike(line, lines, { index, count });
      });
  };
}

/** `index`: the lines that hold a pair, by their places, so that most need not be looked at. */
type Memory = { known: Set<string>; lines: Line[]; index: Map<string, number[]> };

function createMemory(): Memory {
  return { known: new Set(), lines: [], index: new Map() };
}

function add({ known, lines, index }: Memory, text: string): void {
  known.add(text);
  for (const line of linesOf(text)) {
    for (const pair of line) {
      const places = index.get(pair);
      if (places) places.push(lines.length);
      else index.set(pair, [lines.length]);
    }
    lines.push(line);
  }
}

function isLike(
  line: Line,
  lines: readonly Line[],
  { index, count }: Pick<Memory, 'index'> & { count: number },
): boolean {
  const shared = new Uint16Array(lines.length);
  for (const pair of line)
    for (const at of index.get(pair) ?? []) {
      const both = (shared[at] ?? 0) + 1;
      shared[at] = both;
      if (at < count && (2 * both) / (line.size + (lines[at]?.size ?? 0)) >= nearly) return true;
    }
  return false;
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
