// A restatement in the customer's own facts (L5): what happened, what they were promised, the details, and a question.
import { languageOf } from '../text/language';
import { turnRound } from '../text/turn-round';
import type { Facts } from './fact';
import type { Note } from './note';
import type { Frame, FrameUse, Language } from './pack';
import { asSentence, joinSentences } from './refusal';
import { fillPhrase } from './slot';

export type Restated = {
  /** Id of the frame that is said. */
  id: string;
  text: string;
};

export type RestateMeans = {
  language: Language;
  frames: readonly Frame[];
  /** Ids of what was said before: another frame is taken while there is one (R5). */
  used: ReadonlySet<string>;
};

/** More would be a speech. */
const mostSentences = 4;

/**
 * The draft, in the conversation's language; undefined while there is nothing to say back. Opinions stay out of it (L9),
 * and so do notes in another language.
 */
export function restate(
  notes: readonly Note[],
  facts: Facts,
  { language, frames, used }: RestateMeans,
): Restated | undefined {
  const own = notes.filter(({ text }) => (languageOf(text) ?? language) === language);
  const told = [
    ...own.filter(({ is }) => is === 'fact'),
    ...own.filter(({ is }) => is === 'promised'),
  ]
    .slice(0, mostSentences)
    .map(({ text }) => sayBack(text, language));
  const details = (['order', 'amount', 'when'] as const).flatMap((name) =>
    detailOf(name, facts, told.join(' '), frames),
  );
  const story = joinSentences([...told, ...details], language);
  const kin = frames.filter((frame) => frame.for === 'restate');
  const frame = kin.find(({ id }) => !used.has(id)) ?? kin[0];
  if (!frame || story === '') return undefined;
  return { id: frame.id, text: fillPhrase(frame.text, { story }).text };
}

/** A note may speak of the customer as agents do among themselves; "customer service" is somebody else. */
const customerWords: Readonly<Record<Language, RegExp>> = {
  en: /^(?:the )?(?:customer|cust\.?|client|caller)(?!\w|[\s-]+(?:services?|support|care|relations|account|team|desk)\b)/i,
  'zh-CN': /^(?:(?:客户|顾客)(?!服务|经理|中心|代表|支持)|买家|对方)/u,
};

/** What follows them agrees with "you". */
const verbs: Readonly<Record<string, string>> = {
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
  goes: 'go',
  tries: 'try',
  worries: 'worry',
};
const otherVerbs =
  'ask|believe|call|claim|come|complain|expect|feel|fear|get|hope|insist|keep|know|live|need|pay|refuse|report|say|think|use|wait|want|work';
const itsVerb = new RegExp(
  `^ (?:(${Object.keys(verbs).join('|')})(?=n['’]t|\\b)|(${otherVerbs})s\\b)`,
  'i',
);

function sayBack(text: string, language: Language): string {
  const ofCustomer = customerWords[language];
  if (ofCustomer.test(text))
    return asSentence(asYou(text.replace(ofCustomer, ''), language), language);
  const turned = turnRound(text, language);
  if (turned !== undefined) return asSentence(turned, language);
  const quoted = text.replace(/[.。！!]+$/u, '');
  return language === 'en' ? `You wrote: “${quoted}”.` : `您说：“${quoted}”。`;
}

function asYou(rest: string, language: Language): string {
  if (language !== 'en') return `您${rest}`;
  if (/^['’]s\b/.test(rest)) return `your${rest.slice(2)}`;
  const agreed = rest.replace(
    itsVerb,
    (_, verb: string | undefined, plain: string) => ` ${verb ? verbs[verb.toLowerCase()] : plain}`,
  );
  return `you${agreed}`;
}

function detailOf(
  name: keyof Facts & FrameUse,
  facts: Facts,
  told: string,
  frames: readonly Frame[],
): string[] {
  const fact = facts[name];
  const frame = frames.find((each) => each.for === name);
  if (fact === undefined || !frame || told.includes(fact)) return [];
  return [fillPhrase(frame.text, { [name]: fact }).text];
}
