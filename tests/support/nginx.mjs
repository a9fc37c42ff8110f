// A static host of one's own: Debian's nginx over a folder, with its ETags; it ends with the test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram } from './browsers.mjs';
import { freePort } from './free-port.mjs';
import { until } from './until.mjs';

/** Serves a new folder; `/forward/…` sends on to the same file at the top. */
export async function startNginx() {
  const program = findProgram('nginx');
  if (!program) throw new Error('nginx is not installed.');
  const home = mkdtempSync(path.join(tmpdir(), 'composure-nginx-'));
  const root = path.join(home, 'files');
  const log = path.join(home, 'access.log');
  mkdirSync(root);
  writeFileSync(log, '');
  const port = await freePort();
  const config = path.join(home, 'nginx.conf');
  writeFileSync(config, configOf({ home, root, log, port }));
  const server = spawn(program, ['-e', path.join(home, 'error.log'), '-c', config], {
    stdio: 'inherit',
  });
  const url = `http://127.0.0.1:${port}/`;
  await until('nginx to listen', () => fetch(`${url}ready`).then(Boolean, () => false));
  let seconds = Math.floor(Date.now() / 1000);
  const stop = async () => {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
    rmSync(home, { recursive: true });
  };
  /** @type {Promise<void> | undefined} */
  let closing;
  return {
    url,
    /** Puts a file there, or another text into it. @param {string} name @param {string} text */
    put(name, text) {
      const file = path.join(root, name);
      writeFileSync(file, text);
      // An ETag of nginx holds the second and the length: two texts of one length within a second have the same.
      seconds += 1;
      utimesSync(file, seconds, seconds);
    },
    /** @param {string} name */
    remove(name) {
      rmSync(path.join(root, name));
    },
    /** What was asked for so far, such as `GET /north.json 304`. */
    asked: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('GET /ready ')),
    /** Safe to call again. */
    close: () => (closing ??= stop()),
  };
}

/** @param {{ home: string, root: string, log: string, port: number }} places */
function configOf({ home, root, log, port }) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${home}/${name};`)
    .join('\n  ');
  return `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${home}/nginx.pid;
events {}
http {
  ${temporary}
  types { application/json json; text/html html; }
  log_format asked '$request_method $uri $status';
  access_log ${log} asked;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    location /forward/ { rewrite ^/forward(/.*)$ $1 redirect; }
  }
}
`;
}
