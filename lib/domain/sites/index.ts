// The chat and helpdesk products that are known, one file each; the first whose marks match reads the page.
import type { Site } from '../site';
import { converse } from './converse';
import { osTicket } from './osticket';
import { requestTracker } from './request-tracker';

export const sites: readonly Site[] = [converse, requestTracker, osTicket];
