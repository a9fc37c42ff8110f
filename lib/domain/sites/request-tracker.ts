// Request Tracker, a helpdesk by mail.
import type { Site } from '../site';

export const requestTracker: Site = {
  id: 'request-tracker',
  title: 'Request Tracker',
  seen: 'Request Tracker 5.0.3 of Debian 12, 2026-11-22',
  marks: '.history-container .Ticket-transaction',
  // Comes after the page itself: the history is loaded late.
  list: '.history-container',
  // Mails in and out; changes of status, owner and the like are rows of other classes.
  row: '.Ticket-transaction.message',
  text: '.messagebody',
  // No class tells the two sides apart: the customer is who the ticket names as requestor.
  customerIs: { on: '.requestors .user', inRow: '.description .user', attribute: 'data-user-id' },
  agent: '.Ticket-transaction.message',
  name: '.description .user',
  keyAttribute: 'data-transaction-id',
  customerName: '.requestors .user',
  // The link to the ticket's history carries its number, whatever else the page's own address says.
  conversation: { selector: '#page-history', attribute: 'href' },
  // On a page of its own, where CKEditor 4 stands in a frame; its mirror is hidden.
  replyBox: '.cke_editable, #UpdateContent',
};
