// The clients that makers and others publish for these systems ask the very same: HubSpot's and Salesforce's by their
// makers, Chatwoot's and Jira's made from the makers' API descriptions. What a client is given here is checked against
// its types, what it sends against ours.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import ChatwootClient from '@figuro/chatwoot-sdk';
import { Client as HubspotClient } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum as By } from '@hubspot/api-client/lib/codegen/crm/objects';
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/tickets';
import { Connection as SalesforceClient } from '@jsforce/jsforce-node';
import Freshdesk from 'freshdesk-api';
import { ServiceDeskClient, Version3Client } from 'jira.js';
import { createClient as createZendesk } from 'node-zendesk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asHtml } from '../../lib/domain/ticket-request';
import { keyOf, markOf } from '../../lib/domain/ticket';
import type { OpenConnection, TicketRequest, TicketSystem } from '../../lib/domain/ticket';
import { chatwoot } from '../../lib/tickets/chatwoot';
import { freshdesk } from '../../lib/tickets/freshdesk';
import { hubspot } from '../../lib/tickets/hubspot';
import { jira } from '../../lib/tickets/jira';
import { salesforce } from '../../lib/tickets/salesforce';
import { zendesk } from '../../lib/tickets/zendesk';

type Asked = { method: string; path: string; query: object; who: string; body: unknown };

const mark = markOf('0f1e2d3c4b5a');
const ticket = { mark, subject: `Complaint 7 [${mark}]`, body: '水壶坏了 & <b>' };
const link = { id: '7', url: '' };
const at = 1_800_000_000_000;
const said = 'More is known.';

let address = '';
let asked: Asked[] = [];
let close = async () => {};

