// Sees every request a browser makes, from whichever page, worker or frame: a proxy that lets through what stays
// on this machine, refuses the rest, and writes all of it down. Unlike a debugger, it cannot come too late.
import http from 'node:http';
import net from 'node:net';

const thisMachine = new Set(['127.0.0.1', 'localhost', '[::1]']);

// Where browsers themselves look for updates and the like; no extension's business, so kept apart.
const homesOfBrowsers =
  /(^|\.)((accounts|clients\d?)\.google\.com|update\.googleapis\.com|gvt1\.com|mozilla\.(org|com|net)|firefox\.com)$/;

/**
 * @typedef {{ method: string, url: string }} SeenRequest A tunnel (https, WebSocket) is seen as CONNECT, without path.
 * @returns {Promise<{ port: number, requests: SeenRequest[], ofBrowser: SeenRequest[], close: () => Promise<void> }>}
 */
export async function watchNetwork() {
  /** @type {SeenRequest[]} */
  const requests = [];
  /** @type {SeenRequest[]} */
  const ofBrowser = [];
  const note = (/** @type {string} */ method, /** @type {string} */ url) => {
    const list = homesOfBrowsers.test(new URL(url).hostname) ? ofBrowser : requests;
    list.push({ method, url });
  };
  const sockets = new Set();
  const proxy = http.createServer((request, response) => {
    note(request.method ?? '', request.url ?? '');
    passOn(request, response);
  });
  proxy.on('connect', (request, socket, head) => {
    const url = new URL(`http://${request.url}`);
    note('CONNECT', `https://${url.host}/`);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    tunnel(url, socket, head);
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = proxy.address();
  if (!address || typeof address === 'string') throw new Error('The proxy has no port.');
  const close = () =>
    new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      proxy.close(() => resolve());
      proxy.closeAllConnections();
      for (const socket of sockets) socket.destroy();
    });
  return { port: address.port, requests, ofBrowser, close };
}

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response */
function passOn(request, response) {
  const url = new URL(request.url ?? '/', 'http://nowhere.invalid');
  if (!thisMachine.has(url.hostname)) {
    response.writeHead(403).end();
    return;
  }
  const { method, headers } = request;
  const onward = http.request(url, { method, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.once('error', () => response.destroy());
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}

/** @param {URL} url @param {import('node:stream').Duplex} socket @param {Buffer} head */
function tunnel(url, socket, head) {
  if (!thisMachine.has(url.hostname)) {
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    return;
  }
  const onward = net.connect(Number(url.port || 80), url.hostname.replace(/[[\]]/g, ''), () => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  onward.once('error', () => socket.destroy());
  socket.once('error', () => onward.destroy());
  socket.once('close', () => onward.destroy());
}
