// converse.js, an XMPP chat client in the page.
import type { Site } from '../site';

export const converse: Site = {
  id: 'converse',
  title: 'converse.js',
  seen: 'converse.js 10.1.2, 2026-11-21',
  marks: 'converse-root converse-chat',
  list: 'converse-message-history',
  // Each message is a `converse-chat-message` around one `.chat-msg`; notices and errors are `.chat-info`.
  row: '.chat-msg[data-msgid], .chat-info',
  text: '.chat-msg__text, .chat-info__message',
  customer: '.chat-msg__content--them',
  agent: '.chat-msg__content--me',
  system: '.chat-info',
  // Missing where several messages of one sender follow each other.
  name: '.chat-msg__author',
  timeAttribute: 'data-isodate',
  keyAttribute: 'data-msgid',
  customerName: '.chatbox-title__text .user',
  conversation: { selector: 'converse-chat', attribute: 'jid' },
  replyBox: 'textarea.chat-textarea',
  // The search of the emoji picker and the hint of a spoiler are inputs beside the box.
  decoys: '.emoji-search, .spoiler-hint, .roster-filter',
};
