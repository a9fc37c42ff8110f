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
    const heard = new Set(
      known.flatMap((event) => (event.kind === 'said' ? [event.messageKey] : [])),
    );
    const said = messages.filter(({ side }) => side !== 'system');
    const unheard = said.flatMap((message, index) =>
      heard.has(message.key) || underWay.has(markOf(message))
        ? []
        : [{ message, before: said.slice(Math.max(0, index - mostBefore), index) }],
    );
    const marks = unheard.map(({ message }) => markOf(message));
    for (const mark of marks) underWay.add(mark);
    const at = now();
    for (let turn = 0; turn < unheard.length; turn += mostInTurn)
      await keep(
        unheard.slice(turn, turn + mostInTurn).map(({ message, before }) => ({
          kind: 'said',
          at: message.at ?? at,
          messageKey: message.key,
          side: message.side,
          found: listen(message, before),
        })),
      );
    for (const mark of marks) underWay.delete(mark);
  };
}
