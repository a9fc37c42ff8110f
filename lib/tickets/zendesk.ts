// Zendesk through its Support API (developer.zendesk.com/api-reference/ticketing/tickets/tickets). Not tried on a real one.
import type { OpenConnection, TicketLink, TicketSystem } from '../domain/ticket';
import { asLine, idOf, jsonOf, listAt, textsIn, valueAt } from '../domain/ticket-answer';
import { basic, getJson, numberedApart, sendJson } from '../domain/ticket-request';

export const zendesk: TicketSystem = {
  id: 'zendesk',
  name: 'Zendesk',
  address: 'https://example.zendesk.com',
  fields: [
    { id: 'email', label: 'ticketAgentMail', initial: '' },
    { id: 'token', label: 'ticketToken', initial: '', secret: true },
  ],
  // The key of a request is forgotten after some hours; the ticket's outer id is not.
  again: () => 'look-up',
  settleMs: 20_000,
  // Asks for a ticket that is not there: what a look-up asks, and a short answer.
  test: (connection) => searchFor('composure', connection),
  create: ({ mark, subject, body, more }, connection) => {
    const { named, numbered } = numberedApart(more);
    const ticket = {
      ...named,
      subject,
      // Nobody but the team reads it, and nobody gets mail of it.
      comment: { body, public: false },
      external_id: mark,
      ...(numbered.length > 0 && { custom_fields: numbered }),
    };
    const headers = { ...headersOf(connection), 'Idempotency-Key': mark };
    return sendJson('POST', ticketsOf(connection), headers, { ticket });
  },
  created: ({ body }, connection) =>
    linkTo(connection.address, valueAt(jsonOf(body), 'ticket', 'id')),
  lookUp: ({ mark }, connection) => searchFor(mark, connection),
  lookedUp: ({ body }, connection, { mark }) => {
    const tickets = listAt(jsonOf(body), 'tickets');
    const ours = tickets?.find((each) => valueAt(each, 'external_id') === mark);
    const link = linkTo(connection.address, valueAt(ours, 'id'));
    if (link) return { is: 'found', link };
    // A list of others was not asked for.
    return { is: tickets?.length === 0 ? 'none' : 'unreadable' };
  },
  comment: ({ id }, text, connection) =>
    sendJson('PUT', `${ticketsOf(connection)}/${id}`, headersOf(connection), {
      ticket: { comment: { body: text, public: false } },
    }),
  said: (body) => {
    const answer = jsonOf(body);
    return asLine(textsIn(valueAt(answer, 'details')) || textsIn(answer) || body);
  },
};

function headersOf({ fields, secrets }: OpenConnection) {
  return basic(`${fields['email'] ?? ''}/token`, secrets['token'] ?? '');
}

function ticketsOf({ address }: OpenConnection): string {
  return `${address}/api/v2/tickets`;
}

function searchFor(externalId: string, connection: OpenConnection) {
  const query = new URLSearchParams({ external_id: externalId }).toString();
  return getJson(`${ticketsOf(connection)}?${query}`, headersOf(connection));
}

function linkTo(address: string, value: unknown): TicketLink | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : { id, url: `${address}/agent/tickets/${id}` };
}
