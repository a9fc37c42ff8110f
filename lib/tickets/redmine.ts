// Redmine 5 through its REST API (seen with 5.0.4, 2026-11-22; redmine.org/projects/redmine/wiki/Rest_Issues).
import type { OpenConnection, TicketLink, TicketSystem } from '../domain/ticket';
import { asLine, idOf, jsonOf, textsIn, valueAt } from '../domain/ticket-answer';
import { getJson, numberedApart, sendJson } from '../domain/ticket-request';

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
  test: (connection) =>
    getJson(
      `${connection.address}/projects/${encodeURIComponent(connection.fields['project'] ?? '')}.json`,
      headersOf(connection),
    ),
  create: ({ subject, body, more }, connection) => {
    const tracker = connection.fields['tracker'];
    const { named, numbered } = numberedApart(more);
    const issue = {
      ...named,
      project_id: connection.fields['project'] ?? '',
      subject,
      description: body,
      ...(tracker && { tracker_id: Number(tracker) || tracker }),
      ...(numbered.length > 0 && { custom_fields: numbered }),
    };
    return sendJson('POST', `${connection.address}/issues.json`, headersOf(connection), { issue });
  },
  created: ({ body }, connection) =>
    linkTo(connection.address, valueAt(jsonOf(body), 'issue', 'id')),
  // `~` is "contains"; closed ones count as well.
  lookUp: ({ mark }, connection) => {
    const search = new URLSearchParams({ subject: `~${mark}`, status_id: '*', limit: '1' });
    return getJson(`${connection.address}/issues.json?${search.toString()}`, headersOf(connection));
  },
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
    sendJson('PUT', `${connection.address}/issues/${id}.json`, headersOf(connection), {
      issue: { notes: text, private_notes: true },
    }),
  said: (body) => asLine(textsIn(valueAt(jsonOf(body), 'errors')) || body),
};

function headersOf({ secrets }: OpenConnection) {
  return { 'X-Redmine-API-Key': secrets['token'] ?? '' };
}

function linkTo(address: string, value: unknown): TicketLink | undefined {
  const id = idOf(value);
  return id === undefined ? undefined : { id, url: `${address}/issues/${id}` };
}
