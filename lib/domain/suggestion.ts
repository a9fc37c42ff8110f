// A phrase as it is offered: filled in as far as possible, and why it is there.
import type { Phrase } from './pack';
import { fillPhrase } from './slot';

export type SuggestionReason =
  | 'team-wording' // the team's own words
  | 'fits-feeling'
  | 'fits-category'
  | 'their-words' // takes up what the customer just said
  | 'fits-step' // nothing more special
  | 'asks-first' // a word is missing
  | 'used-before'; // by its id, or said nearly word for word

export type Suggestion = {
  phrase: Phrase;
  /** The phrase with what is known filled in; missing slots stay visible. */
  text: string;
  missing: readonly string[];
  why: readonly SuggestionReason[];
};

/** A phrase by itself, with what is known filled in. */
export function offerPhrase(phrase: Phrase, slots: Readonly<Record<string, string>>): Suggestion {
  return { phrase, ...fillPhrase(phrase.text, slots), why: [] };
}