beforeEach(async () => {
  asked = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const isMade = method === 'POST' && !url.endsWith('/search');
      asked.push(askedOf(method, url, headers, Buffer.concat(chunks).toString()));
      response.writeHead(isMade ? 201 : 200, {
        'content-type': 'application/json',
        connection: 'close',
      });
      response.end('{"id":"7","success":true,"errors":[],"records":[],"results":[],"done":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // It listens on a port.
  close = () => new Promise((resolve) => server.close(() => resolve()));
});
afterEach(() => close());

function askedOf(
  method: string,
  url: string,
  headers: Record<string, string | string[] | undefined>,
  body: string,
): Asked {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const who = headers['api_access_token'] ?? headers['authorization'];
  return {
    method,
    path: pathname.replace(/\.json$/, ''),
    query: Object.fromEntries(searchParams),
    who: String(who),
    body: body.startsWith('{') ? (JSON.parse(body) as unknown) : formOf(body),
  };
}

/** The fields of a form in parts, all of them texts; undefined where there is none. */
function formOf(body: string): object | undefined {
  const parts = [...body.matchAll(/name="(\w+)"\r\n\r\n([^\r]*)\r\n/g)];
  return body === '' ? undefined : Object.fromEntries(parts.map(([, name, text]) => [name, text]));
}

function oursOf({ method, url, headers, body = '' }: TicketRequest): Asked {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return askedOf(method, url, Object.fromEntries(lower), body);
}

function connectionOf(system: TicketSystem, fields: Record<string, string>): OpenConnection {
  const initial = Object.fromEntries(system.fields.map((field) => [field.id, field.initial]));
  const secrets = { token: 'secret' };
  return {
    id: system.id,
    system: system.id,
    address,
    mask: false,
    secrets,
    fields: { ...initial, ...fields },
  };
}

/** All a system is asked: whether it is there, for a new ticket, for one made before, for a comment. */
function allOf(system: TicketSystem, connection: OpenConnection): Asked[] {
  return [
    system.test(connection),
    system.create(ticket, connection),
    system.lookUp?.(ticket, connection),
    system.comment?.(link, said, connection, at),
  ].map((request) => {
    if (!request) throw new Error('Every one of them can look up and comment.');
    return oursOf(request);
  });
}

test('HubSpot: its own client asks the same', async () => {
  const { crm } = new HubspotClient({ accessToken: 'secret', basePath: address });
  const properties = {
    subject: ticket.subject,
    content: ticket.body,
    hs_pipeline: '0',
    hs_pipeline_stage: '1',
  };
  const filter = {
    propertyName: 'subject',
    operator: FilterOperatorEnum.ContainsToken,
    value: keyOf(mark),
  };
  await crm.tickets.basicApi.getPage(1);
  await crm.tickets.basicApi.create({ properties, associations: [] });
  await crm.tickets.searchApi.doSearch({
    filterGroups: [{ filters: [filter] }],
    properties: ['subject'],
    sorts: [],
    limit: 10,
    after: '0',
  });
  await crm.objects.notes.basicApi.create({
    properties: { hs_timestamp: new Date(at).toISOString(), hs_note_body: asHtml(said) },
    associations: [
      {
        to: { id: link.id },
        types: [{ associationCategory: By.HubspotDefined, associationTypeId: 228 }],
      },
    ],
  });
  expect(allOf(hubspot, connectionOf(hubspot, {}))).toEqual(asked);
});

test('HubSpot, own field: its own client looks up the same', async () => {
  const { crm } = new HubspotClient({ accessToken: 'secret', basePath: address });
  const none = undefined;
  await crm.tickets.basicApi.getById(mark, ['subject'], none, none, none, 'composure_id');
  const connection = connectionOf(hubspot, { unique: 'composure_id' });
  const [, , lookUp] = allOf(hubspot, connection);
  expect(lookUp).toEqual(asked[0]);
});

test('Salesforce: its own client asks the same', async () => {
  const client = new SalesforceClient({
    instanceUrl: address,
    accessToken: 'secret',
    version: '62.0',
  });
  const fields = { Subject: ticket.subject, Description: ticket.body };
  await client.sobject('Case').describe();
  await client.sobject('Case').create(fields);
  await client.query(`SELECT Id, Subject FROM Case WHERE Subject LIKE '%${mark}%' LIMIT 1`);
  await client
    .sobject('CaseComment')
    .create({ ParentId: link.id, CommentBody: said, IsPublished: false });
  await client.sobject('Case').upsert({ ...fields, Composure_Id__c: mark }, 'Composure_Id__c');
  const own = connectionOf(salesforce, { unique: 'Composure_Id__c' });
  const [reach, ...others] = allOf(salesforce, connectionOf(salesforce, {}));
  expect([...others, oursOf(salesforce.create(ticket, own))]).toEqual(asked.slice(1));
  expect(`${reach?.path}/describe`).toBe(asked[0]?.path);
});

test('Chatwoot: the client made from its description asks the same', async () => {
  const client = new ChatwootClient({
    config: { basePath: address, with_credentials: false, credentials: 'omit', token: 'secret' },
  });
  const accountId = 1;
  await client.contacts.get({ accountId, id: 5 });
  await client.conversations.create({
    accountId,
    // Its description was made when these two were still texts.
    data: {
      source_id: mark,
      inbox_id: '3',
      contact_id: '5',
      custom_attributes: { composure: mark },
    },
  });
  await client.contacts.listConversations({ accountId, id: 5 });
  await client.messages.create({
    accountId,
    conversationId: 7,
    data: { content: said, message_type: 'outgoing', private: true },
  });
  const connection = connectionOf(chatwoot, { inbox: '3', contact: '5' });
  const [reach, create, lookUp, comment] = allOf(chatwoot, connection);
  // The first note is not in its description of then, and it sends a message as a form.
  const note = { content: `${ticket.subject}\n\n${ticket.body}`, private: true };
  const numbers = { inbox_id: 3, contact_id: 5 };
  const asText = { content: said, message_type: 'outgoing', private: 'true' };
  expect(comment?.body).toEqual({ ...asText, private: true });
  expect([reach, lookUp, { ...comment, body: asText }]).toEqual([asked[0], asked[2], asked[3]]);
  expect(create).toEqual({
    ...asked[1],
    body: { ...(asked[1]?.body as object), ...numbers, message: note }, // It was an object.
  });
});

test('Jira: the client made from its description asks the same', async () => {
  const config = {
    host: address,
    authentication: { basic: { email: 'sam@example.com', apiToken: 'secret' } },
  };
  const desk = new ServiceDeskClient(config);
  await desk.serviceDesk.getRequestTypeById({ serviceDeskId: '1', requestTypeId: 25 });
  await desk.request.createCustomerRequest({
    serviceDeskId: '1',
    requestTypeId: '25',
    requestFieldValues: { summary: ticket.subject, description: ticket.body },
  });
  await new Version3Client(config).issueSearch.searchForIssuesUsingJqlEnhancedSearch({
    jql: `summary ~ "${keyOf(mark)}"`,
    fields: ['summary'],
    maxResults: 10,
  });
  await desk.request.createRequestComment({ issueIdOrKey: link.id, body: said, public: false });
  const connection = connectionOf(jira, { email: 'sam@example.com', type: '25' });
  expect(allOf(jira, connection)).toEqual(asked);
});

test('Zendesk: a much used client asks the same', async () => {
  const client = createZendesk({
    username: 'sam@example.com',
    token: 'secret',
    endpointUri: `${address}/api/v2`,
  });
  await client.tickets.create({
    ticket: {
      subject: ticket.subject,
      comment: { body: ticket.body, public: false },
      external_id: mark,
    },
  });
  await client.tickets.update(7, { ticket: { comment: { body: said, public: false } } });
  const [, create, , comment] = allOf(zendesk, connectionOf(zendesk, { email: 'sam@example.com' }));
  expect([create, comment]).toEqual(asked);
});

test('Freshdesk: a much used client asks the same', async () => {
  const client = new Freshdesk(address, 'secret');
  const done = (call: (back: (error: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      call((error) => (error ? reject(error) : resolve()));
    });
  const email = 'dana@example.com';
  const newest = { email, order_by: 'created_at', order_type: 'desc', per_page: '100' };
  const made = {
    status: 2,
    priority: 1,
    source: 2,
    email,
    subject: ticket.subject,
    description: asHtml(ticket.body),
    tags: [mark],
  };
  await done((back) => client.listAllTickets({ per_page: '1' }, back));
  await done((back) => client.createTicket(made, back));
  await done((back) => client.listAllTickets(newest, back));
  await done((back) => client.createNote(7, { body: asHtml(said), private: true }, back));
  expect(allOf(freshdesk, connectionOf(freshdesk, { email }))).toEqual(asked);
});
