// What a message shows: the agent's steps, the customer's feelings and answers, each with its words.
import { createMatcher } from '../text/matcher';
import type { Message } from './conversation';
import type { Found } from './event';
import type { Cue } from './pack';

export type Ear = (message: Pick<Message, 'side' | 'text'>) => Found[];

/** An ear for the cues of the enabled packs. Each meaning is reported once, with its first words. */
export function createEar(cues: readonly Cue[]): Ear {
  const match = createMatcher(
    cues.flatMap((cue) =>
      cue.words.map((words) => ({ words, value: cue, unless: cue.unless ?? [] })),
    ),
  );
  return ({ side, text }) => {
    const found = new Map<Found['means'], string>();
    for (const hit of match(text)) {
      if (hit.value.side !== side || found.has(hit.value.means)) continue;
      found.set(hit.value.means, text.slice(hit.start, hit.end));
    }
    return [...found].map(([means, words]) => ({ means, words }));
  };
}
