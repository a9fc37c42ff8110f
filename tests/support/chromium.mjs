// Chromium with the extension loaded, and its real side panel as a puppeteer page.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findBrowser } from './browsers.mjs';
import { watchNetwork } from './network.mjs';
import { until } from './until.mjs';

/**
 * @param {{
 *   extension: string, headless?: boolean, lang?: string, width?: number, height?: number,
 *   profile?: string, display?: string, watch?: boolean, signals?: boolean, args?: string[],
 * }} options `extension`: its built folder · `lang`: of the browser's own interface, which the extension follows ·
 *   `profile`: kept after closing, if given · `watch`: every request goes through network.mjs ·
 *   `signals`: end the browser on Ctrl+C
 */
export async function launchChromium({
  extension: folder,
  headless = true,
  lang = 'en',
  width = 1280,
  height = 800,
  profile,
  display,
  watch = false,
  signals = true,
  args = [],
}) {
  const executablePath = findBrowser('chromium');
  if (!executablePath)
    throw new Error('No Chrome, Edge or Chromium is installed; CHROME_PATH may name one.');
  const network = watch ? await watchNetwork() : undefined;
  const browser = await launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    // A person at the window needs no bar that says it is driven by a program.
    ...(!headless && { ignoreDefaultArgs: ['--enable-automation'] }),
    defaultViewport: null,
    handleSIGINT: signals,
    handleSIGTERM: signals,
    handleSIGHUP: signals,
    // Debian's Chromium takes its language from the environment (and has others than English only with the
    // package chromium-l10n), the rest take it from the argument.
    env: { ...process.env, LANGUAGE: lang.replace('-', '_'), ...(display && { DISPLAY: display }) },
    ...(profile && { userDataDir: profile }),
    args: [
      `--lang=${lang}`,
      `--window-size=${width},${height}`,
      '--no-first-run',
      '--disable-component-update',
      '--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(network
        ? [`--proxy-server=127.0.0.1:${network.port}`, '--proxy-bypass-list=<-loopback>']
        : []),
      ...args,
    ],
  });
  const extension = await loadExtension(browser, folder);
  const address = `chrome-extension://${extension.id}/`;
  if (existsSync(join(folder, 'background.js'))) await hearsClicks(browser, address);

  return {
    browser,
    extension,
    address,
    requests: network?.requests ?? [],
    /** A click on the toolbar icon, and the panel that it opens. @param {import('puppeteer-core').Page} page */
    async openPanel(page) {
      await page.triggerExtensionAction(extension);
      return findPage(browser, `${address}sidepanel.html`);
    },
    /** The desk, or another page of the extension, once it is open. @param {string} file such as options.html */
    findExtensionPage: (file) => findPage(browser, `${address}${file}`),
    async close() {
      await browser.close();
      await network?.close();
    },
  };
}

/**
 * A click on the icon before the worker has run for the first time is heard by nobody.
 * @param {import('puppeteer-core').Browser} browser @param {string} address
 */
async function hearsClicks(browser, address) {
  const target = await browser.waitForTarget((one) => one.url() === `${address}background.js`);
  const worker = await target.worker();
  const hears = () =>
    worker?.evaluate(() => {
      const { chrome } = /** @type {any} any: what runs there finds its browser so */ (globalThis);
      return chrome?.action?.onClicked.hasListeners();
    });
  await until('the worker to hear clicks', hears);
}

/** @param {import('puppeteer-core').Browser} browser @param {string} folder */
async function loadExtension(browser, folder) {
  try {
    const id = await browser.installExtension(folder);
    const extension = (await browser.extensions()).get(id);
    if (extension) return extension;
  } catch (error) {
    await browser.close();
    throw new Error(`Chromium does not take the extension in ${folder}.`, { cause: error });
  }
  await browser.close();
  throw new Error(`Chromium took the extension in ${folder} and does not list it.`);
}

/** @param {import('puppeteer-core').Browser} browser @param {string} address */
async function findPage(browser, address) {
  const target = await browser.waitForTarget((one) => one.url().startsWith(address));
  const page = await target.asPage();
  await page.waitForFunction(() => document.readyState === 'complete');
  return page;
}
