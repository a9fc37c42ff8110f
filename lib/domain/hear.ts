// What a message shows: the agent's steps, the customer's feelings, answers and threats, each with its words.
import type { Range } from '../text/gap';
import { createMatcher } from '../text/matcher';
import type { Find, Hit, Match } from '../text/matcher';
import type { Found } from './event';
import { dominantFeeling, shoutIn } from './feeling';
import type { Felt } from './feeling';
import type { Cue, Emotion, Meaning } from './pack';
import { emotionSchema } from './pack';
import { counts, overlaps, sceneOf, sentenceAt } from './scene';
import type { Said, Scene } from './scene';
import { findTimes } from './time-words';

/**
 * What the message shows, in the order of its words, each meaning once with its first words, which are a part of the
 * message; of feelings only the strongest. `before` are the messages before it, oldest first: what they said is
 * needed to tell whether it is said back.
 */
export type Ear = (message: Said, before?: readonly Said[]) => Found[];

type Sign = Range & { means: Meaning; weight: number };

/** A cue without a weight is enough by itself. */
const enough = 2;
/** A question says back what it asks for if it holds two of the customer's own words. */
const leastEchoOfQuestion = 2;

/** What the cues look for. */
export function findsOfCues(cues: readonly Cue[]): Find<Cue>[] {
  return cues.flatMap((cue) =>
    cue.words.map((words) => ({ words, value: cue, unless: cue.unless ?? [] })),
  );
}

/**
 * An ear for the cues of the enabled packs. What they cannot list, such as that a sentence asks, is grammar.
 * @param match finds the words of these cues; if not given, they are compiled here, which takes its time
 */
export function createEar(
  cues: readonly Cue[],
  match: Match<Cue> = createMatcher(findsOfCues(cues)),
): Ear {
  return ({ side, text }, before = []) => {
    if (side !== 'agent' && side !== 'customer') return [];
    const scene = sceneOf(text, before);
    const hits = match(text).filter(({ value }) => value.side === side);
    const signs = signsOf(hits, scene);
    if (side === 'customer') return tell(withOneFeeling(signs, text), text);
    const some = cues.length > 0;
    return tell(some ? [...signs, ...askedIn(scene, signs), ...timesIn(scene, signs)] : [], text);
  };
}

function signsOf(hits: readonly Hit<Cue>[], scene: Scene): Sign[] {
  return hits.flatMap(({ start, end, value: cue }) =>
    counts(cue, { start, end }, scene)
      ? [{ start, end, means: cue.means, weight: cue.weight ?? enough }]
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
  ...(['hold.ask', 'hold.check-in', 'hold.return'] as const),
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

/** P1: a promise with a time. An offer may name one as well ("a table at seven"), which nobody has to keep. */
function timesIn(scene: Scene, signs: readonly Sign[]): Sign[] {
  const promises = signs.filter(({ means }) => means === 'promise');
  if (promises.length === 0) return [];
  return findTimes(scene.text).flatMap(({ start, end }) => {
    const sentence = sentenceAt(scene, { start, end });
    return promises.some((sign) => overlaps(sign, sentence))
      ? [{ start, end, means: 'propose.when', weight: enough } as const]
      : [];
  });
}

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
  const sums = new Map<Meaning, number>();
  const counted = new Set<string>();
  for (const { means, weight, start, end } of signs) {
    // The same words twice, by two packs or two cues, are no more certain than once.
    const place = `${means} ${text.slice(start, end)}`;
    if (counted.has(place)) continue;
    counted.add(place);
    sums.set(means, (sums.get(means) ?? 0) + weight);
  }
  const found = new Map<Meaning, string>();
  for (const { means, start, end } of signs.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (!found.has(means) && (sums.get(means) ?? 0) >= enough)
      found.set(means, text.slice(start, end));
  return [...found].map(([means, words]) => ({ means, words }));
}
