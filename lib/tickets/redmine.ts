// Redmine 5 through its REST API (seen with 5.0.4, 2026-11-22; redmine.org/projects/redmine/wiki/Rest_Issues).
import type { OpenConnection, TicketLink, TicketSystem } from '../domain/ticket';
import { asLine, idOf, jsonOf, textsIn, valueAt } from '../domain/ticket-answer';

export const redmine: TicketSystem = {
  id: 'redmine',
  name: 'Redmine',
  address: 'https://redmine.example.com',
  fields: [
    { id: 'token', label: 'ticketApiKey', initial: '', secret: true },
    { id: 'project', label: 'ticketProject', initial: 'support' },
    { id: 'tracker', label: 'ticketTracker', initial: '', optional: true },
  ],
  again: () => 'look-up',
  settleMs: 20_000,
  test: (connection) => ({
    method: 'GET',
    url: `${connection.address}/projects/${encodeURIComponent(connection.fields['project'] ?? '')}.json`,
    headers: headersOf(connection),
  }),
  create: ({ subject, body }, connection) => {
    const tracker = connection.fields['tracker'];
    const issue = {
      project_id: connection.fields['project'] ?? '',
      subject,
      description: body,
      ...(tracker && { tracker_id: Number(tracker) || tracker }),
    };
    return send('POST', connection, '/issues.json', { issue });
  },
  created: ({ body }, connection) =>
    linkTo(connection.address, valueAt(jsonOf(body), 'issue', 'id')),
  // `~` is "contains"; closed ones count as well.
  lookUp: ({ mark }, connection) => ({
    method: 'GET',
    url: `${connection.address}/issues.json?${new URLSearchParams({
      subject: `~${mark}`,
      status_id: '*',
      limit: '1',
    }).toString()}`,
    headers: headersOf(connection),
  }),
  lookedUp: ({ body }, connection, { mark }) => {
    const answer = jsonOf(body);
    if (valueAt(answer, 'total_count') === 0) return { is: 'none' };
    const first = valueAt(answer, 'issues', 0);
    // A server that does not know the filter gives any issue at all.
    const subject = textsIn(valueAt(first, 'subject'));
    const link = linkTo(connection.address, valueAt(first, 'id'));
    return link && subject.includes(mark) ? { is: 'found', link } : { is: 'unreadable' };
  },
  comment: ({ id }, text, connection) =>
    send('PUT', connection, `/issues/${id}.json`, { issue: { notes: text } }),
  said: (body) => asLine(textsIn(valueAt(jsonOf(body), 'errors')) || body),
};

function send(method: 'POST' | 'PUT', connection: OpenConnection, path: string, body: object) {
  return {
    method,
    url: `${connection.address}${path}`,
    headers: { ...headersOf(connection), 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function headersOf({ secrets }: OpenConnection) {
  return { Accept: 'application/json', 'X-Redmine-API-Key': secrets['token'] ?? '' };
}

function linkTo(address: string, value: unknown): TicketLink | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : { id, url: `${address}/issues/${id}` };
}
