// What is still to be asked: open questions that nobody has answered (Q1), then closed ones to make sure (Q2).
import type { Facts } from './fact';
import { interrogativeSchema } from './pack';
import type { Interrogative, Phrase } from './pack';
import { fillPhrase, parseSlots } from './slot';

export type ProbeSituation = {
  answered: ReadonlySet<Interrogative>;
  facts: Facts;
  category?: string | undefined;
  emotion?: string | undefined;
  /** Ids of what was said before. */
  used: ReadonlySet<string>;
};

export type Questions = {
  open: readonly { asks: Interrogative; phrase: Phrase }[];
  closed: readonly Phrase[];
};

const mostClosed = 2;

/** One question for each thing that is still open, in the order in which they are best asked; none is asked twice. */
export function questionsFor(phrases: readonly Phrase[], situation: ProbeSituation): Questions {
  const { answered, used } = situation;
  const fitting = phrases.filter((phrase) => fits(phrase, situation));
  const asked = new Set(phrases.flatMap(({ id, asks }) => (asks && used.has(id) ? [asks] : [])));
  const open = interrogativeSchema.options.flatMap((asks) => {
    const phrase = bestOf(fitting.filter((each) => each.asks === asks));
    return !phrase || answered.has(asks) || asked.has(asks) ? [] : [{ asks, phrase }];
  });
  return { open, closed: closedOf(fitting, situation) };
}

/** Those that hold a fact of the customer's come first: there is something to make sure. */
function closedOf(phrases: readonly Phrase[], { facts, used }: ProbeSituation): Phrase[] {
  const known: Readonly<Record<string, string | undefined>> = facts;
  return phrases
    .filter(({ id, places }) => places.includes('probe.check') && !used.has(id))
    .filter(({ text }) => fillPhrase(text, known).missing.length === 0)
    .toSorted((a, b) => factsOf(b) - factsOf(a))
    .slice(0, mostClosed);
}

function factsOf({ text }: Phrase): number {
  return parseSlots(text).filter((part) => part.kind === 'slot' && part.fallback === undefined)
    .length;
}

function fits({ categories, emotions }: Phrase, { category, emotion }: ProbeSituation): boolean {
  const isFor = (own: readonly string[] | undefined, is: string | undefined) =>
    !own || (is !== undefined && own.includes(is));
  return isFor(categories, category) && isFor(emotions, emotion);
}

/** A question for the matter at hand is better than one for any. */
function bestOf(phrases: readonly Phrase[]): Phrase | undefined {
  return phrases.find(({ categories }) => categories) ?? phrases[0];
}
