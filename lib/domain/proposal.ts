// A plan as one text to the customer: conclusion, basis, what can be done by when, and a choice (W9, W2, P1).
import type { Frame, FrameUse, Language } from './pack';
import type { Plan, PlanOption } from './plan';
import { asSentence, joinSentences } from './refusal';
import { fillPhrase } from './slot';

const ordinals = ['first', 'second', 'third'] as const;

/** The text in its language; empty while neither a conclusion nor a way is written. */
export function composeProposal(
  plan: Plan,
  { language, frames }: { language: Language; frames: readonly Frame[] },
): string {
  const say = (use: FrameUse, words: Readonly<Record<string, string>> = {}) =>
    sentenceOf(frames, use, words);
  const ways = plan.options
    .filter(({ what }) => what.trim() !== '')
    .map((option) => say('option', wordsOf(option, language)));
  if (ways.length === 0 && plan.conclusion.trim() === '') return '';
  const [only] = ways;
  const told =
    ways.length > 1
      ? ways.map((option, index) => say(ordinals[index] ?? 'third', { option }))
      : [only ?? ''];
  const closing = ways.length > 1 ? say('choice') : ways.length === 1 ? say('agree') : '';
  const sentences = [
    asSentence(plan.conclusion, language),
    say('basis', { basis: asClause(plan.basis, language) }),
    ...told,
    say('immediate', { immediate: asClause(plan.immediate, language) }),
    say('permanent', { permanent: asClause(plan.permanent, language) }),
    closing,
  ];
  return joinSentences(sentences.filter(Boolean), language);
}

/** The first frame for it whose slots are all filled; empty where there is none. */
function sentenceOf(
  frames: readonly Frame[],
  use: FrameUse,
  words: Readonly<Record<string, string>>,
): string {
  for (const { text } of frames.filter((frame) => frame.for === use)) {
    const { text: said, missing } = fillPhrase(text, words);
    if (missing.length === 0) return said;
  }
  return '';
}

function wordsOf({ what, reason, by }: PlanOption, language: Language): Record<string, string> {
  const when = asClause(by, language);
  return {
    what: asClause(what, language),
    reason: asClause(reason, language),
    by: language === 'en' ? inTime(when) : when.replace(/(?:办好|完成|搞定)$/u, ''),
  };
}

// What the frame says already, however the agent began: "I can send", "because it is", "我们会退".
const openings: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:I|we)(?:['’]ll| will| can| could|['’](?:m|re) going to| am going to| are going to)|because|since|as(?! of\b| \p{L}+ as\b)|that|to)\s+(?=\S)/iu,
  'zh-CN': /^(?:(?:我们|我这边|我)?(?:现在就|可以|会|能|将)|因为|由于|原因是)(?=\S)/u,
};
const names =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b/i;

/** Words as they stand in mid-sentence: no mark at their end, no capital at their beginning but that of a name. */
function asClause(text: string, language: Language): string {
  const kept = text
    .trim()
    .replace(/[\s.。!！;；,，]+$/u, '')
    .replace(openings[language], '');
  if (language !== 'en' || names.test(kept)) return kept;
  return kept.replace(/^\p{Lu}(?=\p{Ll}|\s)(?!\s*['’])/u, (first) =>
    /^I\b/.test(kept) ? first : first.toLowerCase(),
  );
}

const preposition =
  /^(?:by|within|in|before|until|till|on|at|no later|today|tonight|tomorrow|this|next|right|immediately|as|after|once|when|now|soon|shortly|asap)\b/i;

/** "6 pm" is "by 6 pm"; "within two days" is said already. */
function inTime(by: string): string {
  return by === '' || preposition.test(by) ? by : `by ${by}`;
}
