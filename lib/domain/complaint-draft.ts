// What the conversation tells for the record beyond the form: how to reach them, the first answer, what was promised.
import type { ComplaintFields } from './complaint';
import { longestWords } from './complaint-form';
import { contactIn } from './contact';
import type { Message } from './conversation';
import type { LedgerEvent } from './event';
import { lastPlan } from './last-plan';
import { requestIn } from './request';

export type Drafted = Pick<ComplaintFields, 'contact' | 'acknowledgedAt' | 'dueAt' | 'options'> & {
  request: string;
};

/**
 * @param messages of this complaint alone
 * @param events of the whole conversation
 */
export function draftComplaint(
  messages: readonly Message[],
  events: readonly LedgerEvent[],
): Drafted {
  const theirs = messages.filter(({ side }) => side === 'customer').map(({ text }) => text);
  const contact = contactIn(messages);
  const options = optionsIn(events);
  const acknowledgedAt = firstAnswer(messages, events);
  const dueAt = nextDue(events);
  return {
    request: (requestIn(theirs) ?? '').slice(0, longestWords),
    ...(contact !== '' && { contact }),
    ...(acknowledgedAt !== undefined && { acknowledgedAt }),
    ...(dueAt !== undefined && { dueAt }),
    ...(options !== '' && { options: options.slice(0, longestWords) }),
  };
}

/** P4: when the customer first had an answer, epoch ms; as the page tells, otherwise as it was heard. */
function firstAnswer(
  messages: readonly Message[],
  events: readonly LedgerEvent[],
): number | undefined {
  const asked = messages.findIndex(({ side }) => side === 'customer');
  if (asked < 0) return undefined;
  const answer = messages.slice(asked).find(({ side }) => side === 'agent');
  if (!answer) return undefined;
  const heard = events.find((event) => event.kind === 'said' && event.messageKey === answer.key);
  return answer.at ?? heard?.at;
}

/** The next moment that is promised and not over, epoch ms. */
function nextDue(events: readonly LedgerEvent[]): number | undefined {
  const due = new Map<string, number>();
  const over = new Set<string>();
  for (const event of events) {
    if (event.kind === 'promiseMade' || event.kind === 'promiseRenewed')
      due.set(event.promise, event.due);
    if (event.kind === 'promiseEnded') over.add(event.promise);
    if (event.kind === 'promiseReopened') over.delete(event.promise);
  }
  const open = [...due].flatMap(([promise, at]) => (over.has(promise) ? [] : [at]));
  return open.length > 0 ? Math.min(...open) : undefined;
}

/** As planned in the proposal. */
function optionsIn(events: readonly LedgerEvent[]): string {
  const options = lastPlan(events)?.options ?? [];
  return options
    .flatMap(({ what, by }) => (what === '' ? [] : [by === '' ? what : `${what} (${by})`]))
    .join('; ');
}
