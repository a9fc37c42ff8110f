import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { OpenConnection, Ticket } from '../../lib/domain/ticket';
import { createAsk } from '../../lib/tickets/ask';
import { webhook } from '../../lib/tickets/webhook';

const ticket: Ticket = { mark: 'cmp-1', subject: 'A “quote" and \\', body: 'line\n{mark}' };
const connection: OpenConnection = {
  id: 'w',
  system: 'webhook',
  address: 'https://hook.example/in',
  fields: { method: 'put', template: '{"a":{"b":["{subject}","{body}"]},"n":1}', dedupes: '' },
  secrets: { headers: 'X-Team: care\nnot a header\nX-Bad: \u0001', key: 'the-key' },
  mask: true,
};

describe('the webhook', () => {
  test('fills its template without breaking it, whatever the words', () => {
    const { body = '', method, headers } = webhook.create(ticket, connection);
    expect(method).toBe('PUT');
    expect(JSON.parse(body)).toEqual({ a: { b: [ticket.subject, 'line\n{mark}'] }, n: 1 });
    expect(headers).toEqual({
      'Content-Type': 'application/json',
      'Idempotency-Key': 'cmp-1',
      'X-Team': 'care',
    });
  });

  test('takes a link only where it is a web address', () => {
    const linkOf = (url: string) =>
      webhook.created(
        { status: 200, headers: {}, body: JSON.stringify({ id: 7, url }) },
        connection,
        ticket,
      );
    expect(linkOf('https://x.example/7')).toEqual({ id: '7', url: 'https://x.example/7' });
    expect(linkOf('javascript:alert(1)')).toEqual({ id: '7', url: '' });
  });

  test('is sent again by itself only where the receiver knows a repeated key', () => {
    expect(webhook.again(connection)).toBe('ask');
    const dedupes = { ...connection, fields: { ...connection.fields, dedupes: 'yes' } };
    expect(webhook.again(dedupes)).toBe('same-key');
  });

  test('is signed over the very body that arrives; a redirection is not followed', async () => {
    const seen: { url: string | undefined; sign: unknown; body: string }[] = [];
    const server = http.createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        seen.push({ url: request.url, sign: request.headers['x-composure-signature'], body });
        response.writeHead(307, { location: '/elsewhere' }).end();
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo; // Of a TCP server.
    const here = { ...connection, address: `http://127.0.0.1:${port}/in` };
    const answer = await createAsk(fetch, crypto)(webhook.create(ticket, here));
    server.closeAllConnections();
    server.close();
    expect(answer?.status).toBeGreaterThanOrEqual(300);
    expect(answer?.status).toBeLessThan(400);
    expect(seen.map(({ url }) => url)).toEqual(['/in']);
    const hex = createHmac('sha256', 'the-key')
      .update(seen[0]?.body ?? '')
      .digest('hex');
    expect(seen[0]?.sign).toBe(`sha256=${hex}`);
  });
});
