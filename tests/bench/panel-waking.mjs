// How long the panel's main thread is busy in one piece between its first paint and its words, wall time: with the
// packs compiled before, and at the first opening, when a worker compiles them. The least of all rounds: whatever else
// the machine does makes a stall longer, never shorter.
import path from 'node:path';
import { launchChromium } from '../support/chromium.mjs';

const rounds = 11;
const build = path.join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
/** As long as a frame may take on a screen of 60 Hz. */
const frame = 1000 / 60;

/** @returns {Promise<import('./bench.mjs').Measure[]>} */
export async function measureWaking() {
  const chromium = await launchChromium({ extension: build, width: 360, height: 760 });
  try {
    /** @type {Record<'kept' | 'first', number[]>} */
    const stalls = { kept: [], first: [] };
    // The first round warms the caches and does not count.
    for (let round = 0; round <= rounds; round++) {
      const first = await longestStall(chromium, true);
      const kept = await longestStall(chromium, false);
      if (round === 0) continue;
      stalls.first.push(first);
      stalls.kept.push(kept);
    }
    const floor = { unit: 'ms', rival: 'one frame', theirs: frame, goal: 1 };
    const name = 'longest stall between first paint and words';
    return [
      { ...floor, name, ours: Math.min(...stalls.kept) },
      { ...floor, name: `${name}, first opening`, ours: Math.min(...stalls.first) },
    ];
  } finally {
    await chromium.close();
  }
}

/**
 * @param {Awaited<ReturnType<typeof launchChromium>>} chromium
 * @param {boolean} isFirst nothing was kept before
 */
async function longestStall({ browser, address }, isFirst) {
  const page = await browser.newPage();
  if (isFirst) {
    await page.goto(`${address}icon/icon.svg`);
    await page.evaluate(forget);
  }
  await page.evaluateOnNewDocument(beat);
  await page.goto(`${address}sidepanel.html`);
  await page.waitForSelector('.phrase');
  const stall = await page.evaluate(() => /** @type {any} any: see beat */ (globalThis).longest);
  await page.close();
  return stall;
}

/** Runs in the extension: what was kept is not there any more. */
function forget() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('composure-prepared');
    request.addEventListener('success', resolve);
    request.addEventListener('error', reject);
  });
}

/** Runs in the panel before anything else: asks for a task again and again, and notes the longest wait for one. */
function beat() {
  const world = /** @type {any} any: a mark of our own */ (globalThis);
  const { port1, port2 } = new MessageChannel();
  let last = NaN;
  world.longest = 0;
  port1.addEventListener('message', () => {
    const now = performance.now();
    if (now - last > world.longest) world.longest = now - last;
    last = now;
    if (document.querySelector('.phrase') === null) port2.postMessage(null);
  });
  port1.start();
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) port2.postMessage(null);
  }).observe({ type: 'paint', buffered: true });
}
