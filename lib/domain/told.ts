// What the customer told, sentence by sentence: facts, opinions, earlier promises, and which open questions are answered.
import { sentencesOf } from '../text/sentence';
import { createMatcher } from '../text/matcher';
import { remember } from '../text/remember';
import type { Match } from '../text/matcher';
import type { Message } from './conversation';
import { factsIn } from './fact';
import type { Note, NoteKind } from './note';
import type { Interrogative, Pack, Sign } from './pack';

/** Finds the signs of all packs in a text. */
export type SignsIn = Match<Sign['is']>;

export function createSigns(packs: readonly Pack[]): SignsIn {
  const signs = packs.flatMap((pack) => pack.signs ?? []);
  return remember(
    createMatcher(
      signs.flatMap(({ is, words }) => words.map((each) => ({ words: each, value: is }))),
    ),
  );
}

type Told = Pick<Message, 'key' | 'text'>;

// Less is an exclamation, more is read better in the page itself.
const shortest = { en: 12, han: 5 };
const longest = 240;

/**
 * The sentences worth a note, in the customer's own words. What was promised counts before what happened, a fact before
 * an opinion (L9); questions and small talk are none.
 */
export function tellNotes(messages: readonly Told[], signsIn: SignsIn): Note[] {
  return messages.flatMap(({ key, text }) =>
    sentencesOf(text).flatMap(({ start, end, asked }, index) => {
      const said = text.slice(start, end).trim();
      const is = asked || !isWhole(said) ? undefined : kindOf(said, signsIn);
      return is ? [{ id: `${key}.${index}`, is, text: said }] : [];
    }),
  );
}

/** What a sentence is; undefined where it tells nothing that can be noted. */
export function kindOf(text: string, signsIn: SignsIn): NoteKind | undefined {
  const signs = new Set(signsIn(text).map(({ value }) => value));
  if (signs.has('promised')) return 'promised';
  const { order, amount } = factsIn([text]);
  if (order !== undefined || amount !== undefined) return 'fact';
  if (signs.has('happened') && !signs.has('opinion')) return 'fact';
  return signs.has('opinion') ? 'opinion' : undefined;
}

/** The open questions that the texts answer (Q1). */
export function answeredIn(texts: readonly string[], signsIn: SignsIn): ReadonlySet<Interrogative> {
  const answered = new Set<Interrogative>();
  for (const text of texts)
    for (const { value } of signsIn(text)) {
      if (value === 'happened') answered.add('what');
      else if (value !== 'promised' && value !== 'opinion') answered.add(value);
    }
  if (factsIn(texts).when !== undefined) answered.add('when');
  return answered;
}

function isWhole(text: string): boolean {
  const least = /\p{Script=Han}/u.test(text) ? shortest.han : shortest.en;
  return text.length >= least && text.length <= longest;
}
