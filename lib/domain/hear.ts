// What a message shows: the agent's steps, the customer's feelings, answers and threats, each with its words.
import type { Range } from '../text/gap';
import { questionsOf } from '../text/question';
import { createMatcher } from '../text/matcher';
import type { Find, Hit, Match } from '../text/matcher';
import type { Found } from './event';
import { dominantFeeling, shoutIn } from './feeling';
import type { Felt } from './feeling';
import type { HeardCue } from './heard-cue';
import type { Emotion, Meaning } from './pack';
import { emotionSchema } from './pack';
import { counts, overlaps, sceneOf, sentenceAt } from './scene';
import type { Said, Scene } from './scene';
import { findTimes } from './time-words';

/**
 * What the message shows, in the order of its words, each meaning (each category) once with its first words, which are
 * a part of the message; each time by which something will be done, since each is a promise of its own (P1); of
 * feelings only the strongest. `before` are the messages before it, oldest first: what they said is needed to tell
 * whether it is said back.
 */
export type Ear = (message: Said, before?: readonly Said[]) => Found[];

type Sign = Range & { means: Meaning; weight: number; category?: string | undefined };
/** A cue without a weight is enough by itself. */
const enough = 2;
/** A question says back what it asks for if it holds two of the customer's own words. */
const leastEchoOfQuestion = 2;

/** What the cues look for. */
export function findsOfCues(cues: readonly HeardCue[]): Find<HeardCue>[] {
  return cues.flatMap((cue) =>
    cue.words.map((words) => ({ words, value: cue, unless: cue.unless ?? [] })),
  );
}

/**
 * An ear for the cues of the enabled packs. What they cannot list, such as that a sentence asks, is grammar.
 * @param match finds the words of these cues; if not given, they are compiled here, which takes its time
 */
export function createEar(
  cues: readonly HeardCue[],
  match: Match<HeardCue> = createMatcher(findsOfCues(cues)),
): Ear {
  return ({ side, text }, before = []) => {
    if (side !== 'agent' && side !== 'customer') return [];
    const scene = sceneOf(text, before);
    const hits = match(text).filter(({ value }) => value.side === side);
    const signs = signsOf(hits, scene);
    if (cues.length === 0) return [];
    if (side === 'customer') return tell([...withOneFeeling(signs, text), ...asksIn(scene)], text);
    const said = [...signs, ...askedIn(scene, signs), ...timesIn(scene, signs)];
    return tell([...said, ...answersIn(scene, said, before)], text);
  };
}

function signsOf(hits: readonly Hit<HeardCue>[], scene: Scene): Sign[] {
  return hits.flatMap(({ start, end, value: cue }) =>
    counts(cue, { start, end }, scene)
      ? [{ start, end, means: cue.means, weight: cue.weight ?? enough, category: cue.category }]
      : [],
  );
}

/**
 * What a question is for: whoever offers or says goodbye with one does not ask for facts, and where a cue has told
 * that facts are asked for, its words are the better ones.
 */
const explaining = new Set<Meaning>([
  ...(['greet', 'listen.acknowledge', 'restate.say-back', 'probe.open', 'probe.check'] as const),
  ...(['propose.option', 'propose.when', 'transfer', 'close.else', 'close.thanks'] as const),
  ...(['close.note', 'hold.ask', 'hold.check-in', 'hold.return'] as const),
]);

/** Q1, Q2: a question that no cue explains asks for facts; one in the words of the customer says back (L5). */
function askedIn(scene: Scene, signs: readonly Sign[]): Sign[] {
  return scene.questions.flatMap(({ start, end, form }) => {
    const range = { start, end };
    if (signs.some((sign) => explaining.has(sign.means) && overlaps(sign, range))) return [];
    const asks = form === 'open' ? 'probe.open' : 'probe.check';
    const says = form === 'said' && scene.echoes(range, leastEchoOfQuestion);
    return [{ ...range, means: says ? 'restate.say-back' : asks, weight: enough } as const];
  });
}

/** The customer's first question; a statement with a question mark behind it is none by itself. */
function asksIn({ questions }: Scene): Sign[] {
  const asks = questions.find(({ form }) => form !== 'said');
  return asks ? [{ start: asks.start, end: asks.end, means: 'asks', weight: enough }] : [];
}

