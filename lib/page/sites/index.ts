// The chat and helpdesk products that the page script knows, one file each; the first whose marks match reads the page.
import type { Site } from '../../domain/site';
import { converse } from './converse';
import { osTicket } from './osticket';
import { requestTracker } from './request-tracker';

export const sites: readonly Site[] = [converse, requestTracker, osTicket];
