// osTicket, a helpdesk by mail and form: the agent's side of a ticket.
import type { Site } from '../site';

export const osTicket: Site = {
  id: 'osticket',
  title: 'osTicket',
  // From its templates (thread-entries at 30403e7, thread-entry and ticket-view at 0050195), not from a running one.
  seen: 'osTicket templates at 0050195, 2026-11-22',
  marks: '#ticketThread #thread-items[data-thread-id]',
  list: '#thread-items',
  // Notes for colleagues (`note`) and events (`thread-event`) stand between them and were said to nobody.
  row: '.thread-entry.message, .thread-entry.response',
  // Attachments follow in the same body.
  text: '.thread-body > div',
  customer: '.thread-entry.message',
  agent: '.thread-entry.response',
  name: '.header b',
  timeAttribute: 'datetime',
  keyAttribute: 'name',
  conversation: { selector: '#thread-items', attribute: 'data-thread-id' },
  // The text area, or the editor that takes its place where rich text is on.
  replyBox: '#reply #response, #reply [contenteditable="true"]',
  decoys: '#note *',
};
