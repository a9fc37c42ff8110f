// One complaint as a ticket: a subject with its mark, and a line for each thing that is known.
import type { Complaint } from './complaint';
import { mapFields } from './field-mapping';
import type { MapRow } from './field-mapping';
import { maskComplaint } from './mask-complaint';
import { markOf } from './ticket';
import type { Ticket } from './ticket';

/** The words before each line, in the language of whoever sends it. */
export type TicketTitles = {
  subject: (number: number, what: string) => string;
  receivedAt: string;
  channel: string;
  category: string;
  who: string;
  what: string;
  feeling: string;
  request: string;
  immediate: string;
  permanent: string;
};

const longestWhat = 80;

/** What is sent of a complaint. The mark stands in the subject, where every system can look for it. */
export function composeTicket(
  complaint: Complaint,
  titles: TicketTitles,
  { mask, mapping = [] }: { mask: boolean; mapping?: readonly MapRow[] | undefined },
): Ticket {
  const told = mask ? maskComplaint(complaint) : complaint;
  const mark = markOf(complaint.id);
  const line = (title: string, value: string | undefined) => (value ? [`${title}: ${value}`] : []);
  const body = [
    ...line(titles.who, told.who),
    ...line(titles.what, told.what),
    ...line(titles.feeling, told.feeling),
    ...line(titles.request, told.request),
    ...line(titles.category, told.category),
    ...line(titles.immediate, told.immediate),
    ...line(titles.permanent, told.permanent),
    ...line(titles.channel, told.channel),
    ...line(titles.receivedAt, new Date(told.receivedAt).toISOString()),
  ].join('\n');
  const subject = `${titles.subject(told.number, shorten(told.what))} [${mark}]`;
  const more = mapFields(mapping, told);
  return { mark, subject, body, ...(Object.keys(more).length > 0 && { more }) };
}

/** In one line, cut between letters. */
function shorten(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/g, ' ').trim());
  return letters.length > longestWhat
    ? `${letters.slice(0, longestWhat - 1).join('')}…`
    : letters.join('');
}
