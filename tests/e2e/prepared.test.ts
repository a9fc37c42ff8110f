// Opening the panel again: the packs are compiled once, and anew only if what was kept is damaged.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../support/chromium.mjs';
import { chromeBuild } from './beside-demo';

let chromium: Awaited<ReturnType<typeof launchChromium>>;
beforeAll(async () => {
  chromium = await launchChromium({ extension: chromeBuild });
});
afterAll(() => chromium.close());

declare global {
  interface Window {
    workersMade: number;
  }
}

/** Runs in the page, before its scripts: a worker that lives shortly is not always seen from outside. */
function countWorkers() {
  window.workersMade = 0;
  window.Worker = class extends Worker {
    constructor(...how: ConstructorParameters<typeof Worker>) {
      super(...how);
      window.workersMade++;
    }
  };
}

/** Opens the panel, waits until its words are there, and tells how many workers that took. */
async function open(then: (page: Page) => Promise<unknown> = async () => undefined) {
  const page = await chromium.browser.newPage();
  await page.evaluateOnNewDocument(countWorkers);
  await page.goto(`${chromium.address}sidepanel.html`);
  await page.waitForSelector('.phrase');
  await then(page);
  const workers = await page.evaluate(() => window.workersMade);
  await page.close();
  return workers;
}

/** Flips one bit in the middle of what is kept. */
async function damage() {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('No database.')));
    });
  const db = await done(indexedDB.open('composure-prepared'));
  const row = await done(db.transaction('rows').objectStore('rows').get('built-in'));
  const bytes = new Uint8Array(await row.compiled.arrayBuffer());
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  const writing = db.transaction('rows', 'readwrite');
  writing.objectStore('rows').put({ ...row, compiled: new Blob([bytes]) }, 'built-in');
  // A blob is written after its request succeeded; the page closes behind this.
  await new Promise((resolve) => writing.addEventListener('complete', resolve));
}

test('the second opening compiles nothing; what was kept and is damaged is compiled again', async () => {
  expect(await open()).toBe(1);
  expect(await open((page) => page.evaluate(damage))).toBe(0);
  expect(await open()).toBe(1);
  expect(await open()).toBe(0);
});
