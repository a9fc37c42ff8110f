// What both languages share in reading a time.
import type { Range } from '../text/gap';

/** Where the words of a time stand in their text, without the spaces around them. */
export function rangeOf(match: RegExpExecArray): Range {
  const start = match.index + match[0].length - match[0].trimStart().length;
  return { start, end: match.index + match[0].trimEnd().length };
}

/**
 * Whether an hour that is written with its minutes leaves open which half of the day is meant: "3:20" is an afternoon's
 * to who promises it by day, "8:30" and "03:20" are said in full.
 */
export function isLooseClock(hour: string): boolean {
  return /^[1-6]$/.test(hour);
}
