// A chat server of its own for one run: prosody on free ports, its state in a folder that goes with it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './browsers.mjs';
import { until } from './until.mjs';

/** @param {Record<string, string>} users names and passwords */
export async function startProsody(users) {
  const program = findProgram('prosody');
  if (!program)
    throw new Error('prosody is not installed; node tests/support/prepare.mjs says what to do.');
  const folder = mkdtempSync(join(tmpdir(), 'composure-chat-'));
  const [http, clients] = await freePorts();
  const settings = join(folder, 'prosody.cfg.lua');
  writeFileSync(settings, prosodySettings(folder, http, clients));
  addUsers(folder, users);
  const prosody = spawn(program, ['-F', '--config', settings], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [prosody.stdout, prosody.stderr])
    stream.on('data', (chunk) => (log += chunk));
  const ended = once(prosody, 'exit');
  const close = async () => {
    prosody.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  await until('prosody', () => {
    if (prosody.exitCode !== null) throw new Error(`prosody has ended: ${log}`);
    return answers(http);
  }).catch(async (error) => {
    await close();
    throw error;
  });
  return { address: `127.0.0.1:${http}`, close };
}

// prosody keeps an account as a small Lua file; written here, it need not be asked for each of them.
/** @param {string} folder @param {Record<string, string>} users */
function addUsers(folder, users) {
  const accounts = join(folder, 'localhost', 'accounts');
  mkdirSync(accounts, { recursive: true });
  for (const [user, password] of Object.entries(users))
    writeFileSync(join(accounts, `${user}.dat`), `return { ["password"] = "${password}"; };\n`);
}

/** @param {string} folder @param {number} http @param {number} clients */
function prosodySettings(folder, http, clients) {
  return `
run_as_root = ${process.getuid?.() === 0}
data_path = "${folder}"
pidfile = "${folder}/prosody.pid"
log = { info = "*console" }
modules_enabled = {
  "roster", "saslauth", "disco", "ping", "carbons", "mam", "pep", "private", "blocklist",
  "bosh", "websocket", "vcard_legacy", "smacks", "bookmarks",
}
modules_disabled = { "s2s", "tls" }
authentication = "internal_plain"
allow_unencrypted_plain_auth = true
c2s_require_encryption = false
consider_bosh_secure = true
consider_websocket_secure = true
interfaces = { "127.0.0.1" }
c2s_ports = { ${clients} }
http_ports = { ${http} }
http_interfaces = { "127.0.0.1" }
https_ports = { }
-- The page comes from another port.
http_cors_override = {
  bosh = { enabled = true },
  websocket = { enabled = true },
}
VirtualHost "localhost"
`;
}

// prosody wants to be told its ports. Both are held until both are known, so that they differ.
/** @returns {Promise<[number, number]>} */
async function freePorts() {
  const servers = [net.createServer(), net.createServer()];
  const ports = [];
  for (const server of servers) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('No free port.');
    ports.push(address.port);
  }
  for (const server of servers) {
    server.close();
    await once(server, 'close');
  }
  const [http = 0, clients = 0] = ports;
  return [http, clients];
}

/** @param {number} port @returns {Promise<boolean>} */
function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
