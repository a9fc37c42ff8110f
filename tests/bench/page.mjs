// What our page script costs a chat page with 5,000 messages and twenty new ones a second: CPU of the page's main
// thread, against a content script that does nothing, and one that only hears of each change.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { launchChromium } from '../support/chromium.mjs';
import { serveFolder } from '../support/static-server.mjs';
import { until } from '../support/until.mjs';
import { percentile } from './percentile.mjs';

const rounds = 7;
const roundMs = 3000;
// A torrent has begun when it is measured: what its beginning and its end cost is a line of its own.
const leadMs = 4000;
const endMs = 2000;
const keyEvery = 125;
const build = path.join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const rival = 'no-op content script';

const places = [
  'document',
  'window',
  'document.body',
  "document.querySelector('#messages')",
  "document.querySelector('textarea')",
];

/** @typedef {{ script: number, drawn: number }} Cost milliseconds of CPU a second: scripts; with style and layout */
/** @typedef {Awaited<ReturnType<typeof openChat>>} Chat */

/** @returns {Promise<import('./bench.mjs').Measure[]>} */
export async function measure() {
  const site = await serveFolder(import.meta.dirname, { only: ['chat.html'] });
  const folder = mkdtempSync(path.join(tmpdir(), 'composure-bench-'));
  /** @type {Chat[]} */
  const chats = [];
  try {
    const least = writeExtension(folder);
    const add = async (/** @type {string} */ name, /** @type {string} */ extension) => {
      const chat = await openChat(name, site.url, extension);
      chats.push(chat);
      return chat;
    };
    const floor = await add(rival, least);
    const ours = await add('Composure', build);
    // Two of each, in turn: how a browser happens to lie in memory makes a difference.
    await add(rival, least);
    const second = await add('Composure', build);
    const closed = await countTraces(ours);
    await openPanel(second);
    const panel = await openPanel(ours);
    const open = await countTraces(ours);
    const costs = () => new Map(chats.map(({ name }) => [name, /** @type {Cost[]} */ ([])]));
    const [bursts, told, typing] = [costs(), costs(), costs()];
    // The first round of each warms the code and does not count.
    for (let round = 0; round <= rounds; round++)
      for (const chat of chats) {
        const burst = await costOf(chat, () => flow(chat, roundMs).then(() => pass(endMs)));
        const flowing = flow(chat, leadMs + 2 * roundMs + endMs);
        await pass(leadMs);
        const quiet = await costOf(chat, () => pass(roundMs));
        const typed = await costOf(chat, () => Promise.all([pass(roundMs), type(chat)]));
        await flowing;
        if (round === 0) continue;
        told.get(chat.name)?.push(quiet);
        typing.get(chat.name)?.push(typed);
        bursts.get(chat.name)?.push(burst);
      }
    const busy = await delaysOf(ours, panel);
    await type(ours);
    await type(ours);
    const quiet = await delaysOf(ours, panel, busy.size);
    await panel.close();
    // The page hears of it a moment later; what does not end is counted as left.
    const ended = async () => (await countTraces(ours)).listeners === 0;
    await until('the page script to end', ended).catch(() => {});
    const after = await countTraces(ours);
    return [
      ...costLines('reading 20 messages a second', told),
      ...burstLines(bursts),
      ...typingLines(told, typing),
      delayLine('key to draft in the panel, 95th percentile', quiet),
      delayLine('the same with 20 messages a second besides', busy),
      {
        name: 'script worlds in a page without the panel',
        ours: closed.worlds,
        unit: '',
        rival,
        theirs: (await countTraces(floor)).worlds,
        goal: 0,
      },
      {
        // Observers cannot be counted from outside; tests/page/teardown.test.ts counts them from within.
        name: 'listeners left once the panel is closed',
        ours: after.listeners,
        unit: '',
        rival: 'the same while it is open',
        theirs: open.listeners,
        goal: 0,
      },
    ];
  } finally {
    for (const { chromium } of chats) await chromium.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} name @param {Map<string, Cost[]>} costs @returns {import('./bench.mjs').Measure[]} */
function costLines(name, costs) {
  const line = (/** @type {string} */ what, /** @type {keyof Cost} */ kind) => ({
    name: `${name}: ${what}`,
    ours: medianOf(costs.get('Composure'), kind),
    unit: 'ms/s',
    rival,
    theirs: medianOf(costs.get(rival), kind),
    goal: 1.2,
  });
  return [line('scripts', 'script'), line('scripts, style and layout', 'drawn')];
}

/** @param {Map<string, Cost[]>} bursts @returns {import('./bench.mjs').Measure[]} */
function burstLines(bursts) {
  const script = (/** @type {string} */ of) => medianOf(bursts.get(of), 'script');
  const name = 'a burst of 60 messages, from the first until it is known to be over: scripts';
  return [{ name, ours: script('Composure'), unit: 'ms/s', rival, theirs: script(rival), goal: 3 }];
}

/** @param {Map<string, Cost[]>} told @param {Map<string, Cost[]>} typing @returns {import('./bench.mjs').Measure[]} */
function typingLines(told, typing) {
  const more = (/** @type {string} */ of) =>
    medianOf(typing.get(of), 'script') - medianOf(told.get(of), 'script');
  return [
    {
      name: 'typing 8 keys a second besides: more than typing without us',
      ours: more('Composure') - more(rival),
      unit: 'ms/s',
      rival: 'what a person cannot feel',
      theirs: 1.5,
      goal: 1,
    },
  ];
}

/** @param {string} name @param {Map<string, number>} delays @returns {import('./bench.mjs').Measure} */
function delayLine(name, delays) {
  const ours = percentile([...delays.values()], 0.95);
  return { name, ours, unit: 'ms', rival: 'a frame', theirs: 16, goal: 1 };
}

/** The least extension with a content script. @param {string} folder */
function writeExtension(folder) {
  const own = mkdtempSync(path.join(folder, 'rival-'));
  const content_scripts = [{ matches: ['http://127.0.0.1/*'], js: ['script.js'] }];
  const manifest = { manifest_version: 3, name: rival, version: '1.0', content_scripts };
  writeFileSync(path.join(own, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(own, 'script.js'), 'void 0;');
  return own;
}

/** The chat in a browser of its own. @param {string} name @param {string} address @param {string} extension */
async function openChat(name, address, extension) {
  const chromium = await launchChromium({ extension, width: 1000, height: 800 });
  const [page = await chromium.browser.newPage()] = await chromium.browser.pages();
  await page.goto(`${address}chat.html`);
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { name, chromium, page, session };
}

/** The panel beside it, which notes when each draft has reached its store. @param {Chat} chat */
async function openPanel({ chromium, page }) {
  const panel = await chromium.openPanel(page);
  await panel.evaluateOnNewDocument(() => {
    const { tabs } = /** @type {any} any: the extension's own browser object */ (window).chrome;
    const connect = tabs.connect.bind(tabs);
    const told = /** @type {Record<number, number>} */ ({});
    Object.assign(window, { told });
    tabs.connect = (/** @type {unknown[]} */ ...how) => {
      const port = connect(...how);
      const add = port.onMessage.addListener.bind(port.onMessage);
      port.onMessage.addListener = (/** @type {(message: any) => void} */ listen) =>
        add((/** @type {any} any: as it comes */ message) => {
          listen(message);
          if (message.event === 'draftChanged')
            told[message.draft.text.length] = performance.timeOrigin + performance.now();
        });
      return port;
    };
  });
  await panel.reload();
  await panel.waitForFunction(() => (document.querySelector('.last')?.textContent ?? '') !== '');
  await page.bringToFront();
  await page.focus('textarea');
  return panel;
}

/** @param {Chat} chat @param {number} ms @returns {Promise<void>} */
function flow({ page }, ms) {
  return page.evaluate((time) => /** @type {any} any: chat.html's */ (window).flow(time), ms);
}

/** Types a sentence again and again for as long as a round is. @param {Chat} chat */
async function type({ page }) {
  await page.focus('textarea');
  const letters = 'I am sorry that you waited. ';
  for (let n = 0; n < Math.floor(roundMs / keyEvery) - 1; n++)
    await page.keyboard.type(letters[n % letters.length] ?? ' ', { delay: keyEvery - 10 });
}

/** @param {Chat} chat @param {() => Promise<unknown>} run @returns {Promise<Cost>} */
async function costOf({ session }, run) {
  const look = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const value = (/** @type {string} */ name) =>
      metrics.find((metric) => metric.name === name)?.value ?? NaN;
    const script = value('ScriptDuration');
    return { script, drawn: script + value('LayoutDuration') + value('RecalcStyleDuration') };
  };
  const before = await look();
  await run();
  const after = await look();
  const perSecond = (/** @type {number} */ seconds) => (seconds * 1000) / (roundMs / 1000);
  return {
    script: perSecond(after.script - before.script),
    drawn: perSecond(after.drawn - before.drawn),
  };
}

/**
 * Milliseconds from the page's own input event until the panel has the draft, of every draft that was told, by its
 * length.
 * @param {Chat} chat @param {import('puppeteer-core').Page} panel @param {number} [known] how many not to count again
 */
async function delaysOf({ page }, panel, known = 0) {
  const typed = await page.evaluate(() => /** @type {any} any: chat.html's */ (window).typed);
  const told = await panel.evaluate(() => /** @type {any} any: openPanel's */ (window).told);
  const lengths = Object.keys(typed)
    .filter((length) => length in told)
    .slice(known);
  if (lengths.length < 30) throw new Error(`Only ${lengths.length} drafts reached the panel.`);
  return new Map(lengths.map((length) => [length, told[length] - typed[length]]));
}

/** What of the extension is in the page, as the browser counts it. @param {Chat} chat */
async function countTraces({ page, chromium }) {
  const session = await page.createCDPSession();
  /** @type {number[]} */
  const worlds = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (chromium.address.startsWith(context.origin)) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  let listeners = 0;
  for (const contextId of worlds) {
    // Asked for by way of our world, a place tells the listeners of our world alone.
    for (const expression of places) {
      const { result } = await session.send('Runtime.evaluate', { contextId, expression });
      const objectId = result.objectId ?? '';
      listeners += (await session.send('DOMDebugger.getEventListeners', { objectId })).listeners
        .length;
    }
  }
  await session.detach();
  return { worlds: worlds.length, listeners };
}

/** @param {Cost[] | undefined} costs @param {keyof Cost} kind */
function medianOf(costs, kind) {
  return percentile(costs?.map((cost) => cost[kind]) ?? [], 0.5);
}
