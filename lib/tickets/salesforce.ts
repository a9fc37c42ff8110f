// Salesforce cases through its REST API (developer.salesforce.com, sObject rows, upsert). Not tried on a real one.
import type { OpenConnection, TicketLink, TicketSystem } from '../domain/ticket';
import { asLine, idOf, jsonOf, listAt, textsIn, valueAt } from '../domain/ticket-answer';
import { getJson, sendJson } from '../domain/ticket-request';

export const salesforce: TicketSystem = {
  id: 'salesforce',
  name: 'Salesforce',
  address: 'https://example.my.salesforce.com',
  fields: [
    { id: 'token', label: 'ticketAccessToken', initial: '', secret: true },
    { id: 'version', label: 'ticketApiVersion', initial: 'v62.0' },
    { id: 'unique', label: 'ticketExternalId', initial: '', optional: true },
  ],
  // A field that is an external id and unique makes the request one that may be repeated.
  again: ({ fields }) => (fields['unique'] ? 'same-key' : 'look-up'),
  settleMs: 20_000,
  test: (connection) => getJson(`${rest(connection)}/sobjects/Case`, headersOf(connection)),
  create: ({ mark, subject, body, more }, connection) => {
    const { unique } = connection.fields;
    const fields = { ...more, Subject: subject, Description: body };
    const cases = `${rest(connection)}/sobjects/Case`;
    if (!unique) return sendJson('POST', cases, headersOf(connection), fields);
    const place = `${cases}/${encodeURIComponent(unique)}/${mark}`;
    return sendJson('PATCH', place, headersOf(connection), fields);
  },
  created: ({ body }, connection) => linkTo(connection.address, valueAt(jsonOf(body), 'id')),
  lookUp: ({ mark }, connection) => {
    const query = `SELECT Id, Subject FROM Case WHERE Subject LIKE '%${mark}%' LIMIT 1`;
    const search = new URLSearchParams({ q: query }).toString();
    return getJson(`${rest(connection)}/query?${search}`, headersOf(connection));
  },
  lookedUp: ({ body }, connection, { mark }) => {
    const records = listAt(jsonOf(body), 'records');
    const ours = records?.find((each) => textsIn(valueAt(each, 'Subject')).includes(mark));
    const link = linkTo(connection.address, valueAt(ours, 'Id'));
    if (link) return { is: 'found', link };
    return { is: records?.length === 0 ? 'none' : 'unreadable' };
  },
  comment: ({ id }, text, connection) =>
    sendJson('POST', `${rest(connection)}/sobjects/CaseComment`, headersOf(connection), {
      ParentId: id,
      CommentBody: text,
      IsPublished: false,
    }),
  // The day's requests are used up: a 403 that passes.
  isLimited: ({ status, body }) => status === 403 && body.includes('REQUEST_LIMIT_EXCEEDED'),
  said: (body) => asLine(textsIn(valueAt(jsonOf(body), 0, 'message')) || body),
};

function headersOf({ secrets }: OpenConnection) {
  return { Authorization: `Bearer ${secrets['token'] ?? ''}` };
}

function rest({ address, fields }: OpenConnection): string {
  return `${address}/services/data/${encodeURIComponent(fields['version'] ?? '')}`;
}

function linkTo(address: string, value: unknown): TicketLink | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : { id, url: `${address}/${id}` };
}
