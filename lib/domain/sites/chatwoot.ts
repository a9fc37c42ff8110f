// Chatwoot, an inbox of many channels: the agent's side of a conversation.
import type { Site } from '../site';

export const chatwoot: Site = {
  id: 'chatwoot',
  title: 'Chatwoot',
  // From its templates (Message at 47a51cc, bubbles/Base at 72cfe5c, FormattedContent at 0d2e4ee), not from a running one.
  seen: 'Chatwoot components-next at 47a51cc, 2026-11-22',
  marks: '.message-bubble-container[data-message-id]',
  list: 'ul:has(> .message-bubble-container)',
  // Private notes have bubbles of their own colour, and no other mark.
  row: '.message-bubble-container:not(:has(.bg-n-solid-amber))',
  // The bubble also holds what is answered to, the time and the state.
  text: '.prose-bubble',
  // Whoever answers, agent or bot, stands at the end; what happened stands in the middle.
  customer: '.justify-start',
  agent: '.justify-end',
  system: '.message-bubble-container.justify-center',
  keyAttribute: 'data-message-id',
  order: 'oldest-first',
  replyBox: '.reply-box:not(.is-private) .ProseMirror, .reply-box:not(.is-private) textarea',
  decoys: '.reply-box.is-private *',
};
