// The whole product as it lies on an agent's machine: both packs, a log of 100,000 complaints, three timers running.
// Beside it the least extension that checks a draft with harper.js, and a page that shows times.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { build as bundle } from 'vite';
import { createDesk, createHands } from '../demo/hands.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { readMemory } from './extension-memory.mjs';
import { median } from './percentile.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {Awaited<ReturnType<typeof launchChromium>>} Chromium */

const usual = 100_000;
const rounds = 9;
/** MB of the processes that run the extension. */
const mostMemory = 64;
const idleMs = 5_000;
const idleRounds = 5;
const root = path.join(import.meta.dirname, '..', '..');
const build = path.join(root, '.output', 'chrome-mv3');
const head = '<!doctype html><meta charset="utf-8"><title>Rival</title>';

/** @param {{ records?: number }} options @returns {Promise<import('./bench.mjs').Measure[]>} */
export async function measure({ records = usual }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'composure-bench-'));
  try {
    const [own, theirs] = [path.join(folder, 'own'), path.join(folder, 'harper')];
    await writeOwn(own);
    await writeHarper(theirs);
    const ours = await measureOurs(own, records);
    const harper = await measureHarper(theirs);
    return [
      {
        name: `from opening the panel until the first phrase, a log of ${records}`,
        ours: ours.opening,
        unit: 'ms',
        rival: 'the same with an empty log',
        theirs: ours.openingEmpty,
        goal: 1.1,
      },
      {
        name: `from opening the panel until the first phrase, a log of ${records}`,
        ours: ours.opening,
        unit: 'ms',
        rival: 'a page until harper.js has answered',
        theirs: harper.opening,
        goal: 0.2,
      },
      {
        name: `memory of panel and worker, both packs, a log of ${records}, in a browser just started`,
        ours: ours.memory,
        unit: 'MB',
        rival: 'a page with harper.js',
        theirs: harper.memory,
        goal: 1 / 3,
      },
      {
        name: `memory of panel and worker, both packs, a log of ${records}, in a browser just started`,
        ours: ours.memory,
        unit: 'MB',
        rival: 'what we allow ourselves',
        theirs: mostMemory,
        goal: 1,
      },
      {
        name: `the same in the browser whose Desk has just read in ${records}`,
        ours: ours.memoryFilled,
        unit: 'MB',
        rival: 'a page with harper.js',
        theirs: harper.memory,
        goal: 2 / 3,
      },
      {
        name: 'panel at rest with three timers, main thread',
        ours: ours.idle,
        unit: 'ms/s',
        rival: 'a page that shows three times',
        theirs: ours.clock,
        goal: 2,
      },
      ...sizes(),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is loaded, packed by gzip. @returns {import('./bench.mjs').Measure[]} */
function sizes() {
  const packed = (/** @type {string} */ file) => gzipSync(readFileSync(file), { level: 9 }).length;
  const all = readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + packed(path.join(entry.parentPath, entry.name)), 0);
  const wasm = path.join(root, 'node_modules', 'harper.js', 'dist', 'harper_wasm_bg.wasm');
  return [
    {
      name: 'all files of the extension, gzip',
      ours: all / 1024,
      unit: 'kB',
      rival: "harper.js's rules alone",
      theirs: packed(wasm) / 1024,
      goal: 0.25,
    },
    {
      name: 'script in the page, gzip',
      ours: packed(path.join(build, 'page.js')) / 1024,
      unit: 'kB',
      // Automattic/harper, packages/chrome-plugin 2.8.0, bundled from its source at 1f6cac2.
      rival: "the content script of Harper's extension, as it was read",
      theirs: 121,
      goal: 0.2,
    },
  ];
}

/** @param {string} folder @param {number} records */
async function measureOurs(folder, records) {
  const profile = path.join(path.dirname(folder), 'profile');
  const demo = await serveDemo();
  let chromium = await launchChromium({ extension: folder, profile });
  try {
    const openingEmpty = await measureOpening(chromium, 'sidepanel.html');
    await fillLog(chromium, records);
    const [page, filled] = await openBeside(chromium, demo.url);
    await beginTimers(page, filled);
    const memoryFilled = await readMemory(chromium.browser, chromium.address);
    await filled.close();
    // The next morning: what the Desk has made of the log is kept, what it needed for that is gone.
    await chromium.close();
    chromium = await launchChromium({ extension: folder, profile });
    const opening = await measureOpening(chromium, 'sidepanel.html');
    const [, panel] = await openBeside(chromium, demo.url);
    await seeTimers(panel);
    const memory = await readMemory(chromium.browser, chromium.address);
    const times = await chromium.browser.newPage();
    await times.goto(`${chromium.address}clock.html`);
    const [idle = NaN, clock = NaN] = await restOf([panel, times]);
    return { openingEmpty, opening, memory, memoryFilled, idle, clock };
  } finally {
    await chromium.close();
    await demo.close();
  }
}

/** The demo conversation, and the panel beside it. @param {Chromium} chromium @param {string} demo */
async function openBeside(chromium, demo) {
  const page = await chromium.browser.newPage();
  await page.goto(`${demo}?lang=en&speed=fast`);
  await page.waitForSelector('#log .customer');
  const panel = await chromium.openPanel(page);
  await panel.waitForSelector('.phrase');
  return /** @type {const} */ ([page, panel]);
}

/** @param {string} folder */
async function measureHarper(folder) {
  const chromium = await launchChromium({ extension: folder });
  try {
    const opening = await measureOpening(chromium, 'page.html');
    const page = await chromium.browser.newPage();
    await page.goto(`${chromium.address}page.html`);
    await page.waitForFunction(() => performance.getEntriesByName('words').length > 0);
    return { opening, memory: await readMemory(chromium.browser, chromium.address) };
  } finally {
    await chromium.close();
  }
}

/** Fills the log, and lets the Desk make of it what it needs. @param {Chromium} chromium @param {number} records */
async function fillLog({ browser, address }, records) {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${address}fill.html`);
  await page.waitForFunction('globalThis.fill');
  await page.evaluate(`fill(${records})`);
  await page.goto(`${address}options.html#log`);
  await page.waitForFunction(isFolded);
  await page.close();
}

/** Runs in the extension: nothing of the log is left to be derived. */
async function isFolded() {
  const done = (/** @type {IDBRequest} */ request) =>
    new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)));
  const db = await done(indexedDB.open('composure'));
  const left = await done(db.transaction('logChanges').objectStore('logChanges').count());
  db.close();
  return left === 0;
}

