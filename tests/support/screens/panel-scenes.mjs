// The panel through a complaint, and each view that opens over the guide.
import { createHands } from '../../demo/hands.mjs';
import { play } from '../../demo/play.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

const threats = {
  en: 'If nobody helps me now I do not want to live any more.',
  zh: '再没人管我，我就不想活了。',
};
const drafts = {
  en: 'You must calm down. It is not our fault, and unfortunately we cannot refund it.',
  zh: '您必须冷静一下，这不是我们的责任，不可能退款。',
};
const refusalWords = {
  en: ['the shop has sold the last one', 'send the blue one today'],
  zh: ['店里最后一件已经卖出', '今天先把蓝色那件寄给您'],
};

/** @param {Stage} stage @returns {Promise<import('puppeteer-core').Page>} the panel, beside the demo */
export async function showPanel(stage) {
  const { chromium, url, lang } = stage;
  const [page = await chromium.browser.newPage()] = await chromium.browser.pages();
  await page.goto(url);
  await page.waitForSelector('#log .customer');
  const panel = await chromium.openPanel(page);
  await panel.waitForSelector('.phrase');
  const album = {
    take: (/** @type {string} */ scene) => stage.takePanel(panel, scene),
    save: () => Promise.resolve(0),
  };
  await play({ page, panel, lang, album });
  await showViews(stage, panel);

  await page.bringToFront();
  await page.locator('#reply').fill(drafts[lang]);
  await panel.waitForSelector('.draft-hint');
  await stage.takePanel(panel, 'draft-hints');
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
  await stage.takePanel(panel, 'threat');
  await panel.bringToFront();
  await createHands(panel).press('a');
  await stage.takePanel(panel, 'threat-read');
  return panel;
}

/** @param {Stage} stage @param {import('puppeteer-core').Page} panel */
async function showViews(stage, panel) {
  const { lang } = stage;
  const take = (/** @type {string} */ scene) => stage.takePanel(panel, scene);
  await stage.open(panel, 'r', '.layer.current');
  await take('refusal');
  for (const [index, words] of refusalWords[lang].entries())
    await fillNth(panel, '.layer input', index, words);
  await take('refusal-filled');
  await stage.close(panel, '.refusal');
  await stage.open(panel, '/', '.search input:focus');
  await panel.keyboard.type(lang === 'zh' ? 'baoqian' : 'sory');
  await panel.waitForSelector('.search [role="option"]');
  await take('search');
  await panel.locator('.search input').fill('鼍鼍鼍鼍');
  await panel.waitForSelector('.search [role="option"]', { hidden: true });
  await take('search-nothing');
  await createHands(panel).press('Escape');
  await stage.open(panel, 'm', '.hand-over textarea');
  await take('hand-over');
  await stage.close(panel, '.hand-over');
  await stage.open(panel, '?', '.keys');
  await take('keys');
  await stage.close(panel, '.keys');
  await panel.locator('.menu > button').click();
  await panel.waitForSelector('.menu-items');
  await take('menu');
  await createHands(panel).press('Escape');
  await showLog(stage, panel);
}

/** The complaint form with what is logged below it, as text. @param {Stage} stage @param {import('puppeteer-core').Page} panel */
async function showLog(stage, panel) {
  await stage.open(panel, 'l', '.complaints li');
  await panel.locator('.complaints .share summary').click();
  await panel.waitForSelector('.complaints .share textarea');
  await panel.$eval('.complaints .share', (share) => share.scrollIntoView({ block: 'start' }));
  await stage.takePanel(panel, 'share');
  await stage.close(panel, '.complaint-form');
}

/** @param {import('puppeteer-core').Page} page @param {string} selector @param {number} index @param {string} text */
async function fillNth(page, selector, index, text) {
  const field = (await page.$$(selector))[index];
  await field?.click();
  await field?.type(text);
}
