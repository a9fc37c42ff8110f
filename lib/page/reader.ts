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
  /** The rows that an element of the list is, lies in or holds; undefined where only all rows can tell. */
  rowsAt: (element: Element) => readonly Element[] | undefined;
  /** Whether the page puts new rows before the others. */
  isNewestFirst: () => boolean;
  read: (row: Element) => Row;
  /** Whether words alone may make a row something else than a message: a time, a line that nobody said. */
  isTelling: (text: string) => boolean;
  /** Changes when rows that were read before would now read otherwise; `rows`: all, oldest first. */
  edition: (rows: readonly Element[]) => number;
  conversation: () => string;
  customer: () => string | undefined;
};
