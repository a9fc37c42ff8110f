// Hints on a draft that the words alone do not tell: what was said before, asked before, agreed before counts.
import type { Range } from '../text/gap';
import { questionsOf } from '../text/question';
import type { FindAgain } from '../text/same-line';
import { sentenceAround } from '../text/sentence';
import type { Flag } from './draft-check';
import type { Found } from './event';
import type { Guide } from './guide-state';
import type { Meaning } from './pack';
import { overlaps } from './scene';
import { findTimes } from './time-words';

export type Guarded = {
  /** What the draft shows, as if it were said. */
  found: readonly Found[];
  guide: Pick<Guide, 'subSteps' | 'hold'>;
  /** Among what the agent said before. */
  again: FindAgain;
  /** What could be said instead, from the packs: a question for consent, one for a yes. */
  askToHold: string | undefined;
  askIfRight: string | undefined;
};

/** What a rule finds in the draft, and what could stand there instead. */
type Finding = Range & { instead?: string };
type Draft = Guarded & { text: string; questions: readonly Range[]; isWhole: boolean };

/** The guards by their rules: each tells of one thing at most. */
const guards: Readonly<Record<string, (draft: Draft) => Finding | undefined>> = {
  // R5: the same line twice is worse than none.
  R5: ({ text, again }) => again(text),
  // T1: who is passed on without a word of why feels passed on.
  T1: (draft) =>
    // What is passed on while we answer by a time is no hand-over.
    draft.found.some(({ means }) => means === 'propose.when')
      ? undefined
      : statedIn(draft, 'transfer'),
  // H1: a hold is asked for, and the answer heard.
  H1: (draft) => {
    const isBack = draft.found.some(({ means }) => backs.has(means));
    if (draft.guide.hold === 'given' || isBack) return undefined;
    const told = statedIn(draft, 'hold.ask', waiting);
    // "You may wait here, or I call you. Which suits you?" asks, a sentence later.
    if (!told || draft.questions.some(({ end }) => end > told.start)) return undefined;
    if (draft.askToHold === undefined) return told;
    const { start, close } = sentenceAround(draft.text, told.start, told.end);
    return { start, end: close, instead: draft.askToHold };
  },
  // L5: what is said back without asking may stay wrong.
  L5: (draft) => {
    const { text, isWhole, guide, questions, found, askIfRight } = draft;
    if (!isWhole || guide.subSteps['restate.confirm'].done || questions.length > 0)
      return undefined;
    if (found.some(({ means }) => means === 'propose.option')) return undefined;
    const said = statedIn(draft, 'restate.say-back');
    if (!said || askIfRight === undefined) return said;
    const { close } = sentenceAround(text, said.start, said.end);
    const space = /\p{Script=Han}/u.test(askIfRight) ? '' : ' ';
    const instead = `${text.slice(said.start, close)}${space}${askIfRight}`;
    return { start: said.start, end: close, instead };
  },
  // P1: what we do has a time. What the customer may do themselves, and what is only asked, has none.
  P1: (draft) => {
    const { text, isWhole, guide, found } = draft;
    if (!isWhole || guide.subSteps['propose.when'].done || findTimes(text).length > 0)
      return undefined;
    if (found.some(({ means }) => means === 'propose.when')) return undefined;
    return statedIn(draft, 'promise') ?? statedIn(draft, 'propose.option', ours);
  },
};

/** Who is back, or gives a sign of life, speaks of a hold that was asked for. */
const backs: ReadonlySet<Meaning> = new Set(['hold.return', 'hold.check-in']);
/** Who says that they look into it lets nobody wait yet. */
const waiting = /等|候|片刻|分钟|占用|耽|hold|wait|moment|minute|second|\bsec|\bmins?\b|bear|hang/i;
const ours = /\b(?:I|we)\b|我|帮您|帮你|为您|给您/i;
const whole = /[.!?。！？…~～)）]\s*$/u;

/** What these guards find, each as a flag of its rule. A draft takes less than a millisecond. */
export function guardDraft(text: string, guarded: Guarded): Flag[] {
  if (text.trim() === '') return [];
  // Half a sentence may still get its question or its time.
  const draft = { ...guarded, text, questions: questionsOf(text), isWhole: whole.test(text) };
  return Object.entries(guards).flatMap(([rule, guard]) => {
    const finding = guard(draft);
    return finding ? [flagOf(text, rule, finding)] : [];
  });
}

/** Whether a flag is a guard's: it finds no fault with the words, only with what is missing beside them. */
export function isGuard({ id }: Pick<Flag, 'id'>): boolean {
  return id.startsWith('guard:');
}

function flagOf(text: string, rule: string, { start, end, instead }: Finding): Flag {
  const rewrites = instead === undefined ? [] : [{ start, end, text: instead }];
  const words = text.slice(start, end).trim();
  return { start, end, rule, id: `guard:${rule}`, words, reason: undefined, rewrites };
}

/** Where the draft says so, and does not ask. */
function statedIn(
  { text, found, questions }: Draft,
  means: Meaning,
  holding = /(?:)/,
): Finding | undefined {
  const words = found.find((each) => each.means === means)?.words;
  if (words === undefined || !holding.test(words)) return undefined;
  const start = text.indexOf(words);
  if (start < 0) return undefined;
  const range = { start, end: start + words.length };
  const sentence = sentenceAround(text, range.start, range.end);
  return questions.some((question) => overlaps(question, sentence)) ? undefined : range;
}
