// One change of a message list, made and applied. Apart from the schemas, because the page script must stay small.
import type { Message, Reading, Splice } from './conversation';

/** The message list after a change, or `undefined` where the change does not fit (then read anew). */
export function applySplice(reading: Reading, splice: Splice): Reading | undefined {
  if (splice.key !== reading.key || splice.at + splice.removed > reading.messages.length)
    return undefined;
  const messages = reading.messages.toSpliced(splice.at, splice.removed, ...splice.messages);
  return { ...reading, messages };
}

/** The smallest change that turns one message list into another; `undefined` when nothing changed. */
export function diffMessages(
  key: string,
  before: readonly Message[],
  after: readonly Message[],
): Splice | undefined {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && sameMessage(before[at], after[at])) at++;
  let tail = 0;
  while (tail < shorter - at && sameMessage(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const removed = before.length - at - tail;
  const messages = after.slice(at, after.length - tail);
  return removed === 0 && messages.length === 0 ? undefined : { key, at, removed, messages };
}

type Said = Omit<Message, 'key'> & { key?: string };

/** Whether two messages say the same, key and all. */
export function sameMessage(a: Said | undefined, b: Said | undefined): boolean {
  if (a === b) return true;
  return (
    a?.key === b?.key &&
    a?.text === b?.text &&
    a?.side === b?.side &&
    a?.name === b?.name &&
    a?.at === b?.at
  );
}
