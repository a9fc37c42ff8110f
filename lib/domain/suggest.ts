// Which phrases to offer now: at most three, the most fitting first, each with its reason.
import { contentOf, sharedContent } from '../text/echo';
import type { Guide } from './guide-state';
import { nextSubStep, subStepsNow } from './guide-state';
import type { Emotion, Meaning, Phrase, Place } from './pack';
import { fillPhrase, parseSlots } from './slot';
import { answeredByCustomer, optionalSubSteps, stepsOfPath } from './step';
import type { StepId, SubStepId } from './step';
import type { Suggestion, SuggestionReason } from './suggestion';

export type Situation = {
  place: Place;
  emotion?: Emotion | undefined;
  category?: string | undefined;
  /** Ids of the phrases said before, the last one last. */
  used: ReadonlySet<string>;
  slots: Readonly<Record<string, string>>;
  /** Ids of the team's own phrases, which go first. */
  own?: ReadonlySet<string>;
  /** What the customer said last, as its content words. */
  said?: ReadonlySet<string>;
  /** What the draft says already. */
  served?: ReadonlySet<Meaning>;
  /** Whether the agent said a text before, nearly word for word. */
  isSaid?: (text: string) => boolean;
};

/**
 * What to say next at a step. What the draft says already counts as said, and so the next step may be looked at; what
 * only the customer can say is not waited for there.
 */
export function nextPlace(guide: Guide, step: StepId, served: ReadonlySet<Meaning>): SubStepId {
  const here = subStepsNow(guide, step);
  if (!here.some((id) => served.has(id))) return nextSubStep(guide, step);
  const path = stepsOfPath[guide.path];
  const left = path
    .slice(Math.max(0, path.indexOf(step)))
    .flatMap((each) => (guide.steps[each] === 'open' ? subStepsNow(guide, each) : []));
  const open = left.find(
    (id) =>
      !guide.subSteps[id].done &&
      !served.has(id) &&
      !optionalSubSteps.has(id) &&
      (here.includes(id) || !answeredByCustomer.has(id)),
  );
  return open ?? nextSubStep(guide, step);
}

/** The best phrases for a situation. Deterministic: ties keep the packs' order. */
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

/** Further apart than all that makes a phrase fit: what was said is said last, and the last said after that (R5). */
const apart = { used: 1000, said: 900, served: 200, own: 50 };
const mostEcho = 3;

// A phrase for another feeling or category does not fit at all; while the feeling or category is not known, it falls
// behind those for anyone. A missing word costs less than the fit of the feeling.
function weigh(phrase: Phrase, situation: Situation): { suggestion: Suggestion; weight: number } {
  const { own, said, served, slots } = situation;
  const { text, missing } = fillPhrase(phrase.text, slots);
  const feeling = fitOf(phrase.emotions, situation.emotion);
  const category = fitOf(phrase.categories, situation.category);
  const echo = said ? Math.min(mostEcho, sharedContent(wordsOf(phrase), said)) : 0;
  const used = [...situation.used].indexOf(phrase.id) + 1;
  const isSaid = used === 0 && situation.isSaid?.(text) === true;
  const isOwn = own?.has(phrase.id) === true;
  const isServed = phrase.places.some((place) => place !== situation.place && served?.has(place));
  const fits: SuggestionReason[] = [
    ...(isOwn ? (['team-wording'] as const) : []),
    ...(feeling > 0 ? (['fits-feeling'] as const) : []),
    ...(category > 0 ? (['fits-category'] as const) : []),
    ...(echo > 0 ? (['their-words'] as const) : []),
  ];
  const why: SuggestionReason[] = [
    ...(fits.length > 0 ? fits : (['fits-step'] as const)),
    ...(missing.length > 0 ? (['asks-first'] as const) : []),
    ...(used > 0 || isSaid ? (['used-before'] as const) : []),
  ];
  // L5: what is said back are the customer's own facts; a category alone does not tell them.
  const isSaidBack = situation.place === 'restate.say-back';
  const ownFacts = isSaidBack && phrase.text.includes('{fact}') ? mostEcho + 1 : 0;
  const weight =
    feeling +
    (isSaidBack ? Math.min(0, category) : category) +
    ownFacts +
    echo +
    factsIn(phrase, slots) -
    2 * missing.length +
    Number(isOwn) * apart.own -
    Number(isServed) * apart.served -
    Number(isSaid) * apart.said -
    used * apart.used;
  return { suggestion: { phrase, text, missing, why }, weight };
}

// Packs stay as they are: a phrase is cut into words once.
const cut = new WeakMap<Phrase, ReadonlySet<string>>();

function wordsOf(phrase: Phrase): ReadonlySet<string> {
  const known = cut.get(phrase) ?? contentOf(fillPhrase(phrase.text, {}).text);
  cut.set(phrase, known);
  return known;
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
