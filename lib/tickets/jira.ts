// Jira Service Management Cloud (developer.atlassian.com/cloud/jira/service-desk/rest, request). Not tried on a real one.
import type { OpenConnection, TicketLink, TicketSystem } from '../domain/ticket';
import { asLine, idOf, jsonOf, listAt, textsIn, valueAt } from '../domain/ticket-answer';
import { keyOf } from '../domain/ticket';
import { basic, getJson, sendJson } from '../domain/ticket-request';

export const jira: TicketSystem = {
  id: 'jira',
  name: 'Jira Service Management',
  address: 'https://example.atlassian.net',
  fields: [
    { id: 'email', label: 'ticketAgentMail', initial: '' },
    { id: 'token', label: 'ticketToken', initial: '', secret: true },
    { id: 'desk', label: 'ticketServiceDesk', initial: '1' },
    { id: 'type', label: 'ticketRequestType', initial: '' },
  ],
  again: () => 'look-up',
  // Its search follows what was made with a delay.
  settleMs: 60_000,
  test: (connection) => {
    const { desk = '', type = '' } = connection.fields;
    const place = `servicedesk/${encodeURIComponent(desk)}/requesttype/${encodeURIComponent(type)}`;
    return getJson(`${connection.address}/rest/servicedeskapi/${place}`, headersOf(connection));
  },
  create: ({ subject, body, more }, connection) => {
    const { desk = '', type = '' } = connection.fields;
    return sendJson('POST', requestsOf(connection), headersOf(connection), {
      serviceDeskId: desk,
      requestTypeId: type,
      requestFieldValues: { ...more, summary: subject, description: body },
    });
  },
  created: ({ body }, connection) => linkTo(connection.address, valueAt(jsonOf(body), 'issueKey')),
  lookUp: ({ mark }, connection) => {
    const query = { jql: `summary ~ "${keyOf(mark)}"`, fields: 'summary', maxResults: '10' };
    const search = new URLSearchParams(query).toString();
    return getJson(`${connection.address}/rest/api/3/search/jql?${search}`, headersOf(connection));
  },
  lookedUp: ({ body }, connection, { mark }) => {
    const issues = listAt(jsonOf(body), 'issues');
    const ours = issues?.find((each) => textsIn(valueAt(each, 'fields', 'summary')).includes(mark));
    const link = linkTo(connection.address, valueAt(ours, 'key'));
    if (link) return { is: 'found', link };
    return { is: issues?.length === 0 ? 'none' : 'unreadable' };
  },
  comment: ({ id }, text, connection) =>
    sendJson('POST', `${requestsOf(connection)}/${id}/comment`, headersOf(connection), {
      body: text,
      public: false,
    }),
  said: (body) => {
    const answer = jsonOf(body);
    const told = valueAt(answer, 'errorMessage') ?? valueAt(answer, 'errorMessages');
    return asLine([textsIn(told), textsIn(valueAt(answer, 'errors'))].join(' ').trim() || body);
  },
};

// A request from a browser is taken for a forged one without the last header.
function headersOf({ fields, secrets }: OpenConnection) {
  const who = basic(fields['email'] ?? '', secrets['token'] ?? '');
  return { ...who, 'X-Atlassian-Token': 'no-check' };
}

function requestsOf({ address }: OpenConnection): string {
  return `${address}/rest/servicedeskapi/request`;
}

function linkTo(address: string, value: unknown): TicketLink | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : { id, url: `${address}/browse/${id}` };
}
