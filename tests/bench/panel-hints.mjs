// From a key in the page to the hint in the panel: wall time from the time stamp of the page's input event, by the
// clock that both processes share, with both built-in packs and a draft of some hundred characters.
import path from 'node:path';
import { createHands } from '../demo/hands.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { launchChromium } from '../support/chromium.mjs';

const rounds = 60;
const build = path.join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const box = '#reply';

/** What stands before the last key, and the key that completes the words. */
const drafts = [
  {
    before: `${'Thank you for your patience, I have found your order and see the same. '.repeat(4)}You mus`,
    key: 't',
  },
  { before: `${'感谢您的耐心，我找到了您的订单，看到的和您一样。'.repeat(8)}您必`, key: '须' },
];

/** @returns {Promise<import('./bench.mjs').Measure[]>} */
export async function measureHints() {
  const demo = await serveDemo();
  const chromium = await launchChromium({ extension: build });
  try {
    const [page = await chromium.browser.newPage()] = await chromium.browser.pages();
    await page.goto(`${demo.url}?lang=en&speed=fast`);
    await page.waitForSelector('#log .customer');
    const panel = await chromium.openPanel(page);
    await createHands(panel).sees('', '.phrase');
    await page.evaluate(watchKeys, box);
    await panel.evaluate(watchHints);
    /** @type {Times[]} */
    const times = [];
    // The first rounds warm up and do not count.
    for (let round = -6; round < rounds; round++) {
      const time = await typeOnce(page, panel, drafts[Math.abs(round) % drafts.length]);
      if (round >= 0) times.push(time);
    }
    return rowsOf(times);
  } finally {
    await chromium.close();
    await demo.close();
  }
}

/** In ms since the input event. @typedef {{ letter: number, hint: number, painted: number }} Times */

/** @param {Times[]} times @returns {import('./bench.mjs').Measure[]} */
function rowsOf(times) {
  const of = (/** @type {keyof Times} */ what) => nearlyWorst(times.map((time) => time[what]));
  const unit = 'ms';
  return [
    {
      name: 'key in the page to hint in the panel, p95, laid out',
      ours: of('hint'),
      unit,
      rival: 'the limit',
      theirs: 16,
      goal: 1,
    },
    {
      name: 'key in the page to hint in the panel, p95, painted',
      ours: of('painted'),
      unit,
      rival: 'the page paints the letter',
      theirs: of('letter'),
      goal: 2,
    },
  ];
}

/**
 * @param {import('puppeteer-core').Page} page @param {import('puppeteer-core').Page} panel
 * @param {typeof drafts[number] | undefined} draft
 * @returns {Promise<Times>}
 */
async function typeOnce(page, panel, { before, key } = { before: '', key: '' }) {
  await page.bringToFront();
  await page.click(box, { count: 3 });
  await page.keyboard.press('Backspace');
  await panel.waitForSelector('.draft-hint', { hidden: true });
  await page.keyboard.sendCharacter(before);
  await panel.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  const shown = panel.evaluate(nextHint);
  await page.keyboard.sendCharacter(key);
  const { laidOut, painted } = await shown;
  const { at, letter } = await page.evaluate(lastKey);
  return { letter: letter - at, hint: laidOut - at, painted: painted - at };
}

/** Runs in the page: when the last key was struck, and when its frame was done. @param {string} selector */
function watchKeys(selector) {
  const world = /** @type {any} any: a mark of our own */ (globalThis);
  document.querySelector(selector)?.addEventListener('input', (event) => {
    const at = performance.timeOrigin + event.timeStamp;
    world.lastKey = new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () =>
          done({ at, letter: performance.timeOrigin + performance.now() }),
        );
        port1.start();
        port2.postMessage(null);
      });
    });
  });
}

/** Runs in the page. @returns {Promise<{ at: number, letter: number }>} */
function lastKey() {
  return /** @type {any} any: see watchKeys */ (globalThis).lastKey;
}

/** Runs in the panel. */
function watchHints() {
  const world = /** @type {any} any: a mark of our own */ (globalThis);
  const clock = () => performance.timeOrigin + performance.now();
  world.nextHint = () =>
    new Promise((done) => {
      const observer = new MutationObserver(() => {
        const hint = document.querySelector('.draft-hint');
        if (!hint) return;
        observer.disconnect();
        hint.getBoundingClientRect();
        const laidOut = clock();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => done({ laidOut, painted: clock() }));
          port1.start();
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
}

/** Runs in the panel. @returns {Promise<{ laidOut: number, painted: number }>} */
function nextHint() {
  return /** @type {any} any: see watchHints */ (globalThis).nextHint();
}

/** @param {number[]} values */
function nearlyWorst(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? NaN;
}
