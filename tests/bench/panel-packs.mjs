// How long both built-in packs take to load in the panel, wall time: from asking for their files until the first
// phrase stands there, with the packs prepared before. The median: who opens the panel waits for it each time.
import path from 'node:path';
import { launchChromium } from '../support/chromium.mjs';

const rounds = 21;
const build = path.join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
/** What one may wait for. */
const most = 50;

/** @returns {Promise<import('./bench.mjs').Measure[]>} */
export async function measurePacks() {
  const chromium = await launchChromium({ extension: build, width: 360, height: 760 });
  try {
    /** @type {number[]} */
    const times = [];
    // The first round prepares the packs and does not count.
    for (let round = 0; round <= rounds; round++) {
      const time = await untilWords(chromium);
      if (round > 0) times.push(time);
    }
    const ours = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
    const name = 'both packs, from asking for them until the first phrase';
    return [{ name, ours, unit: 'ms', rival: 'what one may wait for', theirs: most, goal: 1 }];
  } finally {
    await chromium.close();
  }
}

/** @param {Awaited<ReturnType<typeof launchChromium>>} chromium */
async function untilWords({ browser, address }) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(markWords);
  await page.goto(`${address}sidepanel.html`);
  await page.waitForFunction(() => performance.getEntriesByName('words').length > 0);
  // What is prepared for the first time is kept a moment later.
  await page.waitForFunction(isKept);
  const time = await page.evaluate(
    () => performance.measure('packs', 'asked for packs', 'words').duration,
  );
  await page.close();
  return time;
}

/** Runs in the panel before anything else. */
function markWords() {
  const own = globalThis.fetch;
  globalThis.fetch = (asked, options) => {
    if (asked === '/packs/stamp.txt') performance.mark('asked for packs');
    return own(asked, options);
  };
  new MutationObserver((_, observer) => {
    if (document.querySelector('.phrase') === null) return;
    performance.mark('words');
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the panel: what was prepared is in the database. */
async function isKept() {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'composure-prepared')) return false;
  return new Promise((resolve) => {
    const request = indexedDB.open('composure-prepared');
    request.addEventListener('success', () => {
      const db = request.result;
      const count = db.transaction('rows').objectStore('rows').count();
      count.addEventListener('success', () => {
        db.close();
        resolve(count.result > 0);
      });
    });
  });
}
