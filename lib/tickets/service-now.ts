// ServiceNow through its Table API (servicenow.com/docs, c_TableAPI). Not tried on a real one.
import type { OpenConnection, TicketLink, TicketSystem } from '../domain/ticket';
import { asLine, idOf, jsonOf, listAt, textsIn, valueAt } from '../domain/ticket-answer';
import { basic, getJson, sendJson } from '../domain/ticket-request';

export const serviceNow: TicketSystem = {
  id: 'service-now',
  name: 'ServiceNow',
  address: 'https://example.service-now.com',
  fields: [
    { id: 'user', label: 'ticketUser', initial: '' },
    { id: 'password', label: 'ticketPassword', initial: '', secret: true },
    { id: 'table', label: 'ticketTable', initial: 'incident' },
  ],
  again: () => 'look-up',
  settleMs: 20_000,
  test: (connection) =>
    getJson(`${tableOf(connection)}?sysparm_limit=1&sysparm_fields=sys_id`, headersOf(connection)),
  create: ({ mark, subject, body, more }, connection) =>
    sendJson('POST', tableOf(connection), headersOf(connection), {
      ...more,
      short_description: subject,
      description: body,
      correlation_id: mark,
      correlation_display: 'Composure',
    }),
  created: ({ body }, connection) => linkTo(connection, valueAt(jsonOf(body), 'result')),
  lookUp: ({ mark }, connection) => {
    const search = new URLSearchParams({
      sysparm_query: `correlation_id=${mark}`,
      sysparm_fields: 'sys_id,number,correlation_id',
      sysparm_limit: '10',
    }).toString();
    return getJson(`${tableOf(connection)}?${search}`, headersOf(connection));
  },
  lookedUp: ({ body }, connection, { mark }) => {
    const records = listAt(jsonOf(body), 'result');
    // A field that the table lacks is left out of the question: then any record comes.
    const ours = records?.find((each) => valueAt(each, 'correlation_id') === mark);
    const link = linkTo(connection, ours);
    if (link) return { is: 'found', link };
    return { is: records?.length === 0 ? 'none' : 'unreadable' };
  },
  comment: ({ id }, text, connection) =>
    sendJson('PATCH', `${tableOf(connection)}/${id}`, headersOf(connection), { work_notes: text }),
  said: (body) => asLine(textsIn(valueAt(jsonOf(body), 'error')) || body),
};

function headersOf({ fields, secrets }: OpenConnection) {
  return basic(fields['user'] ?? '', secrets['password'] ?? '');
}

type Place = Pick<OpenConnection, 'address' | 'fields'>;

function tableOf({ address, fields }: Place): string {
  return `${address}/api/now/table/${encodeURIComponent(fields['table'] ?? '')}`;
}

function linkTo({ address, fields }: Place, record: unknown): TicketLink | undefined {
  const id = idOf(valueAt(record, 'sys_id'));
  if (id === undefined) return undefined;
  const name = idOf(valueAt(record, 'number'));
  const page = `${fields['table'] ?? ''}.do?sys_id=${id}`;
  const url = `${address}/nav_to.do?uri=${encodeURIComponent(page)}`;
  return { id, url, ...(name !== undefined && { name }) };
}
