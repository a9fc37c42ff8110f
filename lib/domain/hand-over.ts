// The note to a colleague who takes over (M1, M2, T4): recipient first, author last, so that the customer need not repeat.
import * as z from 'zod/mini';
import type { LedgerEvent } from './event';
import { maskText } from './mask-text';
import { maskName } from './redact';

/** What the agent wrote into the form; `own` is the note in their own wording, once they changed it. */
export const handOverWorkSchema = z.object({
  to: z.string(),
  purpose: z.string(),
  next: z.string(),
  masked: z.boolean(),
  own: z.optional(z.string()),
});
export type HandOverWork = z.infer<typeof handOverWorkSchema>;

/** How often the conversation was handed over (T1): each note that was given counts one. */
export function countHandOvers(events: readonly LedgerEvent[]): number {
  const given = events.filter(({ kind }) => kind === 'handedOver').length;
  const back = events.filter(({ kind }) => kind === 'handOverTakenBack').length;
  return Math.max(0, given - back);
}

/** Everything that the record knows; empty parts are left out of the note. */
export type HandOverFacts = {
  to: string;
  customer: string;
  /** As the customer wrote it: an address or a number. */
  contact: string;
  channel: string;
  feeling: string;
  purpose: string;
  facts: readonly string[];
  promised: readonly string[];
  tried: readonly string[];
  next: string;
  /** Before this one. */
  transfers: number;
  /** As the interface writes moments. */
  time: string;
  author: string;
};

/** The heading of each part, in the interface's language. */
export type HandOverTitles = Readonly<Record<keyof HandOverFacts, string>>;

// M1: recipient first, author last; M2 in between.
const parts: readonly (keyof HandOverFacts)[] = [
  'to',
  'customer',
  'contact',
  'channel',
  'feeling',
  'purpose',
  'facts',
  'promised',
  'tried',
  'next',
  'transfers',
  'time',
  'author',
];

/** The note, a line for each part and each fact; masked: no name, address or long number of the customer. */
export function composeHandOver(
  facts: HandOverFacts,
  titles: HandOverTitles,
  masked: boolean,
): string {
  const known = masked ? maskedFacts(facts) : facts;
  return parts.flatMap((part) => linesOf(titles[part], known[part])).join('\n');
}

function linesOf(title: string, value: string | number | readonly string[]): string[] {
  const colon = /\p{Script=Han}/u.test(title) ? '：' : ': ';
  if (typeof value === 'number') return value > 0 ? [`${title}${colon}${value}`] : [];
  if (typeof value === 'string')
    return value.trim() === '' ? [] : [`${title}${colon}${value.trim()}`];
  return value.length === 0 ? [] : [`${title}${colon.trim()}`, ...value.map((each) => `- ${each}`)];
}

function maskedFacts(facts: HandOverFacts): HandOverFacts {
  const all = (texts: readonly string[]) => texts.map((text) => maskText(text));
  return {
    ...facts,
    customer: maskName(facts.customer),
    contact: maskText(facts.contact),
    feeling: maskText(facts.feeling),
    purpose: maskText(facts.purpose),
    facts: all(facts.facts),
    promised: all(facts.promised),
    tried: all(facts.tried),
    next: maskText(facts.next),
  };
}