/** Median wall time in ms from the beginning of the navigation until the words are there. @param {Chromium} chromium @param {string} file */
async function measureOpening({ browser, address }, file) {
  const times = [];
  // The first round warms the caches and does not count.
  for (let round = 0; round <= rounds; round++) {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(markWords);
    await page.goto(`${address}${file}`);
    await page.waitForFunction(() => performance.getEntriesByName('words').length > 0);
    const time = await page.evaluate(
      () => performance.getEntriesByName('words')[0]?.startTime ?? NaN,
    );
    if (round > 0) times.push(time);
    await page.close();
  }
  return median(times);
}

/** Runs in a page before anything else; a rival marks its own words. */
function markWords() {
  new MutationObserver((_, observer) => {
    if (document.querySelector('.phrase') === null) return;
    performance.mark('words');
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** A hold, a promise, and a customer who waits for an answer. @param {Page} page @param {Page} panel */
async function beginTimers(page, panel) {
  const script = path.join(root, 'tests', 'demo', 'conversation.en.json');
  const desk = createDesk(page, JSON.parse(readFileSync(script, 'utf8')));
  const hands = createHands(panel);
  await page.bringToFront();
  await desk.reply("I'll call you back within 20 minutes.");
  await hands.sees('You have just promised something');
  await panel.bringToFront();
  await hands.press('p');
  await hands.sees('Not kept', '.card');
  await hands.press('h');
  await panel.waitForSelector('.hold-form input:focus');
  await hands.press('Enter');
  await seeTimers(panel);
}

/** The promise, the hold and the customer's waiting run. @param {Page} panel */
async function seeTimers(panel) {
  await createHands(panel).sees('Not kept', '.card');
  await panel.waitForSelector('.hold');
}

/**
 * Milliseconds of CPU a second that each page's main thread takes while nobody does anything: medians, in turns.
 * @param {Page[]} pages
 */
async function restOf(pages) {
  const meters = await Promise.all(pages.map(startMeter));
  /** @type {number[][]} */
  const told = pages.map(() => []);
  for (let round = 0; round < idleRounds; round++)
    for (const [at, page] of pages.entries()) {
      await page.bringToFront();
      const before = await meters[at]?.();
      await pass(idleMs);
      const used = ((await meters[at]?.()) ?? NaN) - (before ?? NaN);
      told[at]?.push(used / (idleMs / 1000));
    }
  return told.map(median);
}

/** How many ms of CPU the page's main thread has taken so far. @param {Page} page */
async function startMeter(page) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
}

/** The built extension, with a page that fills its log and one that only shows times. @param {string} folder */
async function writeOwn(folder) {
  cpSync(build, folder, { recursive: true });
  const show =
    'setInterval(() => document.querySelectorAll("p").forEach((p) => p.replaceChildren(new Date().toLocaleTimeString())), 1000);';
  writeFileSync(path.join(folder, 'clock.js'), show);
  writeFileSync(
    path.join(folder, 'clock.html'),
    `${head}<p></p><p></p><p></p><script src="clock.js"></script>`,
  );
  writeFileSync(
    path.join(folder, 'fill.html'),
    `${head}<script type="module" src="fill/page.js"></script>`,
  );
  await bundlePage('whole-fill.ts', path.join(folder, 'fill'));
}

/** @param {string} folder */
async function writeHarper(folder) {
  mkdirSync(folder);
  const manifest = {
    manifest_version: 3,
    name: 'Harper in a page',
    version: '1.0',
    action: {},
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
    },
  };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    path.join(folder, 'page.html'),
    `${head}<body><script type="module" src="page/page.js"></script>`,
  );
  await bundlePage('whole-harper.ts', path.join(folder, 'page'));
}

/** @param {string} entry @param {string} outDir */
async function bundlePage(entry, outDir) {
  await bundle({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: './',
    build: {
      outDir,
      target: 'esnext',
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        input: path.join(import.meta.dirname, entry),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
}
