// The ticket systems, in the order in which they are offered.
import type { TicketSystem } from '../domain/ticket';
import { redmine } from './redmine';
import { requestTracker } from './request-tracker';
import { webhook } from './webhook';

export const ticketSystems: readonly TicketSystem[] = [requestTracker, redmine, webhook];

/** The system of a connection; undefined where a newer version wrote it. */
export function ticketSystemOf({ system }: { system: string }): TicketSystem | undefined {
  return ticketSystems.find(({ id }) => id === system);
}
