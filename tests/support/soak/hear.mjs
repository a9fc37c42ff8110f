// Hears what the work in the browser tells: over the network, so that it is known though the browser dies.
import { once } from 'node:events';
import http from 'node:http';

/** @returns {Promise<{ url: string, told: import('./check-log.mjs').Told[], close: () => Promise<void> }>} */
export async function startHearing() {
  /** @type {import('./check-log.mjs').Told[]} */
  const told = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      told.push(JSON.parse(body));
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    told,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
