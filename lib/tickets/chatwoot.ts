// Chatwoot through its application API (its swagger/swagger.json): a complaint is a conversation. Not tried on a real one.
import type { OpenConnection, TicketLink, TicketSystem } from '../domain/ticket';
import { asLine, idOf, jsonOf, listAt, textsIn, valueAt } from '../domain/ticket-answer';
import { getJson, sendJson } from '../domain/ticket-request';

// So many of a contact's conversations are listed, the newest first.
const pageSize = 20;

export const chatwoot: TicketSystem = {
  id: 'chatwoot',
  name: 'Chatwoot',
  address: 'https://app.chatwoot.com',
  fields: [
    { id: 'token', label: 'ticketToken', initial: '', secret: true },
    { id: 'account', label: 'ticketAccount', initial: '1' },
    { id: 'inbox', label: 'ticketInbox', initial: '' },
    { id: 'contact', label: 'ticketContact', initial: '' },
  ],
  again: () => 'look-up',
  settleMs: 20_000,
  test: (connection) => getJson(contactOf(connection), headersOf(connection)),
  create: ({ mark, subject, body, more }, connection) => {
    const { inbox = '', contact = '' } = connection.fields;
    return sendJson('POST', `${accountOf(connection)}/conversations`, headersOf(connection), {
      source_id: mark,
      inbox_id: Number(inbox),
      contact_id: Number(contact),
      custom_attributes: { ...more, composure: mark },
      // A note of the team: nothing goes out to the contact.
      message: { content: `${subject}\n\n${body}`, private: true },
    });
  },
  created: ({ body }, connection) => linkTo(connection, valueAt(jsonOf(body), 'id')),
  lookUp: (_, connection) =>
    getJson(`${contactOf(connection)}/conversations`, headersOf(connection)),
  lookedUp: ({ body }, connection, { mark }) => {
    const talks = listAt(jsonOf(body), 'payload');
    const ours = talks?.find((each) => valueAt(each, 'custom_attributes', 'composure') === mark);
    const link = linkTo(connection, valueAt(ours, 'id'));
    if (link) return { is: 'found', link };
    return { is: talks && talks.length < pageSize ? 'none' : 'unreadable' };
  },
  comment: ({ id }, text, connection) =>
    sendJson(
      'POST',
      `${accountOf(connection)}/conversations/${id}/messages`,
      headersOf(connection),
      { content: text, message_type: 'outgoing', private: true },
    ),
  said: (body) => asLine(textsIn(jsonOf(body)) || body),
};

function headersOf({ secrets }: OpenConnection) {
  return { api_access_token: secrets['token'] ?? '' };
}

function accountOf({ address, fields }: Pick<OpenConnection, 'address' | 'fields'>): string {
  return `${address}/api/v1/accounts/${encodeURIComponent(fields['account'] ?? '')}`;
}

function contactOf(connection: OpenConnection): string {
  const contact = encodeURIComponent(connection.fields['contact'] ?? '');
  return `${accountOf(connection)}/contacts/${contact}`;
}

function linkTo(
  { address, fields }: Pick<OpenConnection, 'address' | 'fields'>,
  value: unknown,
): TicketLink | undefined {
  const id = idOf(value);
  const account = encodeURIComponent(fields['account'] ?? '');
  if (id === undefined) return undefined;
  return { id, url: `${address}/app/accounts/${account}/conversations/${id}` };
}
