// What the requests to all systems have in common: JSON, who asks, and text for those that take HTML.
import type { TicketRequest } from './ticket';

type Headers = Readonly<Record<string, string>>;

/** Asks for JSON. */
export function getJson(url: string, headers: Headers): TicketRequest {
  return { method: 'GET', url, headers: { Accept: 'application/json', ...headers } };
}

/** Sends JSON, and asks for JSON. */
export function sendJson(
  method: 'POST' | 'PUT' | 'PATCH',
  url: string,
  headers: Headers,
  body: object,
): TicketRequest {
  return {
    method,
    url,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** HTTP Basic, UTF-8 (RFC 7617). */
export function basic(user: string, password: string): Headers {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return { Authorization: `Basic ${btoa(String.fromCodePoint(...bytes))}` };
}

/** Plain text as the HTML that shows it so. */
export function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}

/** The agent's own fields: those whose name is a number are the system's numbered ones, the others stand beside its own. */
export function numberedApart(more: Readonly<Record<string, unknown>> = {}) {
  const isNumber = ([name]: [string, unknown]) => /^\d+$/.test(name);
  const all = Object.entries(more);
  return {
    named: Object.fromEntries(all.filter((one) => !isNumber(one))),
    numbered: all.filter(isNumber).map(([name, value]) => ({ id: Number(name), value })),
  };
}
