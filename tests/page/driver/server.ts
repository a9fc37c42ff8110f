// Serves the fixtures, what is built for them, and packages as their makers ship them, on a free port.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const packages = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** `built`: the folder of what the fixtures import from `/built/`. */
export async function startServer(built = fixtures) {
  const folders = { '/packages/': packages, '/built/': built, '/': fixtures };
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const [start = '/', folder = fixtures] =
      Object.entries(folders).find(([name]) => path.startsWith(name)) ?? [];
    readFile(join(folder, path.slice(start.length))).then(
      (body) =>
        response
          .setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
          .end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
