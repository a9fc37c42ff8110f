// Writing a pack of 10,000 phrases in the Desk: how long a key takes until what it wrote is painted, in a real browser.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { launchChromium } from '../support/chromium.mjs';

const build = path.join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const phrases = 10_000;
/** What still feels like at once. */
const most = 50;
// Bursts with pauses: the pack is looked through in each pause, and what is found is shown while the next burst goes on.
const bursts = 12;
const burst = 'We look after it, {customer}.';
const thinkMs = 1000;

/** @returns {Promise<import('./bench.mjs').Measure[]>} */
export async function measure() {
  const folder = mkdtempSync(path.join(tmpdir(), 'composure-bench-'));
  const file = path.join(folder, 'large.json');
  writeFileSync(file, largePack());
  const chromium = await launchChromium({ extension: build, width: 1280, height: 900 });
  try {
    const page = await chromium.browser.newPage();
    await page.goto(`${chromium.address}options.html#packs`);
    const input = await page.waitForSelector('.actions .file input[type="file"]');
    await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
      input
    ).uploadFile(file);
    await page.waitForSelector('.item-form textarea');
    await page.waitForFunction(() => document.querySelector('.findings [role="status"]'));
    await page.focus('.items');
    await page.keyboard.press('End');
    const ours = await typeInto(page, '.item-form textarea');
    const bare = await chromium.browser.newPage();
    await bare.setContent('<title>Floor</title><textarea></textarea>');
    const floor = await typeInto(bare, 'textarea');
    const name = `a key in the form of a pack of ${phrases} phrases, until it is painted (p95 of ${bursts * burst.length})`;
    return [
      { name, ours, unit: 'ms', rival: 'what feels like at once', theirs: most, goal: 1 },
      { name, ours, unit: 'ms', rival: 'a bare text field', theirs: floor, goal: 2 },
    ];
  } finally {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The 95th percentile, in ms. @param {import('puppeteer-core').Page} page @param {string} field */
async function typeInto(page, field) {
  await page.focus(field);
  await page.evaluate(watchKeys);
  for (let round = 0; round < bursts; round++) {
    await page.keyboard.type(burst, { delay: 60 });
    await pass(thinkMs);
  }
  /** @type {number[]} */
  const times = await page.evaluate('globalThis.keyTimes');
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
}

/** Runs in the page. From the moment that the browser took the key until the frame behind it is done. */
function watchKeys() {
  /** @type {number[]} */
  const times = [];
  Object.assign(globalThis, { keyTimes: times });
  const behind = new MessageChannel();
  /** @type {number[]} */
  const waiting = [];
  behind.port1.addEventListener('message', () => {
    for (const at of waiting.splice(0)) times.push(performance.now() - at);
  });
  behind.port1.start();
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        waiting.push(timeStamp);
        behind.port2.postMessage(0);
      });
    },
    true,
  );
}

function largePack() {
  const ends = ['today', 'tomorrow', 'this week', 'by noon', 'at once'];
  const all = Array.from({ length: phrases }, (_, at) => ({
    id: `large.${at}`,
    text: `Case ${at}: we see to parcel number ${at * 7} ${ends[at % ends.length]}, {customer}.`,
    places: ['listen.acknowledge'],
  }));
  const about = { id: 'team.large', version: '1.0.0', title: 'Large', language: 'en' };
  return JSON.stringify({ format: 1, ...about, phrases: all }, null, 2);
}
