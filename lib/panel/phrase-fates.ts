// Watches what becomes of the phrases that were put into the reply box, and notes it with the message that was sent next.
import { effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Message } from '../domain/conversation';
import type { LedgerEvent } from '../domain/event';
import type { Phrase } from '../domain/pack';
import { fateOf } from '../domain/phrase-fate';
import type { Conversation } from './conversation';
import type { Session } from './session';

type FatesWorld = {
  session: Pick<Session, 'reading'>;
  conversation: Pick<Conversation, 'key' | 'events' | 'append'>;
  /** All phrases, in any language. */
  phrases: ReadonlySignal<ReadonlyMap<string, Phrase>>;
  now: () => number;
};

/** Only what was inserted and sent while this panel was open is judged; nothing of the messages is kept. */
export function followPhraseFates({ session, conversation, phrases, now }: FatesWorld): void {
  /** Of the conversation, its messages that were seen already: what is read first was there before. */
  let seen: { key: string; messages: ReadonlySet<string> } | undefined;
  effect(() => {
    const messages = session.reading.value?.messages;
    const key = conversation.key.value;
    if (!messages) return;
    const before = seen?.key === key ? seen.messages : undefined;
    seen = { key, messages: new Set(messages.map((message) => message.key)) };
    // The newest alone: what comes in above it, as the agent scrolls up, was sent long ago.
    const sent = messages.findLast(({ side }) => side === 'agent');
    if (!before || !sent || before.has(sent.key)) return;
    const events = fatesIn(sent, conversation.events.peek(), phrases.peek(), now());
    if (events.length > 0) void conversation.append(events);
  });
}

/** What became of each phrase that was inserted since the last one that was judged. */
export function fatesIn(
  sent: Message,
  events: readonly LedgerEvent[],
  phrases: ReadonlyMap<string, Phrase>,
  at: number,
): LedgerEvent[] {
  const judged = events.findLastIndex(({ kind }) => kind === 'phraseSent');
  // Another panel beside the same page was quicker.
  if (events.some((event) => event.kind === 'phraseSent' && event.messageKey === sent.key))
    return [];
  const inserted = events
    .slice(judged + 1)
    .flatMap((event) => (event.kind === 'inserted' ? event.phrase : []));
  return [...new Set(inserted)].flatMap((phrase): LedgerEvent[] => {
    const text = phrases.get(phrase)?.text;
    if (text === undefined) return [];
    return [{ kind: 'phraseSent', at, phrase, messageKey: sent.key, how: fateOf(text, sent.text) }];
  });
}
