// Which phrases to offer now: at most three, the most fitting first, each with its reason.
import type { Emotion, Phrase, Place } from './pack';
import { fillPhrase, parseSlots } from './slot';

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
  /** Ids of the phrases said before, the last one last. */
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

/** A phrase by itself, with what is known filled in. */
export function offerPhrase(phrase: Phrase, slots: Readonly<Record<string, string>>): Suggestion {
  return { phrase, ...fillPhrase(phrase.text, slots), why: [] };
}

// R5: the same line twice is worse than none, so a used phrase falls behind every unused one, and the last used
// one behind all. A phrase for another feeling or category does not fit at all; while the feeling or category is
// not known, it falls behind those for anyone. A missing word costs less than the fit of the feeling.
function weigh(phrase: Phrase, situation: Situation): { suggestion: Suggestion; weight: number } {
  const { text, missing } = fillPhrase(phrase.text, situation.slots);
  const feeling = fitOf(phrase.emotions, situation.emotion);
  const category = fitOf(phrase.categories, situation.category);
  const facts = factsIn(phrase, situation.slots);
  const used = [...situation.used].indexOf(phrase.id) + 1;
  const why: SuggestionReason[] = [
    ...(feeling > 0 ? (['fits-feeling'] as const) : []),
    ...(category > 0 ? (['fits-category'] as const) : []),
    ...(missing.length > 0 ? (['asks-first'] as const) : []),
    ...(used > 0 ? (['used-before'] as const) : []),
  ];
  const weight = feeling + category + facts - 2 * missing.length - 100 * used;
  return { suggestion: { phrase, text, missing, why }, weight };
}

function fitOf(own: readonly string[] | undefined, is: string | undefined): number {
  if (!own || own.length === 0) return 0;
  if (is === undefined) return -4;
  return own.includes(is) ? 4 : -Infinity;
}

// Their own name makes a line theirs (R1), what they told or were told makes it fit (R3, H5).
function factsIn(phrase: Phrase, slots: Readonly<Record<string, string>>): number {
  return parseSlots(phrase.text)
    .filter((part) => part.kind === 'slot' && isKnown(slots, part.name))
    .reduce((sum, part) => sum + (part.kind === 'slot' && isName(part.name) ? 1 : 5), 0);
}

function isName(slot: string): boolean {
  return slot === 'customer' || slot === 'agent';
}

function isKnown(slots: Readonly<Record<string, string>>, name: string): boolean {
  return Object.hasOwn(slots, name) && slots[name]?.trim() !== '';
}
