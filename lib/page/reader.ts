// What every way of reading a conversation gives: where the rows are and what one row says.
import type { Message } from '../domain/conversation';
import type { Site } from '../domain/site';

export type Row = Omit<Message, 'key'> & { key?: string };

export type Reader = {
  id: string;
  description?: Site;
  /** 0 (a guess) to 1 (told by a site description). */
  sure: () => number;
  list: Element;
  /** Oldest first. */
  rows: () => Element[];
  read: (row: Element) => Row;
  /** Changes when rows that were read before would now read otherwise. */
  edition: () => number;
  conversation: () => string;
  customer: () => string | undefined;
};
