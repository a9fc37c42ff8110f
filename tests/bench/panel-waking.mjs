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
      // None at all: the words were there before the paint.
      if (first > 0) stalls.first.push(first);
      if (kept > 0) stalls.kept.push(kept);
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
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  );
  const stall = await page.evaluate(longestBeat);
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

/** Runs in the panel before anything else: asks for a task again and again until the words are there. */
function beat() {
  /** @type {number[]} */
  const beats = [];
  Object.assign(globalThis, { beats });
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    beats.push(performance.now());
    if (document.querySelector('.phrase') === null) port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
}

/** Runs in the panel: the longest wait for a task that went on beyond the first paint. */
function longestBeat() {
  /** @type {{ beats: number[] }} */
  const { beats } = /** @type {any} any: see beat */ (globalThis);
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  if (!paint) throw new Error('Nothing was painted.');
  const waits = beats.map((at, index) =>
    at > paint.startTime ? at - (beats[index - 1] ?? paint.startTime) : 0,
  );
  return Math.max(...waits);
}