/** What does not answer a question, though it is said in statements. */
const evading = new Set<Meaning>([
  ...(['greet', 'listen.acknowledge', 'apologise.regret', 'restate.say-back'] as const),
  ...(['probe.open', 'probe.check', 'hold.ask', 'hold.check-in', 'hold.return'] as const),
  ...(['transfer', 'close.else', 'close.thanks', 'close.note'] as const),
]);
/** A word of agreement alone answers nothing. */
const leastAnswer = 8;
const leastAnswerHan = 4;
/** Of an answer so much is kept as shows which it was. */
const mostAnswer = 80;

/** To a question of the customer: the first sentence that tells something. Cues cannot list what that could be. */
function answersIn(scene: Scene, signs: readonly Sign[], before: readonly Said[]): Sign[] {
  const { text, sentences, questions } = scene;
  const asked = before.findLast(({ side }) => side === 'customer');
  if (!asked || questionsOf(asked.text).length === 0) return [];
  const evades = [...questions, ...signs.filter(({ means }) => evading.has(means))];
  const answer = sentences.find(
    (sentence) => tells(text, sentence) && !evades.some((other) => overlaps(other, sentence)),
  );
  if (!answer) return [];
  const end = Math.min(answer.end, answer.start + mostAnswer);
  return [{ start: answer.start, end, means: 'answer.give', weight: enough }];
}

function tells(text: string, { start, end }: Range): boolean {
  const words = text.slice(start, end);
  return words.length >= (/\p{Script=Han}/u.test(words) ? leastAnswerHan : leastAnswer);
}

/**
 * P1: a promise with a time, or an offer with a last moment ("by noon", "中午前"). An offer may name another time as well
 * ("a table at seven"), which nobody has to keep.
 */
function timesIn(scene: Scene, signs: readonly Sign[]): Sign[] {
  const promises = signs.filter(({ means }) => means === 'promise');
  const offers = signs.filter(({ means }) => means === 'propose.option');
  if (promises.length === 0 && offers.length === 0) return [];
  return findTimes(scene.text).flatMap(({ start, end }) => {
    const sentence = sentenceAt(scene, { start, end });
    const isLast = lastMoment.test(scene.text.slice(start, end));
    const binding = isLast ? [...promises, ...offers] : promises;
    return binding.some((sign) => overlaps(sign, sentence))
      ? [{ start, end, means: 'propose.when', weight: enough } as const]
      : [];
  });
}

const lastMoment = /\b(?:by|before|within|no later than)\b|(?:前|以内|之内|内)$/i;

/** A feeling is one; who threatens others is angry, who threatens themselves is sad. */
const feltIn = new Map<Meaning, Emotion>([
  ...emotionSchema.options.map((emotion) => [emotion, emotion] as const),
  ['threat.violence', 'angry'],
  ['threat.legal', 'angry'],
  ['threat.self-harm', 'sad'],
]);

function withOneFeeling(signs: readonly Sign[], text: string): Sign[] {
  const felt = signs.flatMap(({ means, ...sign }): Felt[] => {
    const is = feltIn.get(means);
    return is ? [{ ...sign, is }] : [];
  });
  const strongest = dominantFeeling(felt, shoutIn(text));
  const rest = signs.filter(({ means }) => feltIn.get(means) !== means);
  if (!strongest) return rest;
  const { start, end, is } = strongest;
  return [...rest, { start, end, means: is, weight: enough }];
}

function tell(signs: readonly Sign[], text: string): Found[] {
  const sums = new Map<string, number>();
  const counted = new Set<string>();
  for (const sign of signs) {
    // The same words twice, by two packs or two cues, are no more certain than once.
    const place = `${nameOf(sign)} ${text.slice(sign.start, sign.end)}`;
    if (counted.has(place)) continue;
    counted.add(place);
    sums.set(nameOf(sign), (sums.get(nameOf(sign)) ?? 0) + sign.weight);
  }
  const found = new Map<string, Found>();
  for (const sign of signs.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const { means, category, start, end } = sign;
    const words = text.slice(start, end);
    const name = nameOf(sign);
    const own = means === 'propose.when' ? `${name} ${words}` : name;
    if (found.has(own) || (sums.get(name) ?? 0) < enough) continue;
    found.set(own, category === undefined ? { means, words } : { means, words, category });
  }
  return [...found.values()];
}

/** One category is not another. */
function nameOf({ means, category }: Sign): string {
  return category === undefined ? means : `${means} ${category}`;
}
