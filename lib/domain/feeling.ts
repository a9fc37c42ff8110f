// Which feeling of a customer's message is the one that counts: the strongest, and of equals the heaviest.
import type { Range } from '../text/gap';
import type { Emotion } from './pack';

export type Felt = Range & { is: Emotion; weight: number };

/** What asks most of the agent first (L8). */
export const heaviestFirst: readonly Emotion[] = [
  'angry',
  'sad',
  'anxious',
  'disappointed',
  'positive',
];

const enough = 2;
const leastHints = 3;
const shouting = /(?:[!！]\s*){2,}|[?？][!！]|[!！][?？]|[?？]{3,}/u;
const capitals = /\b\p{Lu}{4,}(?:[ ,]+\p{Lu}{2,})+\b/u;

/** Where a message shouts: marks in a row, or words in capitals. */
export function shoutIn(text: string): Range | undefined {
  const shout = shouting.exec(text) ?? capitals.exec(text);
  return shout ? { start: shout.index, end: shout.index + shout[0].length } : undefined;
}

/**
 * The strongest feeling with the words that tell it most plainly: the one with the heaviest cue, of equals the one with more of them.
 * Hints (weight 1) need each other: three tell a feeling that none of them tells alone. A shout is a hint of anger
 * where something hurts; joy may shout as well.
 */
export function dominantFeeling(felt: readonly Felt[], shout: Range | undefined): Felt | undefined {
  const hurts = felt.some(({ is }) => is === 'angry' || is === 'disappointed');
  const all = shout && hurts ? [...felt, { ...shout, is: 'angry' as const, weight: 1 }] : felt;
  const strengths = heaviestFirst.map((is) => ({ is, strength: strengthOf(all, is) }));
  const best = strengths.reduce((one, other) => (other.strength > one.strength ? other : one));
  if (best.strength < enough) return undefined;
  const own = all.filter(({ is }) => is === best.is);
  const plainest = Math.max(...own.map(({ weight }) => weight));
  return own.find(({ weight }) => weight === plainest);
}

function strengthOf(felt: readonly Felt[], emotion: Emotion): number {
  const weights = felt.flatMap(({ is, weight }) => (is === emotion ? [weight] : []));
  const heaviest = Math.max(0, ...weights);
  if (heaviest < enough) return weights.length >= leastHints ? enough : 0;
  return heaviest + Math.min(1, (weights.length - 1) / 4);
}
