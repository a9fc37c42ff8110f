import http from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchNetwork } from './network.mjs';
import { serveFolder } from './static-server.mjs';

let network: Awaited<ReturnType<typeof watchNetwork>>;
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeEach(async () => {
  network = await watchNetwork();
  site = await serveFolder(import.meta.dirname, { pages: () => 'here I am' });
});
afterEach(async () => {
  await network.close();
  await site.close();
});

/** What a browser gets through the proxy. */
function throughProxy(method: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = http.request({ port: network.port, method, path });
    asked.once('error', reject);
    asked.once('connect', ({ statusCode = 0 }, socket) => {
      socket.destroy();
      resolve({ status: statusCode, body: '' });
    });
    asked.once('response', async (answer) => {
      const chunks: unknown[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve({ status: answer.statusCode ?? 0, body: chunks.join('') });
    });
    asked.end();
  });
}

test('what stays on this machine goes through and is written down', async () => {
  const answer = await throughProxy('GET', `${site.url}a?b=c`);
  expect(answer).toEqual({ status: 200, body: 'here I am' });
  expect(network.requests).toEqual([{ method: 'GET', url: `${site.url}a?b=c` }]);
});

test.each([
  ['GET', 'http://elsewhere.test/beacon', 'http://elsewhere.test/beacon'],
  ['CONNECT', 'elsewhere.test:443', 'https://elsewhere.test:443/'],
])('%s of another machine is refused and written down', async (method, path, url) => {
  const { status } = await throughProxy(method, path);
  expect(status).toBe(403);
  expect(network.requests.map((one) => one.method)).toEqual([method]);
  expect(new URL(network.requests[0]?.url ?? '').href).toBe(new URL(url).href);
});

test('where browsers call home is kept apart', async () => {
  await throughProxy('CONNECT', 'update.googleapis.com:443');
  expect(network.requests).toEqual([]);
  expect(network.ofBrowser).toHaveLength(1);
});
