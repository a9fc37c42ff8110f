// Stands before a real server and lets go wrong what is asked for: an answer lost on its way, a 500, a 429.
import { once } from 'node:events';
import http from 'node:http';

/**
 * `lose`: the server does its work, its answer never arrives · `answer`: the server is not even
 * asked · `down`: nor is there any answer · `hang`: nothing is answered until whoever asked is gone, with the
 * server's work done or not.
 * @typedef {{ lose: true } | { down: true } | { answer: number, headers?: Record<string, string> }
 *   | { hang: 'undone' | 'done' }} Fault
 */

/** @param {string} upstream */
export async function startFaultProxy(upstream) {
  /** @type {Fault[]} */
  const faults = [];
  const seen = /** @type {string[]} */ ([]);
  let hanging = 0;
  /** @param {import('node:http').IncomingMessage} request */
  const hang = async ({ socket }) => {
    hanging++;
    if (!socket.destroyed) await once(socket, 'close');
    hanging--;
  };
  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    seen.push(`${request.method} ${request.url}`);
    const fault = faults.shift();
    if (fault && 'down' in fault) return request.socket.destroy();
    if (fault && 'hang' in fault && fault.hang === 'undone') return hang(request);
    if (fault && 'answer' in fault) return response.writeHead(fault.answer, fault.headers).end();
    try {
      const { host: _host, connection: _connection, ...headers } = request.headers;
      const forwarded = http.request(`${upstream}${request.url}`, {
        method: request.method ?? 'GET',
        headers: { ...headers, host: new URL(upstream).host, connection: 'close' },
      });
      forwarded.end(Buffer.concat(chunks));
      const [answer] = await once(forwarded, 'response');
      const body = [];
      for await (const chunk of answer) body.push(chunk);
      if (fault && 'hang' in fault) return hang(request);
      if (fault) return request.socket.destroy();
      response.writeHead(answer.statusCode, answer.headers).end(Buffer.concat(body));
    } catch {
      request.socket.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** What befalls the next requests, one each; then all goes well. @param {Fault[]} next */
    befall: (...next) => faults.push(...next),
    /** Every request since the start, as `POST /path`. */
    seen,
    /** How many are being kept waiting. */
    hanging: () => hanging,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
