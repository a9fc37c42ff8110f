// Serves files of one folder, and pages made on the spot, on 127.0.0.1.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import http from 'node:http';
import { extname, join, sep } from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * `pages` answers addresses with HTML before the folder is looked at; `only` lists the files that may be had.
 * @param {string} folder
 * @param {{ port?: number, only?: string[], headers?: Record<string, string>,
 *   pages?: (url: URL) => string | undefined }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveFolder(folder, { port = 0, only, headers = {}, pages } = {}) {
  const root = join(folder, sep);
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const page = pages?.(url);
    if (page !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
      return;
    }
    const path = fileOf(root, url, only);
    if (!path || !(await isFile(path))) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    createReadStream(path).pipe(response);
  });
  await listening(server, port);
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => closed(server) };
}

/** @param {string} root @param {URL} url @param {string[] | undefined} only */
function fileOf(root, url, only) {
  const name = decodeURIComponent(url.pathname).slice(1) || 'index.html';
  if (only && !only.includes(name)) return undefined;
  const path = join(root, name);
  return path.startsWith(root) ? path : undefined;
}

/** @param {string} path */
async function isFile(path) {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** @param {http.Server} server @param {number} port @returns {Promise<void>} */
function listening(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** @param {http.Server} server @returns {Promise<void>} */
function closed(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
