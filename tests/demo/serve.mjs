// Serves the demo helpdesk on 127.0.0.1. By itself: node tests/demo/serve.mjs [port]
import { fileURLToPath } from 'node:url';
import { serveFolder } from '../support/static-server.mjs';

const files = [
  'index.html',
  'demo.css',
  'demo.js',
  'conversation.js',
  'customer.js',
  'icon.svg',
  'conversation.en.json',
  'conversation.zh.json',
];

// As strict as a careful helpdesk would be: what the page does must need no more than this.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** @param {{ port?: number }} [options] */
export function serveDemo({ port = 0 } = {}) {
  return serveFolder(fileURLToPath(new URL('.', import.meta.url)), {
    port,
    only: files,
    headers: { 'content-security-policy': policy },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveDemo({ port: Number(process.argv[2] ?? 0) });
  console.log(url);
}
