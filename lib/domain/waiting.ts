// How long a customer has been waiting for an answer (P4).
import type { Message } from './conversation';

/**
 * The first message of the customer that nobody answered; undefined where the last word was the agent's. What the
 * system says is no answer.
 */
export function firstUnanswered(messages: readonly Message[]): Message | undefined {
  const answeredAt = messages.findLastIndex(({ side }) => side === 'agent');
  return messages.slice(answeredAt + 1).find(({ side }) => side === 'customer');
}
