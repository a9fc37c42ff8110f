// One layer of a refusal as the agent sees it: a block of a pack or own words, and the words it asks for.
import type { Layer, RefusalBlock } from '../domain/pack';
import type { Refusal } from '../domain/refusal';
import type { RefusalWork } from '../domain/refusal-work';
import { parseSlots } from '../domain/slot';
import type { Words } from './guide';

/** A word that a layer still takes; `fallback` is said where none is given, and a slot without one must be filled. */
export type AskedSlot = { name: string; word: string; fallback: string | undefined };

export type RefusalPart = {
  layer: Layer;
  /** Undefined while the layer is in the agent's own words. */
  block: RefusalBlock | undefined;
  /** As written, with its slots. */
  text: string;
  asked: readonly AskedSlot[];
};

export const untouched: RefusalWork = { layer: 'affirm', picks: {}, own: {}, words: {} };
export const inOwnWords = 'own words';

/** A layer as it stands: the block chosen, offered or ranked first, or own words where they are chosen or nothing else is there. */
export function partOf(
  layer: Layer,
  { picks, own }: RefusalWork,
  ranked: readonly RefusalBlock[],
  offered: RefusalWork['picks'],
  words: Words,
): RefusalPart {
  const pick = picks[layer] ?? offered[layer];
  const chosen = ranked.find(({ id }) => id === pick) ?? ranked[0];
  const block = pick === inOwnWords ? undefined : chosen;
  const text = block?.text ?? own[layer] ?? '';
  return { layer, block, text, asked: askedIn(text, words) };
}

function askedIn(text: string, words: Words): AskedSlot[] {
  const asked = new Map<string, AskedSlot>();
  for (const part of parseSlots(text)) {
    if (part.kind === 'text') continue;
    const { name, fallback } = part;
    const word = Object.hasOwn(words, name) ? (words[name] ?? '') : '';
    const isKnown = word !== '' && (name === 'customer' || name === 'agent');
    if (!isKnown && !asked.has(name)) asked.set(name, { name, word, fallback });
  }
  return [...asked.values()];
}

/** The three texts, each as `say` says it. */
export function refusalOf(parts: readonly RefusalPart[], say: (text: string) => string): Refusal {
  const textAt = (layer: Layer) => say(parts.find((part) => part.layer === layer)?.text ?? '');
  return { affirm: textAt('affirm'), explain: textAt('explain'), offer: textAt('offer') };
}
