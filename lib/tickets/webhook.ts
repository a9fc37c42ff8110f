// Any receiver of JSON over HTTP: method, headers and template are the agent's own, signed where there is a key.
import type { OpenConnection, Ticket, TicketRequest, TicketSystem } from '../domain/ticket';
import { asLine, idOf, jsonOf, textsIn, valueAt } from '../domain/ticket-answer';

const initialTemplate = `{
  "id": "{mark}",
  "subject": "{subject}",
  "body": "{body}"
}`;

export const webhook: TicketSystem = {
  id: 'webhook',
  name: 'Webhook (JSON)',
  address: 'https://example.com/complaints',
  fields: [
    { id: 'method', label: 'ticketMethod', initial: 'POST' },
    { id: 'template', label: 'ticketTemplate', initial: initialTemplate, lines: 6 },
    { id: 'headers', label: 'ticketHeaders', initial: '', secret: true, optional: true, lines: 3 },
    { id: 'key', label: 'ticketSignKey', initial: '', secret: true, optional: true },
    { id: 'dedupes', label: 'ticketDedupes', initial: '', optional: true, check: true },
  ],
  fault: ({ fields, secrets }) => {
    const template = fields['template'] ?? '';
    if (template.trim() !== '' && jsonOf(template) === undefined) return 'ticketNoTemplate';
    const lines = (secrets['headers'] ?? '').split('\n').filter((line) => line.trim() !== '');
    return lines.some((line) => !header.test(line)) ? 'ticketNoHeader' : undefined;
  },
  // Every request carries its key; whether the receiver minds it only its owner knows.
  again: ({ fields }) => (fields['dedupes'] === 'yes' ? 'same-key' : 'ask'),
  settleMs: 0,
  test: (connection) => ({
    method: 'GET',
    url: connection.address,
    headers: ownHeaders(connection),
  }),
  create: requestOf,
  created: ({ body }, _, { mark }) => {
    const answer = jsonOf(body);
    return { id: idOf(valueAt(answer, 'id')) ?? mark, url: webAddress(valueAt(answer, 'url')) };
  },
  said: (body) => {
    const answer = jsonOf(body);
    return asLine(textsIn(valueAt(answer, 'message') ?? valueAt(answer, 'error')) || body);
  },
};

function requestOf(ticket: Ticket, connection: OpenConnection): TicketRequest {
  const { fields, secrets } = connection;
  const method = fields['method']?.trim().toUpperCase();
  const key = secrets['key'];
  return {
    method: method === 'PUT' || method === 'PATCH' ? method : 'POST',
    url: connection.address,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': ticket.mark,
      ...ownHeaders(connection),
    },
    body: JSON.stringify(withMore(filled(templateOf(fields['template']), ticket), ticket.more)),
    ...(key && { sign: { header: 'X-Composure-Signature', key } }),
  };
}

function templateOf(written = ''): unknown {
  return jsonOf(written.trim() === '' ? initialTemplate : written);
}

/** The agent's own fields beside those of the template, where that is an object. */
function withMore(value: unknown, more: Ticket['more'] = {}): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? { ...value, ...more } : value;
}

type Slot = 'mark' | 'subject' | 'body';
// `Name: value`, in the letters that a header may have.
const header = /^\s*([\w-]+)\s*:\s*([\x20-\x7e]+?)\s*$/;

/** The parsed template with its slots filled: filled as text it could be broken by a quotation mark. */
function filled(value: unknown, ticket: Ticket): unknown {
  if (typeof value === 'string')
    return value.replaceAll(/\{(mark|subject|body)\}/g, (_, slot: Slot) => ticket[slot]);
  if (Array.isArray(value)) return value.map((each) => filled(each, ticket));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, filled(each, ticket)]),
  );
}

/** One `Name: value` a line; what cannot be a header is left out. */
function ownHeaders({ secrets }: OpenConnection): Record<string, string> {
  const lines = (secrets['headers'] ?? '').split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = header.exec(line) ?? [];
      return name !== undefined && value !== undefined ? [[name, value]] : [];
    }),
  );
}

function webAddress(value: unknown): string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value)
    ? value
    : '';
}
