// The Desk in each of its states: empty, with one complaint and with many, each page and what opens in it.

import { readFileSync } from 'node:fs';
import { createHands } from '../../demo/hands.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** What is written down besides the play's complaint. */
const complaints = {
  en: [
    'The kettle leaks at the base after three days of use',
    'Charged twice for the same order',
    'Waited forty minutes on the phone and was cut off',
    'The courier left the parcel in the rain',
    'The booking was changed without asking',
    'Cannot sign in since the update',
    'The technician did not come at the agreed time and nobody called to say so',
  ],
  zh: [
    '水壶用了三天，底部漏水',
    '同一张订单扣了两次款',
    '电话等了四十分钟，最后被挂断',
    '快递员把包裹放在雨里',
    '预订未经同意就被更改',
    '更新之后一直无法登录',
    '师傅没有按约定时间上门，也没有人打电话说明',
  ],
};

const pages = ['log', 'review', 'packs', 'sites', 'tickets', 'settings', 'privacy'];

/** @param {import('./panel-scenes.mjs').Stage} stage @param {Page} panel with one complaint in its log */
export async function showDesk({ chromium, lang, camera }, panel) {
  const desk = await chromium.browser.newPage();
  const take = (/** @type {string} */ scene) => camera.take(desk, { place: 'desk', lang, scene });
  const open = async (/** @type {string} */ address) => {
    await desk.goto('about:blank');
    await desk.goto(`${chromium.address}options.html#${address}`);
    await desk.bringToFront();
    await desk.waitForFunction(
      () =>
        !document.querySelector('[aria-busy="true"]') && document.querySelector('main')?.innerText,
    );
    await desk.waitForNetworkIdle();
  };
  for (const what of complaints[lang]) await writeDown(panel, what);
  for (const page of pages) {
    await open(page);
    await take(page);
  }
  await open('log/1');
  await take('record');
  await open('packs');
  const locale = lang === 'zh' ? 'zh_CN' : 'en';
  const file = new URL(`../../../public/_locales/${locale}/messages.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, 'utf8'));
  await createHands(desk).click(texts.draftNew.message);
  await desk.waitForFunction(() => /^#packs\/\d+$/.test(location.hash));
  await desk.waitForSelector('.pack-editor');
  await take('pack-editor');
}

/** One more complaint in the log. @param {Page} panel @param {string} what */
async function writeDown(panel, what) {
  const hands = createHands(panel);
  await panel.bringToFront();
  await hands.press('l');
  await panel.waitForSelector('.complaint-form');
  await panel.locator('.complaint-form textarea').fill(what);
  await hands.press('Enter', 'Control');
  await panel.waitForFunction(
    (text) => document.querySelector('.complaints li')?.textContent.includes(text),
    {},
    what,
  );
  await hands.press('Escape');
  await panel.waitForSelector('.complaint-form', { hidden: true });
}
