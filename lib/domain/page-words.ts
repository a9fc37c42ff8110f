// The words and marks by which the parts of a page without a description are told apart.
import * as z from 'zod/mini';

/** Word lists are parted by spaces, patterns are the sources of regular expressions, the rest are selectors. */
export const pageWordsSchema = z.object({
  /** Words in classes and attributes of a row: who said it. */
  agent: z.string(),
  customer: z.string(),
  system: z.string(),
  /** Rows that nobody said, whatever they are called. */
  systemRow: z.string(),
  /** What in a row may say whose it is. */
  sideIn: z.string(),
  /** Attributes that may say it. */
  telling: z.string(),
  /** What stands where a name does and means the agent. */
  self: z.string(),
  /** Lines that nobody said. */
  systemText: z.string(),
  /** All that may stand in a time, a day or an age; a text of nothing else is one. */
  time: z.string(),
  /** What became of a message. */
  state: z.string(),
  /** Around a name where it is told to screen readers. */
  aroundName: z.string(),
  /** Classes of a list of messages. */
  message: z.string(),
  nameIn: z.string(),
  timeIn: z.string(),
  /** Attributes that name a row, the best first. */
  keyIn: z.string(),
  /** What boxes are called that are for a reply, and those that are for something else. */
  replyBox: z.string(),
  otherBox: z.string(),
  /** Rows that say who wrote them. */
  signed: z.string(),
  /** Never a list of messages. */
  elsewhere: z.string(),
});
export type PageWords = z.infer<typeof pageWordsSchema>;

export const pageWords: PageWords = {
  agent: 'agent operator staff support me mine self own outgoing outbound sent sender-me',
  customer: 'customer client visitor guest requester contact incoming inbound received them theirs',
  system:
    'system event notice info status divider separator announcement datestamp daystamp dateline',
  systemRow: '[role="separator"], [role="status"], hr',
  sideIn: '[class], [data-from], [data-author]',
  telling: '^(?:class|id|aria-label|data-(?!id$|key$|test|index).*)$',
  self: '^(?:you|me|i|我|您|你|自己)$',
  systemText: String.raw`\b(?:(?:has )?joined|left|was assigned|assigned to|is now closed|ended the chat)\b|加入了|已加入|离开了|已离开|已分配|会话已结束`,
  time: String.raw`\b(?:sent|delivered|received|at|on|just|now|today|yesterday|ago|[ap]\.?m\b\.?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)|\d+ ?(?:[smhdw]|secs?|mins?|minutes?|hours?|days?)\b|[上下中]午|凌晨|早上|晚上|[今昨前]天|刚刚|周.|星期.|分钟|小时|[\d:：./,\-\s年月日时点分秒天前]`,
  state: '^(?:seen|read|delivered|sent|edited|已读|未读|已送达|已发送|已编辑)$',
  aroundName: String.raw`^(?:message )?(?:from|by) |(?: said| says| wrote|说)? ?[:：,，]?$`,
  message: String.raw`message|msg|chat|bubble|comment|\bconv|history|thread|journal|transaction|transcript|reply|消息`,
  nameIn:
    '[class*="author" i], [class*="sender" i], [class*="username" i], [class*="user-name" i], [class*="display-name" i], [class~="name" i], [itemprop="author"], [class*="title" i]',
  timeIn:
    'time, [class~="time" i], [class*="timestamp" i], [class*="-time" i], [class*="_time" i], [class~="date" i]',
  replyBox: 'reply|respon|message|compos|chat|answer|send|write|notes?\\b|回复|回覆|消息|发送|输入',
  otherBox: String.raw`subject|title|descri|internal|private|e-?mail|\bcc\b|\bto\b|tag|备注|标题|描述`,
  keyIn: 'data-message-id data-msgid data-id data-transaction-id id',
  signed: '[data-from], [data-author], [data-author-type], [data-sender], [data-sender-type]',
  elsewhere:
    'nav, header, footer, aside form, table thead, select, [role="navigation"], [role="menu"], [role="menubar"], [role="toolbar"], [role="tablist"], [role="listbox"], [role="tree"], [contenteditable="true"]',
};
