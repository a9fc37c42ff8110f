// Where the words of a time stand in a text, without the spaces around them.
import type { Range } from '../text/gap';

/** The range of what was matched, trimmed. */
export function rangeOf(match: RegExpExecArray): Range {
  const start = match.index + match[0].length - match[0].trimStart().length;
  return { start, end: match.index + match[0].trimEnd().length };
}
