// The chat and helpdesk products that are known, one file each; the first whose marks match reads the page.
import type { Site } from '../site';
import { chatwoot } from './chatwoot';
import { converse } from './converse';
import { freeScout } from './freescout';
import { osTicket } from './osticket';
import { requestTracker } from './request-tracker';
import { zammad } from './zammad';

export const sites: readonly Site[] = [
  converse,
  requestTracker,
  osTicket,
  freeScout,
  chatwoot,
  zammad,
];
