// A real chat with two sides: prosody serves, converse.js is the page; an agent and a customer know each other.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProsody } from './prosody.mjs';
import { serveFolder } from './static-server.mjs';

/** @type {Record<string, string>} */
const users = { agent: 'agentpw', dana: 'danapw' };

/** @param {{ layout?: 'fullscreen' | 'overlayed' | 'embedded', lang?: string }} [options] */
export async function startConverse({ layout = 'fullscreen', lang = 'en' } = {}) {
  const chat = await startProsody(users);
  const dist = dirname(fileURLToPath(import.meta.resolve('converse.js/dist/converse.min.js')));
  const site = await serveFolder(dist, {
    pages: ({ pathname, searchParams }) =>
      pathname === '/'
        ? pageFor(searchParams.get('user') ?? 'agent', { chat, layout, lang })
        : undefined,
  });
  return {
    agentUrl: `${site.url}?user=agent#converse/chat?jid=dana@localhost`,
    customerUrl: `${site.url}?user=dana#converse/chat?jid=agent@localhost`,
    async close() {
      await site.close();
      await chat.close();
    },
  };
}

/** @param {string} user @param {{ chat: { address: string }, layout: string, lang: string }} options */
function pageFor(user, { chat, layout, lang }) {
  const settings = {
    jid: `${user}@localhost`,
    password: users[user] ?? '',
    authentication: 'login',
    auto_login: true,
    websocket_url: `ws://${chat.address}/xmpp-websocket`,
    bosh_service_url: `http://${chat.address}/http-bind`,
    discover_connection_methods: false,
    allow_non_roster_messaging: true,
    auto_subscribe: true,
    view_mode: layout,
    i18n: lang,
    assets_path: '/',
    play_sounds: false,
    show_desktop_notifications: false,
    persistent_store: 'localStorage',
  };
  const literal = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${lang}"><meta charset="utf-8"><title>Chat</title>
<link rel="stylesheet" href="/converse.min.css"><script src="/converse.min.js"></script>
<body class="converse-${layout}"><div id="conversejs-bg"></div>
<script>converse.initialize(${literal});</script></body></html>`;
}
