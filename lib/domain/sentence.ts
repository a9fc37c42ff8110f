// Cuts the sentence around some words out of a draft: what stands before them, behind them, and how it ends.

/** Offsets are UTF-16, ends exclusive. `end` stands before the end marks, `close` behind them. */
export type Sentence = { start: number; end: number; close: number };

// Nobody writes longer sentences in a chat, and what is not looked at costs nothing.
export const mostReach = 300;

const marks = '.!?。！？…~～\n\r';
const abbreviations =
  /(?:^|[\s(])(?:e\.g|i\.e|mr|mrs|ms|dr|st|no|approx|vs|p\.s|[a-z]\.[a-z]|[a-z])$/i;

/** The sentence that holds the words from `from` to `to`; the last one of a draft may have no end mark yet. */
export function sentenceAround(text: string, from: number, to: number): Sentence {
  let start = from;
  const least = Math.max(0, from - mostReach);
  const most = Math.min(text.length, to + mostReach);
  while (start > least && !endsBefore(text, start)) start--;
  while (start < from && isBlank(text.charAt(start))) start++;
  let close = to;
  while (close < most && !isMark(text, close)) close++;
  let end = close;
  while (end > from && (isBlank(text.charAt(end - 1)) || isMark(text, end - 1))) end--;
  while (close < text.length && isMark(text, close) && !isBreak(text.charAt(close))) close++;
  return { start, end, close: Math.max(close, to) };
}

/** Whether a sentence has ended right before this place. */
function endsBefore(text: string, place: number): boolean {
  return isMark(text, place - 1);
}

/** A point inside a number, an address or an abbreviation ends nothing; a space in Chinese ends as a full stop does. */
function isMark(text: string, place: number): boolean {
  const sign = text.charAt(place);
  if (sign === ' ' || sign === '\u3000') return isHan(text, place - 1) && isHan(text, place + 1);
  if (sign === '' || !marks.includes(sign)) return false;
  if (sign !== '.') return true;
  const next = text.charAt(place + 1);
  if (next !== '' && !isBlank(next) && !marks.includes(next) && !/["'”’)\]]/.test(next))
    return false;
  return !abbreviations.test(text.slice(Math.max(0, place - 8), place));
}

function isHan(text: string, place: number): boolean {
  return /^[\p{Script=Han}～]$/u.test(text.charAt(place));
}

function isBlank(sign: string): boolean {
  return /^\s$/.test(sign);
}

function isBreak(sign: string): boolean {
  return sign === '\n' || sign === '\r';
}
