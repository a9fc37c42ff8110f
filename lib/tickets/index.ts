// The ticket systems, in the order in which they are offered.
import type { TicketSystem } from '../domain/ticket';
import { chatwoot } from './chatwoot';
import { freshdesk } from './freshdesk';
import { hubspot } from './hubspot';
import { jira } from './jira';
import { redmine } from './redmine';
import { requestTracker } from './request-tracker';
import { salesforce } from './salesforce';
import { serviceNow } from './service-now';
import { webhook } from './webhook';
import { zammad } from './zammad';
import { zendesk } from './zendesk';

export const ticketSystems: readonly TicketSystem[] = [
  zendesk,
  freshdesk,
  jira,
  salesforce,
  hubspot,
  serviceNow,
  zammad,
  chatwoot,
  requestTracker,
  redmine,
  webhook,
];

/** The system of a connection; undefined where a newer version wrote it. */
export function ticketSystemOf({ system }: { system: string }): TicketSystem | undefined {
  return ticketSystems.find(({ id }) => id === system);
}
