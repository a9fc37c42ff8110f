// HubSpot tickets through its CRM API v3 (developers.hubspot.com, crm-tickets-v3). Not tried on a real one.
import type { OpenConnection, TicketLink, TicketSystem } from '../domain/ticket';
import { keyOf } from '../domain/ticket';
import { asLine, idOf, jsonOf, listAt, textsIn, valueAt } from '../domain/ticket-answer';
import { asHtml, getJson, sendJson } from '../domain/ticket-request';

// A note belongs to a ticket: HubSpot's own number of this kind of association.
const noteToTicket = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 228 } as const;

export const hubspot: TicketSystem = {
  id: 'hubspot',
  name: 'HubSpot',
  address: 'https://api.hubapi.com',
  fields: [
    { id: 'token', label: 'ticketToken', initial: '', secret: true },
    { id: 'pipeline', label: 'ticketPipeline', initial: '0' },
    { id: 'stage', label: 'ticketStage', initial: '1' },
    { id: 'unique', label: 'ticketUniqueProperty', initial: '', optional: true },
    { id: 'portal', label: 'ticketPortal', initial: '', optional: true },
  ],
  again: () => 'look-up',
  // Its search follows what was made with a delay.
  settleMs: 60_000,
  test: (connection) => getJson(`${ticketsOf(connection)}?limit=1`, headersOf(connection)),
  create: ({ mark, subject, body, more = {} }, connection) => {
    const { pipeline = '', stage = '', unique } = connection.fields;
    const properties = {
      // All its values are texts.
      ...Object.fromEntries(Object.entries(more).map(([name, value]) => [name, asText(value)])),
      subject,
      content: body,
      hs_pipeline: pipeline,
      hs_pipeline_stage: stage,
      ...(unique && { [unique]: mark }),
    };
    // Older descriptions of the interface want what newer ones leave to the sender, here and in a search.
    const ticket = { properties, associations: [] };
    return sendJson('POST', ticketsOf(connection), headersOf(connection), ticket);
  },
  created: ({ body }, connection) => linkTo(connection, valueAt(jsonOf(body), 'id')),
  lookUp: ({ mark }, connection) => {
    const { unique } = connection.fields;
    if (unique) {
      const search = new URLSearchParams({ idProperty: unique, properties: 'subject' }).toString();
      return getJson(`${ticketsOf(connection)}/${mark}?${search}`, headersOf(connection));
    }
    const filter = { propertyName: 'subject', operator: 'CONTAINS_TOKEN', value: keyOf(mark) };
    return sendJson('POST', `${ticketsOf(connection)}/search`, headersOf(connection), {
      filterGroups: [{ filters: [filter] }],
      properties: ['subject'],
      sorts: [],
      limit: 10,
      after: '0',
    });
  },
  lookedUp: ({ status, body }, connection, { mark }) => {
    const answer = jsonOf(body);
    if (connection.fields['unique']) {
      const isNone = status === 404 && valueAt(answer, 'category') === 'OBJECT_NOT_FOUND';
      if (isNone) return { is: 'none' };
    }
    const results = listAt(answer, 'results');
    const ours = [answer, ...(results ?? [])].find((each) =>
      textsIn(valueAt(each, 'properties', 'subject')).includes(mark),
    );
    const link = linkTo(connection, valueAt(ours, 'id'));
    if (link) return { is: 'found', link };
    return { is: results?.length === 0 ? 'none' : 'unreadable' };
  },
  comment: ({ id }, text, connection, at) =>
    sendJson('POST', `${connection.address}/crm/v3/objects/notes`, headersOf(connection), {
      properties: { hs_timestamp: new Date(at).toISOString(), hs_note_body: asHtml(text) },
      associations: [{ to: { id }, types: [noteToTicket] }],
    }),
  said: (body) => asLine(textsIn(valueAt(jsonOf(body), 'message')) || body),
};

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function headersOf({ secrets }: OpenConnection) {
  return { Authorization: `Bearer ${secrets['token'] ?? ''}` };
}

function ticketsOf({ address }: OpenConnection): string {
  return `${address}/crm/v3/objects/tickets`;
}

function linkTo(
  { fields }: Pick<OpenConnection, 'fields'>,
  value: unknown,
): TicketLink | undefined {
  const id = idOf(value);
  const portal = idOf(fields['portal']);
  if (id === undefined) return undefined;
  const url = portal ? `https://app.hubspot.com/contacts/${portal}/record/0-5/${id}` : '';
  return { id, url };
}
