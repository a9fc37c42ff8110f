// What the scenes share: the browser, the camera, the texts of the language, and how a panel or a Desk is opened.
import { readFileSync } from 'node:fs';
import { createHands } from '../../demo/hands.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {Awaited<ReturnType<typeof import('../chromium.mjs').launchChromium>>} Chromium
 * @typedef {ReturnType<typeof import('./camera.mjs').createCamera>} Camera
 * @typedef {ReturnType<typeof createStage>} Stage
 */

/** @param {{ chromium: Chromium, url: string, lang: 'en' | 'zh', camera: Camera }} world `url`: of the demo */
export function createStage({ chromium, url, lang, camera }) {
  const locale = lang === 'zh' ? 'zh_CN' : 'en';
  const file = new URL(`../../../public/_locales/${locale}/messages.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, 'utf8'));
  return {
    chromium,
    url,
    lang,
    /** @param {string} key @returns {string} */
    text: (key) => texts[key].message,
    /** @param {Page} panel @param {string} scene */
    takePanel: (panel, scene) => camera.take(panel, { place: 'panel', lang, scene }),
    /** @param {Page} desk @param {string} scene */
    takeDesk: (desk, scene) => camera.take(desk, { place: 'desk', lang, scene }),
    /** @param {Page} desk @param {string} scene */
    takePaper: (desk, scene) => camera.take(desk, { place: 'paper', lang, scene }),
    /** The Desk in a tab of its own, at an address behind the #. @param {string} address */
    async openDesk(address) {
      const desk = await chromium.browser.newPage();
      await showDesk(desk, `${chromium.address}options.html#${address}`);
      return desk;
    },
    /** Another address of a Desk, as if opened there. @param {Page} desk @param {string} address */
    goTo: (desk, address) => showDesk(desk, `${chromium.address}options.html#${address}`),
    /** @param {Page} panel @param {import('puppeteer-core').KeyInput} key @param {string} shown a CSS selector */
    async open(panel, key, shown) {
      await panel.bringToFront();
      await createHands(panel).press(key);
      await panel.waitForSelector(shown);
    },
    /** @param {Page} panel @param {string} shown a CSS selector of what goes */
    async close(panel, shown) {
      await createHands(panel).press('Escape');
      await panel.waitForSelector(shown, { hidden: true });
    },
  };
}

/** @param {Page} desk @param {string} address */
async function showDesk(desk, address) {
  await desk.goto('about:blank');
  await desk.goto(address);
  await desk.bringToFront();
  await desk.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"]') && document.querySelector('main')?.innerText,
  );
  await desk.waitForNetworkIdle();
}
