// Every request keeps to what `api/` has of each system (each file says what it was compared with, and when); a server
// made of that answers real ones.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { OpenAPIBackend } from 'openapi-backend';
import type { Document } from 'openapi-backend';
import { afterEach, expect, test } from 'vitest';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { composeTicket } from '../../lib/domain/compose-ticket';
import type { TicketTitles } from '../../lib/domain/compose-ticket';
import { mapSources } from '../../lib/domain/field-mapping';
import type { MapRow } from '../../lib/domain/field-mapping';
import { markOf } from '../../lib/domain/ticket';
import type { OpenConnection, Ticket, TicketRequest, TicketSystem } from '../../lib/domain/ticket';
import { ticketSystems } from '../../lib/tickets';
import { createAsk } from '../../lib/tickets/ask';

/** What an agent would have typed; the rest is as it is proposed. */
const typed: Record<string, string> = {
  email: 'sam@example.com',
  token: 'secret',
  password: 'secret',
  user: 'sam',
  type: '25',
  inbox: '3',
  contact: '5',
};
const unique: Record<string, string> = { hubspot: 'composure_id', salesforce: 'Composure_Id__c' };

const cases = ticketSystems
  .filter(({ id }) => !['request-tracker', 'redmine', 'webhook'].includes(id))
  .flatMap((system) => [
    { system, name: system.name, fields: {} },
    ...(unique[system.id]
      ? [{ system, name: `${system.name}, own field`, fields: { unique: unique[system.id] ?? '' } }]
      : []),
  ]);

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

function connectionOf(system: TicketSystem, address: string, fields: object): OpenConnection {
  const of = (isSecret: boolean) =>
    Object.fromEntries(
      system.fields
        .filter(({ secret }) => (secret === true) === isSecret)
        .map(({ id, initial }) => [id, typed[id] ?? initial]),
    );
  return {
    id: system.id,
    system: system.id,
    address,
    mask: false,
    fields: { ...of(false), ...fields },
    secrets: of(true),
  };
}

async function describedBy(system: TicketSystem, mark: string) {
  const file = path.join(import.meta.dirname, 'api', `${system.id}.json`);
  const definition = JSON.parse(readFileSync(file, 'utf8').replaceAll('{mark}', mark)) as Document; // A file of ours.
  const api = new OpenAPIBackend({ definition, quick: true, ajvOpts: { strict: false } });
  api.register({
    validationFail: (context) => ({ status: 400, body: { invalid: context.validation.errors } }),
    notFound: () => ({ status: 404, body: {} }),
    methodNotAllowed: () => ({ status: 405, body: {} }),
    unauthorizedHandler: () => ({ status: 401, body: {} }),
    notImplemented: (context) => {
      const { status, mock } = api.mockResponseForOperation(context.operation.operationId ?? '');
      return { status, body: mock as unknown };
    },
  });
  api.registerSecurityHandler('who', (context) =>
    Boolean(
      context.request.headers['authorization'] ?? context.request.headers['api_access_token'],
    ),
  );
  await api.init();
  const answer = async ({ method, url, headers, body }: TicketRequest) => {
    const { pathname, searchParams } = new URL(url);
    const lower = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    return (await api.handleRequest({
      method,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: lower,
      ...(body !== undefined && { body: JSON.parse(body) as unknown }),
    })) as { status: number; body: unknown };
  };
  return answer;
}

const ticketArbitrary: fc.Arbitrary<Ticket> = fc.record({
  mark: fc.uuid().map(markOf),
  subject: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  body: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
  more: fc.constantFrom({}, { type: 'incident' }, { 360001: ['a', 2] }),
});

test.each(cases)(
  '$name: every request keeps to what is written down of its API',
  async ({ system, fields }) => {
    const answer = await describedBy(system, 'cmp-1');
    const connection = connectionOf(system, 'https://desk.example.com', fields);
    await fc.assert(
      fc.asyncProperty(
        ticketArbitrary,
        fc.string({ minLength: 1, maxLength: 400 }),
        async (ticket, text) => {
          const own =
            system.id === 'freshdesk'
              ? { ...ticket, more: { cf_reason: 'x', priority: 3 } }
              : ticket;
          const requests = [
            system.test(connection),
            system.create(own, connection),
            system.lookUp?.(own, connection),
            system.comment?.({ id: '7', url: '' }, text, connection, 1_800_000_000_000),
          ];
          for (const request of requests) {
            if (!request) throw new Error('Every one of them can look up and comment.');
            const { status, body } = await answer(request);
            expect(status, JSON.stringify(body)).toBeLessThan(300);
          }
        },
      ),
      { numRuns: 100 },
    );
  },
);

