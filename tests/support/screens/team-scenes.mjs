// The Desk of a team: a pack from an address (new, changed, refused, away), a ticket system that is silent.
import http from 'node:http';
import { createHands } from '../../demo/hands.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */
/** @typedef {import('puppeteer-core').Page} Page */

const titles = { en: 'North', zh: '华北组' };
const lines = {
  en: ['North is listening, {customer}. Please tell me all of it.', 'Take your time, {customer}.'],
  zh: ['{customer}，我在听，请从头讲给我听。', '{customer}，您慢慢说。'],
};

/** @param {'en' | 'zh'} lang @param {string} version @param {string[]} texts */
function packOf(lang, version, texts) {
  return JSON.stringify({
    format: 1,
    id: 'team.north',
    title: titles[lang],
    version,
    language: lang === 'zh' ? 'zh-CN' : 'en',
    authors: ['Ada'],
    licence: 'CC0-1.0',
    phrases: texts.map((text, index) => ({
      id: `north.hear-${index + 1}`,
      text,
      places: ['greet', 'listen.acknowledge'],
    })),
  });
}

/** @param {Stage} stage of a browser that may ask this machine */
export async function showTeam(stage) {
  const { lang, openDesk, goTo, takeDesk } = stage;
  const host = await servePack();
  const desk = await openDesk('packs');
  const look = async (/** @type {string} */ scene, /** @type {string} */ shown) => {
    await desk.waitForSelector(shown);
    await takeDesk(desk, scene);
  };
  host.give(packOf(lang, '1.0.0', lines[lang].slice(0, 1)));
  await ask(stage, desk, host.url);
  await look('pack-review', '.review .difference');
  await createHands(desk).click(stage.text('packTake'));
  await desk.waitForSelector('.pack input[type="checkbox"]');
  host.give(packOf(lang, '1.1.0', lines[lang].toReversed()));
  await createHands(desk).click(stage.text('packLook'));
  await look('pack-changes', '.review .difference');
  await goTo(desk, 'packs');
  host.give(packOf(lang, '1.2.0', ['{']).replace('"licence"', '"licance"'));
  await createHands(desk).click(stage.text('packLook'));
  await look('pack-refused', '.faults');
  await host.close();
  await goTo(desk, 'packs');
  await createHands(desk).click(stage.text('packLook'));
  await look('pack-offline', '.pack .due, .review');
  await showSilentServer(stage, desk, host.url);
  await desk.close();
}

/** @param {Stage} stage @param {Page} desk @param {string} url */
async function ask({ text }, desk, url) {
  await createHands(desk).fill(text('packUrl'), url);
  await createHands(desk).click(text('packFetch'));
}

/** A ticket system at an address where nobody answers. @param {Stage} stage @param {Page} desk @param {string} url */
async function showSilentServer({ goTo, takeDesk, text }, desk, url) {
  const hands = createHands(desk);
  await goTo(desk, 'tickets');
  await desk.select('main select', 'request-tracker');
  await hands.fill(text('ticketAddress'), new URL(url).origin);
  await desk.locator('input[type="password"]').fill('token');
  await hands.click(text('ticketSave'));
  await hands.sees(text('ticketWhy_no_answer'));
  await takeDesk(desk, 'tickets-silent');
}

/** One file on this machine, whatever it holds at the time. */
async function servePack() {
  let body = '';
  const server = http.createServer((_, response) =>
    response.setHeader('content-type', 'application/json').end(body),
  );
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/pack.json`,
    give: (/** @type {string} */ next) => void (body = next),
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}
