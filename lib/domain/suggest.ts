// Which phrases to offer now: at most three, the most fitting first, each with its reason.
import type { Emotion, Phrase, Place } from './pack';
import { fillPhrase } from './slot';

export type Suggestion = {
  phrase: Phrase;
  /** The phrase with what is known filled in; missing slots stay visible. */
  text: string;
  missing: readonly string[];
  why: readonly SuggestionReason[];
};
export type SuggestionReason = 'fits-feeling' | 'fits-category' | 'asks-first' | 'used-before';

export type Situation = {
  place: Place;
  emotion?: Emotion | undefined;
  category?: string | undefined;
  used: ReadonlySet<string>;
  slots: Readonly<Record<string, string>>;
};

/** The best phrases for a situation. Deterministic: ties keep the pack's order. */
export function suggestPhrases(
  phrases: readonly Phrase[],
  situation: Situation,
  limit = 3,
): Suggestion[] {
  return phrases
    .filter((phrase) => phrase.places.includes(situation.place))
    .map((phrase) => weigh(phrase, situation))
    .filter((weighed) => weighed.weight > -Infinity)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, limit)
    .map(({ suggestion }) => suggestion);
}

// R5: the same line twice is worse than none, so a used phrase falls behind every unused one. A phrase for
// another feeling or category does not fit at all. A missing word costs less than the fit of the feeling.
function weigh(phrase: Phrase, situation: Situation): { suggestion: Suggestion; weight: number } {
  const { text, missing } = fillPhrase(phrase.text, situation.slots);
  const why: SuggestionReason[] = [];
  let weight = 0;
  const fits = (own: readonly string[] | undefined, is: string | undefined, points: number) => {
    if (!own || own.length === 0) return false;
    weight += is !== undefined && own.includes(is) ? points : -points;
    return is !== undefined && own.includes(is);
  };
  if (fits(phrase.emotions, situation.emotion, 4)) why.push('fits-feeling');
  if (fits(phrase.categories, situation.category, 4)) why.push('fits-category');
  if (missing.length > 0) {
    weight -= 2 * missing.length;
    why.push('asks-first');
  }
  if (situation.used.has(phrase.id)) {
    weight -= 100;
    why.push('used-before');
  }
  return { suggestion: { phrase, text, missing, why }, weight };
}
