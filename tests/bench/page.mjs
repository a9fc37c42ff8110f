// What our page script costs a chat page with 5,000 messages and twenty new ones a second: CPU of the page's main
// thread, against the same page in the same process with a content script that does nothing, in turn: how a browser
// happens to lie in memory makes more of a difference than we do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { launchChromium } from '../support/chromium.mjs';
import { serveFolder } from '../support/static-server.mjs';
import { until } from '../support/until.mjs';
import { percentile } from './percentile.mjs';

const mostRounds = 5;
const roundMs = 6000;
// A torrent has begun when it is measured: what its beginning and its end cost is a line of its own.
const leadMs = 6000;
const burstMs = 3000;
const endMs = 3000;
const keyEvery = 125;
// As often is typed for the time that a key takes.
const typings = 3;
const build = path.join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const rival = 'no-op content script';
const browsers = 2;

const places = [
  'document',
  'window',
  'document.body',
  "document.querySelector('#messages')",
  "document.querySelector('textarea')",
];

/** @typedef {{ script: number, drawn: number }} Cost milliseconds of CPU a second: scripts; with style and layout */
/** @typedef {{ burst: Cost, quiet: Cost, typed: Cost }} Round */
/** @typedef {{ ours: Round[], theirs: Round[] }} Rounds */
/** @typedef {Awaited<ReturnType<typeof openChat>>} Chat */

/** @returns {Promise<import('./bench.mjs').Measure[]>} */
export async function measure() {
  const site = await serveFolder(import.meta.dirname, { only: ['chat.html'] });
  const folder = mkdtempSync(path.join(tmpdir(), 'composure-bench-'));
  /** @type {Chat[]} */
  const chats = [];
  try {
    const least = writeExtension(folder);
    for (let n = 0; n < browsers; n++) chats.push(await openChat(site.url, least));
    /** @type {Rounds} */
    const rounds = { ours: [], theirs: [] };
    // One browser after the other: what rested for a while is slow at first. The first round warms it and does not count.
    for (const chat of chats)
      for (let n = 0; n <= mostRounds; n++) {
        const theirs = await roundIn(chat);
        const panel = await openPanel(chat);
        const ours = await roundIn(chat);
        await closePanel(chat, panel);
        if (n === 0) continue;
        rounds.theirs.push(theirs);
        rounds.ours.push(ours);
      }
    const untouched = await openChat(site.url, least);
    chats.push(untouched);
    const closed = await countTraces(untouched);
    const panel = await openPanel(untouched);
    const open = await countTraces(untouched);
    const flowing = flow(untouched, typings * roundMs);
    for (let n = 0; n < typings; n++) await type(untouched);
    await flowing;
    const busy = await delaysOf(untouched, panel);
    for (let n = 0; n < typings; n++) await type(untouched);
    const quiet = await delaysOf(untouched, panel, busy.size);
    await closePanel(untouched, panel);
    const after = await countTraces(untouched);
    return [
      ...costLines('reading 20 messages a second', rounds),
      burstLine(rounds),
      typingLine(rounds),
      delayLine('key to draft in the panel, 95th percentile', quiet),
      delayLine('the same with 20 messages a second besides', busy),
      {
        name: 'script worlds in a page without the panel',
        ours: closed.worlds,
        unit: '',
        rival,
        theirs: (await countTraces(untouched, untouched.rivals)).worlds,
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

/** @param {Chat} chat @returns {Promise<Round>} */
async function roundIn(chat) {
  const burst = await costOf(chat, burstMs, () => flow(chat, burstMs).then(() => pass(endMs)));
  const flowing = flow(chat, leadMs + 2 * roundMs + endMs);
  await pass(leadMs);
  const quiet = await costOf(chat, roundMs, () => pass(roundMs));
  const typed = await costOf(chat, roundMs, () => Promise.all([pass(roundMs), type(chat)]));
  await flowing;
  return { burst, quiet, typed };
}

/** @param {string} name @param {Rounds} rounds @returns {import('./bench.mjs').Measure[]} */
function costLines(name, { ours, theirs }) {
  const line = (/** @type {string} */ what, /** @type {keyof Cost} */ kind) => ({
    name: `${name}: ${what}`,
    ours: medianOf(ours, 'quiet', kind),
    unit: 'ms/s',
    rival,
    theirs: medianOf(theirs, 'quiet', kind),
    goal: 1.2,
  });
  return [line('scripts', 'script'), line('scripts, style and layout', 'drawn')];
}

/** @param {Rounds} rounds @returns {import('./bench.mjs').Measure} */
function burstLine({ ours, theirs }) {
  return {
    name: 'a burst of 60 messages, from the first until it is known to be over: scripts',
    ours: medianOf(ours, 'burst', 'script'),
    unit: 'ms/s',
    rival,
    theirs: medianOf(theirs, 'burst', 'script'),
    goal: 3,
  };
}

/** @param {Rounds} rounds @returns {import('./bench.mjs').Measure} */
function typingLine({ ours, theirs }) {
  const more = (/** @type {Round[]} */ of) =>
    medianOf(of, 'typed', 'script') - medianOf(of, 'quiet', 'script');
  return {
    name: 'typing 8 keys a second besides: more than typing without us',
    ours: more(ours) - more(theirs),
    unit: 'ms/s',
    rival: 'what a person cannot feel',
    theirs: 1.5,
    goal: 1,
  };
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

/** The chat in a browser of its own, with Composure and the rival. @param {string} address @param {string} least */
async function openChat(address, least) {
  const chromium = await launchChromium({ extension: build, width: 1000, height: 800 });
  const rivals = `chrome-extension://${await chromium.browser.installExtension(least)}`;
  const [page = await chromium.browser.newPage()] = await chromium.browser.pages();
  await page.goto(`${address}chat.html`);
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { chromium, page, session, rivals };
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

/**
 * The page hears of it a moment later; what does not end is counted as left.
 * @param {Chat} chat @param {import('puppeteer-core').Page} panel
 */
async function closePanel(chat, panel) {
  await panel.close();
  await until(
    'the page script to end',
    async () => (await countTraces(chat)).listeners === 0,
  ).catch(() => {});
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

/** @param {Chat} chat @param {number} ms @param {() => Promise<unknown>} run @returns {Promise<Cost>} for each second of `ms` */
async function costOf({ session }, ms, run) {
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
  const perSecond = (/** @type {number} */ seconds) => (seconds * 1000) / (ms / 1000);
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

/** What of an extension is in the page, as the browser counts it. @param {Chat} chat @param {string} [address] */
async function countTraces({ page, chromium }, address = chromium.address) {
  const session = await page.createCDPSession();
  /** @type {number[]} */
  const worlds = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin !== '' && address.startsWith(context.origin)) worlds.push(context.id);
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

/** @param {Round[]} all @param {keyof Round} when @param {keyof Cost} kind */
function medianOf(all, when, kind) {
  return percentile(
    all.map((round) => round[when][kind]),
    0.5,
  );
}
