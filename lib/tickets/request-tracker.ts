// Request Tracker 5 through its REST2 (seen with 5.0.3, 2026-11-22; docs.bestpractical.com, RT::REST2).
import type { OpenConnection, TicketLink, TicketSystem } from '../domain/ticket';
import { asLine, idOf, jsonOf, textsIn, valueAt } from '../domain/ticket-answer';
import { getJson, sendJson } from '../domain/ticket-request';

export const requestTracker: TicketSystem = {
  id: 'request-tracker',
  name: 'Request Tracker',
  address: 'https://rt.example.com',
  fields: [
    { id: 'token', label: 'ticketToken', initial: '', secret: true },
    { id: 'queue', label: 'ticketQueue', initial: 'General' },
  ],
  again: () => 'look-up',
  settleMs: 20_000,
  test: (connection) =>
    getJson(
      `${rest(connection)}/queue/${encodeURIComponent(connection.fields['queue'] ?? '')}`,
      headersOf(connection),
    ),
  create: ({ subject, body, more }, connection) =>
    sendJson('POST', `${rest(connection)}/ticket`, headersOf(connection), {
      ...more,
      Queue: connection.fields['queue'] ?? '',
      Subject: subject,
      ContentType: 'text/plain',
      Content: body,
    }),
  created: ({ body }, connection) => linkTo(connection.address, valueAt(jsonOf(body), 'id')),
  // A search of the subjects needs no index: a ticket is found as soon as it is made.
  lookUp: ({ mark }, connection) => {
    const query = { query: `Subject LIKE '${mark}'`, fields: 'Subject', per_page: '1' };
    const search = new URLSearchParams(query).toString();
    return getJson(`${rest(connection)}/tickets?${search}`, headersOf(connection));
  },
  lookedUp: ({ body }, connection) => {
    const answer = jsonOf(body);
    if (valueAt(answer, 'total') === 0) return { is: 'none' };
    const link = linkTo(connection.address, valueAt(answer, 'items', 0, 'id'));
    return link ? { is: 'found', link } : { is: 'unreadable' };
  },
  comment: ({ id }, text, connection) =>
    sendJson('POST', `${rest(connection)}/ticket/${id}/comment`, headersOf(connection), {
      ContentType: 'text/plain',
      Content: text,
    }),
  said: (body) => asLine(textsIn(valueAt(jsonOf(body), 'message')) || body),
};

function headersOf({ secrets }: OpenConnection) {
  return { Authorization: `token ${secrets['token'] ?? ''}` };
}

function rest({ address }: OpenConnection): string {
  return `${address}/REST/2.0`;
}

function linkTo(address: string, value: unknown): TicketLink | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : { id, url: `${address}/Ticket/Display.html?id=${id}` };
}