/** How a team's own field is named there, the nth of them. */
const ownField: Record<string, (n: number) => string> = {
  zendesk: (n) => String(360_000 + n),
  freshdesk: (n) => `cf_own_${n}`,
  jira: (n) => `customfield_${10_000 + n}`,
  hubspot: (n) => `own_${n}`,
  salesforce: (n) => `Own_${n}__c`,
  'service-now': (n) => `u_own_${n}`,
  zammad: (n) => `own_${n}`,
  chatwoot: (n) => `own_${n}`,
};
const fixedValues = ['plain', '2', 'true', 'null', '["a","b"]', '{"id":"7"}', '水壶'];

const filledComplaint = {
  ...newComplaint(
    {
      who: 'Dana Reyes',
      contact: 'dana@mail.example',
      what: 'The kettle broke & "leaks"',
      feeling: 'angry',
      request: 'a new one',
      category: 'delivery',
      severity: 'high',
      impact: 'one',
      product: 'kettle',
      decision: 'founded',
      rootCause: 'packing',
      cause: 'carrier',
      remedy: 'refund',
      immediate: 'sent another',
      permanent: 'thicker boxes',
      department: 'Dispatch',
      person: 'Lin',
      dueAt: 1_800_000_000_000,
    },
    { channel: 'help.example', receivedAt: 1_700_000_000_000 },
    { id: '0f1e2d3c-4b5a', number: 7, at: 1_700_000_000_000 },
  ),
  outcome: 'solved',
} as const;
const titles: TicketTitles = {
  subject: (number, what) => `Complaint ${number}: ${what}`,
  receivedAt: 'Received',
  channel: 'Channel',
  category: 'Category',
  who: 'Who',
  what: 'What',
  feeling: 'Feels',
  request: 'Wants',
  immediate: 'Immediate',
  permanent: 'Permanent',
};

test.each(cases)('$name: each field that can be mapped may be sent', async ({ system, fields }) => {
  const answer = await describedBy(system, 'cmp-1');
  const connection = connectionOf(system, 'https://desk.example.com', fields);
  const nameOf = ownField[system.id];
  if (!nameOf) throw new Error('Every system has fields of its own.');
  const sources = mapSources.filter((from) => from !== 'fixed');
  const rows: MapRow[] = [
    ...sources.map((from) => ({ from, value: '' })),
    ...fixedValues.map((value) => ({ from: 'fixed' as const, value })),
  ].map((row, n) => ({ ...row, to: nameOf(n) }));
  for (const mapping of [rows, ...rows.map((row) => [row])]) {
    const ticket = composeTicket(filledComplaint, titles, { mask: true, mapping });
    expect(Object.keys(ticket.more ?? {})).toHaveLength(mapping.length);
    const { status, body } = await answer(system.create(ticket, connection));
    expect(status, JSON.stringify(body)).toBeLessThan(300);
  }
});

test.each(cases)('$name: what the server answers is understood', async ({ system, fields }) => {
  const ticket = { mark: markOf('0f1e2d3c4b5a'), subject: 'Complaint 1', body: '水壶坏了 & <b>' };
  const answer = await describedBy(system, ticket.mark);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { method = 'GET', url = '', headers } = request;
      void answer({
        method: method as TicketRequest['method'], // Only ours ask here.
        url: `http://localhost${url}`,
        headers: headers as Record<string, string>, // None of ours comes twice.
        ...(body !== '' && { body }),
      }).then(({ status, body: told }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(told));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => new Promise((resolve) => server.close(() => resolve()));
  const { port } = server.address() as AddressInfo; // It listens on a port.
  const connection = connectionOf(system, `http://127.0.0.1:${port}`, fields);
  const ask = createAsk(fetch, crypto);

  expect((await ask(system.test(connection)))?.status).toBe(200);
  const made = await ask(system.create(ticket, connection));
  const link = made && system.created(made, connection, ticket);
  expect(link?.id).toMatch(/^[\w-]+$/);
  const request = system.lookUp?.(ticket, connection);
  const found = request && (await ask(request));
  expect(found && system.lookedUp?.(found, connection, ticket)).toMatchObject({
    is: 'found',
    link: { id: link?.id },
  });
  // One that is not there is not found, whatever else the server lists.
  const other = { ...ticket, mark: markOf('ffffffffffff') };
  expect(found && system.lookedUp?.(found, connection, other).is).not.toBe('found');
  const comment = link && system.comment?.(link, 'More is known.', connection, Date.now());
  expect(comment && (await ask(comment))?.status).toBeLessThan(300);
});
