// Freshdesk through its API v2 (developers.freshdesk.com/api). Not tried on a real one.
import type { OpenConnection, TicketLink, TicketSystem } from '../domain/ticket';
import { asLine, idOf, jsonOf, listAt, textsIn, valueAt } from '../domain/ticket-answer';
import { asHtml, basic, getJson, sendJson } from '../domain/ticket-request';

const pageSize = 100;

export const freshdesk: TicketSystem = {
  id: 'freshdesk',
  name: 'Freshdesk',
  address: 'https://example.freshdesk.com',
  fields: [
    { id: 'token', label: 'ticketApiKey', initial: '', secret: true },
    { id: 'email', label: 'ticketRequesterMail', initial: '' },
  ],
  again: () => 'look-up',
  settleMs: 30_000,
  test: (connection) =>
    getJson(`${connection.address}/api/v2/tickets?per_page=1`, headersOf(connection)),
  create: ({ mark, subject, body, more = {} }, connection) => {
    const own = Object.entries(more);
    const isCustom = ([name]: [string, unknown]) => name.startsWith('cf_');
    const custom = Object.fromEntries(own.filter(isCustom));
    return sendJson('POST', `${connection.address}/api/v2/tickets`, headersOf(connection), {
      // Open, of low priority, from the portal: what must be there and nobody chose.
      status: 2,
      priority: 1,
      source: 2,
      ...Object.fromEntries(own.filter((one) => !isCustom(one))),
      email: connection.fields['email'] ?? '',
      subject,
      description: asHtml(body),
      tags: [mark],
      ...(Object.keys(custom).length > 0 && { custom_fields: custom }),
    });
  },
  created: ({ body }, connection) => linkTo(connection.address, valueAt(jsonOf(body), 'id')),
  // The list, not the search: that learns of a ticket minutes later.
  lookUp: (_, connection) =>
    getJson(
      `${connection.address}/api/v2/tickets?${new URLSearchParams({
        email: connection.fields['email'] ?? '',
        order_by: 'created_at',
        order_type: 'desc',
        per_page: String(pageSize),
      }).toString()}`,
      headersOf(connection),
    ),
  lookedUp: ({ body }, connection, { mark }) => {
    const tickets = listAt(jsonOf(body));
    const ours = tickets?.find((each) => textsIn(valueAt(each, 'subject')).includes(mark));
    const link = linkTo(connection.address, valueAt(ours, 'id'));
    if (link) return { is: 'found', link };
    // On a full page it could be the next one.
    return { is: tickets && tickets.length < pageSize ? 'none' : 'unreadable' };
  },
  comment: ({ id }, text, connection) =>
    sendJson('POST', `${connection.address}/api/v2/tickets/${id}/notes`, headersOf(connection), {
      body: asHtml(text),
      private: true,
    }),
  said: (body) => {
    const answer = jsonOf(body);
    return asLine(textsIn(valueAt(answer, 'errors')) || textsIn(answer) || body);
  },
};

function headersOf({ secrets }: OpenConnection) {
  return basic(secrets['token'] ?? '', 'X');
}

function linkTo(address: string, value: unknown): TicketLink | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : { id, url: `${address}/a/tickets/${id}` };
}
