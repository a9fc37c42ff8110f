// The panel in each of its states: beside pages it may not read or that hold no conversation, and through a complaint.
import path from 'node:path';
import { createHands } from '../../demo/hands.mjs';
import { play } from '../../demo/play.mjs';
import { serveFolder } from '../static-server.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{
 *   chromium: Awaited<ReturnType<typeof import('../chromium.mjs').launchChromium>>,
 *   url: string, lang: 'en' | 'zh', camera: ReturnType<typeof import('./camera.mjs').createCamera>,
 * }} Stage
 */

const threats = {
  en: 'If nobody helps me now I do not want to live any more.',
  zh: '再没人管我，我就不想活了。',
};
const drafts = {
  en: 'You must calm down. It is not our fault, and unfortunately we cannot refund it.',
  zh: '您必须冷静一下，这不是我们的责任，不可能退款。',
};

/** @param {Stage} stage @returns {Promise<import('puppeteer-core').Page>} the panel, beside the demo */
export async function showPanel({ chromium, url, lang, camera }) {
  const [page = await chromium.browser.newPage()] = await chromium.browser.pages();
  const take = (/** @type {Page} */ panel, /** @type {string} */ scene) =>
    camera.take(panel, { place: 'panel', lang, scene });
  await page.goto(url);
  await page.waitForSelector('#log .customer');
  const panel = await chromium.openPanel(page);
  await panel.waitForSelector('.phrase');
  const album = {
    take: (/** @type {string} */ scene) => take(panel, scene),
    save: () => Promise.resolve(0),
  };
  await play({ page, panel, lang, album });
  const hands = createHands(panel);
  const open = async (
    /** @type {import('puppeteer-core').KeyInput} */ key,
    /** @type {string} */ shown,
  ) => {
    await panel.bringToFront();
    await hands.press(key);
    await panel.waitForSelector(shown);
  };
  const close = async (/** @type {string} */ shown) => {
    await hands.press('Escape');
    await panel.waitForSelector(shown, { hidden: true });
  };

  await open('r', '.layer.current');
  await take(panel, 'refusal');
  await close('.refusal');
  await open('/', '.search input:focus');
  await panel.keyboard.type(lang === 'zh' ? 'baoqian' : 'sory');
  await panel.waitForSelector('.search [role="option"]');
  await take(panel, 'search');
  await hands.press('Escape');
  await open('?', '.keys');
  await take(panel, 'keys');
  await close('.keys');

  await page.bringToFront();
  await page.locator('#reply').fill(drafts[lang]);
  await panel.waitForSelector('.draft-hint');
  await take(panel, 'draft-hints');
  await page.bringToFront();
  await page.locator('#reply').fill('');

  // The scripted customer knows no such words: the row is put behind the last one, as the page itself does.
  await page.evaluate((words) => {
    const row = document.querySelector('#log .message.customer')?.cloneNode(true);
    if (!(row instanceof Element)) throw new Error('The customer has said nothing yet.');
    row.querySelector('.text')?.replaceChildren(words);
    document.querySelector('#log')?.append(row);
  }, threats[lang]);
  await panel.waitForSelector('.safety');
  await take(panel, 'threat');
  await panel.bringToFront();
  await hands.press('a');

  return panel;
}

/** The panel beside pages that hold no conversation, or may not be read. @param {Stage} stage */
export async function showOtherPages({ chromium, lang, camera }) {
  const pages = path.join(import.meta.dirname, '..', '..', 'e2e', 'pages');
  const site = await serveFolder(pages, { only: ['empty.html'] });
  const scenes = { 'nothing-to-read': `${site.url}empty.html`, 'not-a-page': 'chrome://version' };
  try {
    for (const [scene, address] of Object.entries(scenes)) {
      const tab = await chromium.browser.newPage();
      await tab.goto(address);
      const panel = await chromium.openPanel(tab);
      await panel.waitForSelector('main');
      await camera.take(panel, { place: 'panel', lang, scene });
      await tab.close();
    }
  } finally {
    await site.close();
  }
}
