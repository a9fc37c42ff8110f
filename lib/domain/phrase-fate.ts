// What became of a phrase that was put into the reply box: sent as it stood, changed first, or taken out again.
import * as z from 'zod/mini';
import { parseSlots } from './slot';

export const phraseFateSchema = z.enum(['whole', 'edited', 'dropped']);
export type PhraseFate = z.infer<typeof phraseFateSchema>;

/** Of the pairs of letters of the phrase: what is left of it in a message that was changed. */
const leastLeft = 0.5;

/** @param phrase with its slots, which are filled by whatever words; @param sent the message that was sent next */
export function fateOf(phrase: string, sent: string): PhraseFate {
  const said = plain(sent);
  const parts = parseSlots(phrase).flatMap((part) =>
    part.kind === 'text' ? [plain(part.raw)] : [],
  );
  let from = 0;
  const isWhole = parts.every((part) => {
    const at = said.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
  if (isWhole) return 'whole';
  const pairs = new Set(parts.flatMap(pairsOf));
  const there = new Set(pairsOf(said));
  const left = [...pairs].filter((pair) => there.has(pair)).length;
  return left >= leastLeft * pairs.size ? 'edited' : 'dropped';
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\p{P}\p{S}\s]/gu, '');
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
