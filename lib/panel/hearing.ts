// Hears what was said on the page: each message once, and no more at a time than fits into a frame.
import type { Message } from '../domain/conversation';
import type { LedgerEvent } from '../domain/event';
import type { Ear } from '../domain/hear';

type Said = Extract<LedgerEvent, { kind: 'said' }>;

type Hearing = {
  /** Of the conversation. */
  key: string;
  messages: readonly Message[];
  /** What the ledger holds already. */
  known: readonly LedgerEvent[];
  listen: Ear;
  /** Takes what was heard; the next turn waits for it. */
  keep: (said: readonly Said[]) => Promise<void>;
};

/** Who says something back says it soon; a long conversation need not be copied for each message. */
const mostBefore = 4;
/** A page may show thousands of messages when the panel is opened. */
const mostInTurn = 50;

export function createHearing(now: () => number): (hearing: Hearing) => Promise<void> {
  // What is on its way into the ledger, so that a page that changes meanwhile has nothing heard twice.
  const underWay = new Set<string>();
  return async ({ key, messages, known, listen, keep }) => {
    const markOf = (message: Message) => `${key} ${message.key}`;
    const heard = new Map(
      known.flatMap((event) =>
        event.kind === 'said' ? [[event.messageKey, event.at] as const] : [],
      ),
    );
    const said = messages.filter(({ side }) => side !== 'system');
    const times = timesOf(said, heard, now());
    const unheard = said.flatMap((message, index) =>
      heard.has(message.key) || underWay.has(markOf(message))
        ? []
        : [
            {
              message,
              at: times[index] ?? 0,
              before: said.slice(Math.max(0, index - mostBefore), index),
            },
          ],
    );
    const marks = unheard.map(({ message }) => markOf(message));
    for (const mark of marks) underWay.add(mark);
    for (let turn = 0; turn < unheard.length; turn += mostInTurn)
      await keep(
        unheard.slice(turn, turn + mostInTurn).map(({ message, at, before }) => ({
          kind: 'said',
          at,
          messageKey: message.key,
          side: message.side,
          found: listen(message, before),
        })),
      );
    for (const mark of marks) underWay.delete(mark);
  };
}

/**
 * When each was said. What stands above a message was said before it, also where the page tells no time, or only the
 * minute, and shows it later: as when the agent scrolls up.
 */
function timesOf(
  said: readonly Message[],
  heard: ReadonlyMap<string, number>,
  now: number,
): number[] {
  let latest = Infinity;
  return said
    .toReversed()
    .map(({ key, at = now }) => {
      const known = heard.get(key);
      const time = known ?? Math.min(at, latest);
      latest = Math.min(latest, known === undefined ? time : known - 1);
      return time;
    })
    .toReversed();
}
