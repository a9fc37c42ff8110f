// Fits another wording into the sentence around the flagged words, or finds that it would spoil the sentence.
//
//   Sorry, | unfortunately you must | send the form | .        wording: could you please …?
//   before     softener   words         rest          mark
//   Sorry, | could you please send the form?
//
// Case, person and end mark are fitted; where the words are quoted, asked, or hold more than one thought, a wording
// that would move them does not fit, and the words are shown without it.
import { mostReach } from '../text/sentence';
import type { SentenceSpan } from '../text/sentence';
import type { Grammar } from './grammar';
import type { Wording } from './pack';

/** A replacement of part of a draft: UTF-16 offsets, end exclusive. */
export type Replacement = { start: number; end: number; text: string };

/** Flagged words in their sentence. `gap`: what stands in the gap of the find, if it has one. */
export type Place = {
  text: string;
  start: number;
  end: number;
  sentence: SentenceSpan;
  gap: string | undefined;
};

const endMark = /[.?!。？！]$/;

/** The replacement that a wording gives here; undefined where it does not fit. */
export function fitWording(
  place: Place,
  wording: Wording,
  grammar: Grammar,
): Replacement | undefined {
  const { text, sentence, end, gap } = place;
  const { where = 'clause', follows } = wording;
  const start = softenedStart(place, grammar);
  const before = text.slice(sentence.start, start);
  const rest = text.slice(end, Math.max(end, sentence.end));
  if (isOpen(before) || isOpen(rest) || !isAllowed(before, where, grammar)) return undefined;
  if (follows && !grammar.follows[follows].test(rest)) return undefined;
  const closing = closingOf(place, wording.text, rest, grammar);
  if (closing === 'unfit' || (asks(wording) && grammar.joined.test(before))) return undefined;
  const gaps = gap === undefined ? [] : [gap.trim()];
  if (gaps.some((words) => grammar.complex.test(words))) return undefined;
  const filled = fillHoles(closing?.wording ?? wording.text, [
    ...gaps,
    ...(closing ? [closing.carried] : []),
  ]);
  if (filled === undefined) return undefined;
  const said = choosePerson(filled, text.slice(place.start, end));
  const opens = /^[^\p{L}\p{N},，]*$/u.test(before);
  return {
    start,
    end: closing?.end ?? end + tailOf(rest, wording, grammar),
    text: opens ? said.charAt(0).toUpperCase() + said.slice(1) : said,
  };
}

function asks({ text }: Wording): boolean {
  return /[?？]$/.test(text);
}

/** 哦 and its like go with words that are replaced at the end of a clause. */
function tailOf(rest: string, { follows }: Wording, { tail }: Grammar): number {
  return follows === 'end' ? (tail.exec(rest)?.[0].length ?? 0) : 0;
}

type Closing = { wording: string; carried: string; end: number };

/**
 * What a wording with an end mark does to the rest: it is carried into the hole or left out, up to the end of the
 * sentence. Chinese strings statements together with commas; there a statement ends at the next one.
 */
function closingOf(
  { text, sentence, end }: Place,
  wording: string,
  rest: string,
  { comma, complex, particles }: Grammar,
): Closing | undefined | 'unfit' {
  if (!endMark.test(wording)) return undefined;
  const isQuestion = /[?？]$/.test(wording);
  const cut = isQuestion ? undefined : comma?.exec(rest);
  const carried = rest.slice(0, cut?.index).trim().replace(particles, '');
  if (carried.length >= mostReach - 2 || (carried !== '' && complex.test(carried))) return 'unfit';
  if (cut) return { wording: wording.slice(0, -1), carried, end: end + cut.index };
  const isAsked = /^\s*[?？]/.test(text.slice(sentence.end, sentence.close));
  // A question may go as a whole, but not become a statement by half.
  if (isAsked && !isQuestion && carried !== '') return 'unfit';
  return { wording, carried, end: sentence.close };
}

/** "Unfortunately, you must" is replaced whole. */
function softenedStart({ text, start, sentence }: Place, { softener }: Grammar): number {
  const found = softener.exec(text.slice(sentence.start, start));
  return found ? sentence.start + found.index : start;
}

/** A quotation or a bracket begins or ends within: part of it cannot be changed. */
function isOpen(part: string): boolean {
  const straight = part.split('"').length - 1;
  const signs: readonly (readonly [string, string])[] = [
    ['“', '”'],
    ['「', '」'],
    ['(', ')'],
    ['（', '）'],
    ['«', '»'],
  ];
  const differs = signs.some(
    ([open, close]) => part.split(open).length !== part.split(close).length,
  );
  return straight % 2 === 1 || differs;
}

function isAllowed(before: string, where: NonNullable<Wording['where']>, grammar: Grammar) {
  if (where === 'anywhere') return true;
  if (!grammar.clauseOpening.test(before)) return false;
  return where === 'clause' || !grammar.dependent.test(before);
}

/** Each ellipsis takes the next filling; one without words to take does not fit. */
function fillHoles(wording: string, fillings: readonly string[]): string | undefined {
  const [first = '', ...parts] = wording.split('…');
  const missing = parts.some((_, index) => (fillings[index] ?? '') === '');
  if (missing) return undefined;
  return parts.reduce((said, part, index) => said + (fillings[index] ?? '') + part, first);
}

/** `{I|we}`: the one that stands in the flagged words, otherwise the first. */
function choosePerson(wording: string, flagged: string): string {
  return wording.replaceAll(/\{([^{}]+)\}/g, (_, choices: string) => {
    const all = choices.split('|');
    return all.find((one) => holdsWord(flagged.toLowerCase(), one.toLowerCase())) ?? all[0] ?? '';
  });
}

/** Whole words in English ("we" is not in "were"), anywhere in Chinese. */
function holdsWord(flagged: string, word: string): boolean {
  for (let at = flagged.indexOf(word); at >= 0; at = flagged.indexOf(word, at + 1)) {
    const around = `${flagged.charAt(at - 1)} ${flagged.charAt(at + word.length)}`;
    if (!/[a-z]/.test(around) || !/[a-z]/.test(word)) return true;
  }
  return false;
}
