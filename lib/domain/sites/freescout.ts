// FreeScout, a shared mailbox: the agent's side of a conversation.
import type { Site } from '../site';

export const freeScout: Site = {
  id: 'freescout',
  title: 'FreeScout',
  // From its templates (partials/thread at 0425b26, conversations/view at d74af3e), not from a running one.
  seen: 'FreeScout templates at 0425b26, 2026-11-22',
  marks: 'body[data-conversation_id] #conv-layout-main',
  list: '#conv-layout-main',
  // Notes, drafts and what was done to the conversation are threads of other types, said to nobody.
  row: '.thread-type-customer, .thread-type-message',
  // Beside it stand who edited it and when the customer opened it.
  text: '.thread-content',
  customer: '.thread-type-customer',
  agent: '.thread-type-message',
  name: '.thread-person strong',
  keyAttribute: 'data-thread_id',
  order: 'newest-first',
  conversation: { selector: 'body', attribute: 'data-conversation_id' },
  // One and the same editor takes replies and notes; the block around it tells which. It is Summernote over `#body`.
  replyBox:
    '.conv-reply-block:not(.conv-note-block) .note-editable, .conv-reply-block:not(.conv-note-block) #body',
  decoys: '.conv-note-block *',
};
