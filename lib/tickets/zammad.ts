// Zammad through its REST API (docs.zammad.org/en/latest/api/ticket). Not tried on a real one.
import type { OpenConnection, TicketLink, TicketSystem } from '../domain/ticket';
import { asLine, idOf, jsonOf, listAt, textsIn, valueAt } from '../domain/ticket-answer';
import { getJson, sendJson } from '../domain/ticket-request';

const pageSize = 50;
// A note that the team alone sees.
const note = { type: 'note', internal: true, content_type: 'text/plain' } as const;

export const zammad: TicketSystem = {
  id: 'zammad',
  name: 'Zammad',
  address: 'https://zammad.example.com',
  fields: [
    { id: 'token', label: 'ticketToken', initial: '', secret: true },
    { id: 'group', label: 'ticketGroup', initial: 'Users' },
    { id: 'email', label: 'ticketRequesterMail', initial: '' },
  ],
  again: () => 'look-up',
  // Its search follows what was made with a delay.
  settleMs: 60_000,
  test: (connection) =>
    getJson(`${connection.address}/api/v1/tickets?per_page=1`, headersOf(connection)),
  create: ({ subject, body, more }, connection) => {
    const { group = '', email = '' } = connection.fields;
    return sendJson('POST', `${connection.address}/api/v1/tickets`, headersOf(connection), {
      ...more,
      title: subject,
      group,
      // Finds the customer with this address, or makes one.
      customer_id: `guess:${email}`,
      article: { subject, body, ...note },
    });
  },
  created: ({ body }, connection) => linkTo(connection.address, jsonOf(body)),
  lookUp: ({ mark }, connection) => {
    const query = { query: mark, expand: 'true', limit: String(pageSize) };
    const search = new URLSearchParams(query).toString();
    return getJson(`${connection.address}/api/v1/tickets/search?${search}`, headersOf(connection));
  },
  lookedUp: ({ body }, connection, { mark }) => {
    const tickets = listAt(jsonOf(body));
    const ours = tickets?.find((each) => textsIn(valueAt(each, 'title')).includes(mark));
    const link = ours === undefined ? undefined : linkTo(connection.address, ours);
    if (link) return { is: 'found', link };
    return { is: tickets && tickets.length < pageSize ? 'none' : 'unreadable' };
  },
  comment: ({ id }, text, connection) =>
    sendJson('POST', `${connection.address}/api/v1/ticket_articles`, headersOf(connection), {
      ticket_id: Number(id),
      body: text,
      ...note,
    }),
  said: (body) => {
    const answer = jsonOf(body);
    return asLine(textsIn(valueAt(answer, 'error_human') ?? valueAt(answer, 'error')) || body);
  },
};

function headersOf({ secrets }: OpenConnection) {
  return { Authorization: `Token token=${secrets['token'] ?? ''}` };
}

function linkTo(address: string, ticket: unknown): TicketLink | undefined {
  const id = idOf(valueAt(ticket, 'id'));
  if (id === undefined) return undefined;
  const name = idOf(valueAt(ticket, 'number'));
  return { id, url: `${address}/#ticket/zoom/${id}`, ...(name !== undefined && { name }) };
}
