// The panel where something is not possible: pages that it may not read or that hold nothing, and a log that fails.
import path from 'node:path';
import { createHands } from '../../demo/hands.mjs';
import { serveFolder } from '../static-server.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

const pages = path.join(import.meta.dirname, '..', '..', 'e2e', 'pages');

/** The panel beside pages that hold no conversation or no box, or may not be read. @param {Stage} stage */
export async function showOtherPages({ chromium, text, takePanel }) {
  const site = await serveFolder(pages);
  const scenes = [
    { scene: 'nothing-to-read', address: `${site.url}empty.html`, said: text('nothingFound') },
    { scene: 'insert-only', address: `${site.url}box.html`, said: text('insertOnly') },
    { scene: 'read-only', address: `${site.url}read-only.html`, said: text('readOnly') },
    { scene: 'not-a-page', address: 'chrome://version', said: text('browserPage') },
  ];
  try {
    for (const { scene, address, said } of scenes) {
      const tab = await chromium.browser.newPage();
      await tab.goto(address);
      const panel = await chromium.openPanel(tab);
      await says(panel, said);
      await takePanel(panel, scene);
      await tab.close();
    }
    const tab = await chromium.browser.newPage();
    await tab.goto(`${site.url}chat.html`);
    const panel = await chromium.findExtensionPage('sidepanel.html');
    // What the key is comes from the browser, in the middle of the sentence.
    await says(panel, text('notAllowedKey').split('$')[0] ?? '');
    await takePanel(panel, 'not-allowed');
    await tab.close();
  } finally {
    await site.close();
  }
}

/** Waits until it says this of the page; it lies behind the page, where nothing is drawn. @param {import('puppeteer-core').Page} panel @param {string} said */
async function says(panel, said) {
  const isSaid = (/** @type {string} */ wanted) =>
    document.querySelector('.access')?.textContent.includes(wanted);
  await panel.waitForFunction(isSaid, { polling: 'mutation' }, said);
}

/** Teaching a page, from the menu. @param {Stage} stage */
export async function showTeaching({ chromium, text, takePanel }) {
  const site = await serveFolder(pages);
  const tab = await chromium.browser.newPage();
  await tab.goto(`${site.url}chat.html`);
  const panel = await chromium.openPanel(tab);
  await panel.waitForSelector('.phrase');
  await panel.bringToFront();
  await panel.locator('.menu > button').click();
  await createHands(panel).click(text('menuTeach'));
  await panel.waitForSelector('.teach');
  await takePanel(panel, 'teach');
  await panel.bringToFront();
  await createHands(panel).press('Escape');
  await tab.close();
  await site.close();
}

/** The disk is full, then storage is forbidden altogether. @param {Stage} stage @param {import('puppeteer-core').Page} panel */
export async function showNoStorage({ chromium, url, lang, takePanel, open, close }, panel) {
  await panel.bringToFront();
  await panel.evaluate(() => {
    IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = () => {
      throw new DOMException('No room is left.', 'QuotaExceededError');
    };
  });
  await open(panel, 'l', '.complaint-form textarea');
  await panel.locator('.complaint-form textarea').fill(lang === 'zh' ? '杯子碎了' : 'A cup broke');
  await createHands(panel).press('Enter', 'Control');
  await panel.waitForSelector('.notice-line');
  await takePanel(panel, 'not-saved');
  await close(panel, '.complaint-form');
  await panel.evaluateOnNewDocument(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Forbidden in this window.', 'SecurityError');
    };
  });
  // Beside a threat there are no phrases; that it was read cannot be kept any more.
  const demo = (await chromium.browser.pages()).find((page) => page.url().startsWith(url));
  await demo?.bringToFront();
  await demo?.locator('#conversations a:not([aria-current])').click();
  await panel.bringToFront();
  await panel.reload();
  await panel.waitForSelector('.access');
  await panel.waitForSelector('.phrase');
  await takePanel(panel, 'storage-blocked');
}
