// Where a sentence ends: the sentences of a message, the clauses within them, and the sentence around words of a draft.
import type { Range } from './gap';

/** `asked` if it ends with a question mark. The marks at the end belong to it. */
export type Sentence = Range & { asked: boolean };
/** UTF-16 offsets, ends exclusive. `end` stands before the end marks, `close` behind them. */
export type SentenceSpan = Range & { close: number };

// Nobody writes longer sentences in a chat, and what is not looked at costs nothing.
export const mostReach = 300;

const stops = '.!?。！？…\n\r';
const waves = '~～';
const ends = /[.!?。！？…\n\r]+["'”’)）\]]*/g;
const closers = /["'”’)）\]]/;
const abbreviations =
  /(?:^|[\s(])(?:e\.g|i\.e|mr|mrs|ms|dr|st|no|approx|vs|p\.s|[a-z]\.[a-z]|[a-z])$/i;
const breaks = /[,，、:：;；()（）[\]{}~～]+|\s[-–—*|]+\s|[–—]+|\s{2,}/g;
const spaced = /(?<=[\p{Script=Han}\p{P}])\s+(?=[\p{Script=Han}])/gu;

/** Chats leave points out: a line break ends a sentence, a point inside a number, an address or an abbreviation does not. */
function isEnd(text: string, place: number): boolean {
  const sign = text.charAt(place);
  if (sign === '' || !stops.includes(sign)) return false;
  if (sign !== '.') return true;
  const next = text.charAt(place + 1);
  const goesOn = next !== '' && !isBlank(next) && !isMark(next) && !closers.test(next);
  return !goesOn && !abbreviations.test(text.slice(Math.max(0, place - 8), place));
}

function isMark(sign: string): boolean {
  return stops.includes(sign) || waves.includes(sign);
}

/** In Chinese chats a wave, and a space between signs, end what is said as a full stop does. */
function isEndOrPause(text: string, place: number): boolean {
  const sign = text.charAt(place);
  if (sign === ' ' || sign === '\u3000') return isHan(text, place - 1) && isHan(text, place + 1);
  return isEnd(text, place) || (sign !== '' && waves.includes(sign));
}

function isHan(text: string, place: number): boolean {
  return /^[\p{Script=Han}～]$/u.test(text.charAt(place));
}

function isBlank(sign: string): boolean {
  return /^\s$/.test(sign);
}

/**
 * The sentence that holds the words from `from` to `to`, as far as it can be reworded: up to an end or a pause. The
 * last one of a draft may have no end mark yet.
 */
export function sentenceAround(text: string, from: number, to: number): SentenceSpan {
  let start = from;
  const least = Math.max(0, from - mostReach);
  const most = Math.min(text.length, to + mostReach);
  while (start > least && !isEndOrPause(text, start - 1)) start--;
  while (start < from && isBlank(text.charAt(start))) start++;
  let close = to;
  while (close < most && !isEndOrPause(text, close)) close++;
  let end = close;
  while (end > from && (isBlank(text.charAt(end - 1)) || isEndOrPause(text, end - 1))) end--;
  while (close < text.length && isEndOrPause(text, close) && !isBreak(text.charAt(close))) close++;
  return { start, end, close: Math.max(close, to) };
}

function isBreak(sign: string): boolean {
  return sign === '\n' || sign === '\r';
}

/** The sentences of a message in their order. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of text.matchAll(ends)) {
    if (!isEnd(text, end.index)) continue;
    const stop = end.index + end[0].length;
    addSentence(sentences, text, start, stop);
    start = stop;
  }
  addSentence(sentences, text, start, text.length);
  return sentences;
}

function addSentence(sentences: Sentence[], text: string, start: number, stop: number): void {
  const range = trimmed(text, start, stop);
  if (range)
    sentences.push({
      ...range,
      asked: /[?？]/.test(text.slice(stop - 4 < start ? start : stop - 4, stop)),
    });
}

/** The clauses of a sentence: what stands between commas, semicolons, brackets and, in Chinese, spaces. */
export function clausesOf(text: string, { start, end }: Range): Range[] {
  const said = text.slice(start, end);
  const cuts = [...said.matchAll(breaks), ...said.matchAll(spaced)]
    .filter((cut) => !isInNumber(said, cut.index, cut[0].length))
    .toSorted((a, b) => a.index - b.index);
  const clauses: Range[] = [];
  let from = start;
  for (const cut of cuts) {
    const clause = trimmed(text, from, start + cut.index);
    if (clause) clauses.push(clause);
    from = start + cut.index + cut[0].length;
  }
  const last = trimmed(text, from, end);
  if (last) clauses.push(last);
  return clauses;
}

function isInNumber(text: string, at: number, size: number): boolean {
  return /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + size)) && size === 1;
}

function trimmed(text: string, start: number, stop: number): Range | undefined {
  const part = text.slice(start, stop);
  const kept = part.trim();
  if (kept === '') return undefined;
  const begin = start + part.indexOf(kept);
  return { start: begin, end: begin + kept.length };
}
