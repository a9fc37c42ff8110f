// Promises that the agent's sent messages hold: proposed, to be taken or left, never noted by themselves (P1).
import { sentencesOf } from '../text/sentence';
import type { Message } from './conversation';
import type { Found, LedgerEvent } from './event';
import type { PromiseKind } from './promise';
import { promiseTimes } from './promise-time';
import type { Here } from './promise-time';

export type Proposal = {
  kind: PromiseKind;
  /** The sentence that promises it; empty where the panel has words of its own. */
  what: string;
  due: number;
  /** What it was found in, so that it is proposed once. */
  messageKey: string;
  nth: number;
};

/** Older promises than the agent's last messages hold are theirs to remember. */
const lastMessages = 3;
const longestWhat = 160;
/** Times this near are the same promise said again. */
const sameMs = 60_000;

/**
 * What can be proposed, the newest first: times in the future that the agent promised in their last messages, which
 * were neither taken nor left, and for which there is no promise yet.
 * @param known the moments of the open promises of this conversation
 */
export function proposalsIn(
  messages: readonly Message[],
  events: readonly LedgerEvent[],
  known: readonly number[],
  here: Here,
): Proposal[] {
  const last = lastOfAgent(messages);
  const keys = new Set(last.map(({ key }) => key));
  const said = new Map(
    events.flatMap((event) =>
      event.kind === 'said' && keys.has(event.messageKey)
        ? [[event.messageKey, event] as const]
        : [],
    ),
  );
  const settled = settledIn(events);
  return last
    .flatMap(({ key, text, at }) => {
      const heard = said.get(key);
      if (!heard) return [];
      const moment = { ...here, now: at ?? heard.at };
      return promisesIn(text, heard.found, moment).map((each) => ({ ...each, messageKey: key }));
    })
    .filter(({ due, messageKey, nth }) => {
      if (settled.has(`${messageKey} ${nth}`) || due <= here.now) return false;
      return known.every((other) => Math.abs(other - due) >= sameMs);
    })
    .toReversed();
}

/** A conversation may hold thousands: read from its end. */
function lastOfAgent(messages: readonly Message[]): Message[] {
  const last: Message[] = [];
  for (let index = messages.length - 1; index >= 0 && last.length < lastMessages; index--) {
    const message = messages[index];
    if (message?.side === 'agent') last.unshift(message);
  }
  return last;
}

/** A solution was agreed to: somebody asks whether it held, until the customer confirms. One for a conversation. */
export function followUpIn(
  events: readonly LedgerEvent[],
  isAgreed: boolean,
  due: number,
): Proposal | undefined {
  const isSettled =
    settledIn(events).has(`${followUpKey} 0`) ||
    events.some((event) => event.kind === 'promiseMade' && event.of === 'follow-up');
  if (!isAgreed || isSettled) return undefined;
  return { kind: 'follow-up', what: '', due, messageKey: followUpKey, nth: 0 };
}

const followUpKey = 'follow-up';

function settledIn(events: readonly LedgerEvent[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) =>
      event.kind === 'promiseLeft' ||
      (event.kind === 'promiseMade' && event.messageKey !== undefined)
        ? [`${event.messageKey} ${event.nth ?? 0}`]
        : [],
    ),
  );
}

/** A time counts in a sentence that promises; one that asks to wait is a hold, which has its own clock. */
function promisesIn(text: string, found: readonly Found[], here: Here) {
  const wordsOf = (...meanings: Found['means'][]) =>
    found.flatMap(({ means, words }) => (meanings.includes(means) ? [words] : []));
  const promising = wordsOf('promise', 'propose.when');
  const waiting = wordsOf('hold.ask', 'hold.check-in');
  const times = promiseTimes(text, here);
  return sentencesOf(text)
    .flatMap((sentence) => {
      const words = text.slice(sentence.start, sentence.end);
      if (!promising.some((each) => words.includes(each))) return [];
      if (waiting.some((each) => words.includes(each))) return [];
      const time = times.findLast(({ start }) => sentence.start <= start && start < sentence.end);
      return time ? [{ what: words.slice(0, longestWhat), due: time.due }] : [];
    })
    .map((each, nth) => ({ ...each, kind: 'promise' as const, nth }));
}
