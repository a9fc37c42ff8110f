// `npm start`: the extension beside a demo helpdesk. Without a display it plays a complaint by itself and takes pictures.
//   npm start -- [--firefox] [--lang zh] [--headless] [--extension FOLDER]
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createAlbum } from '../demo/album.mjs';
import { play } from '../demo/play.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { launchChromium } from './chromium.mjs';
import { launchFirefox } from './firefox.mjs';
import { prepare } from './prepare.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pictures = join(root, '.output', 'demo');

const usage = `npm start -- [flags]
  --firefox            Firefox instead of Chromium
  --lang en|zh         the language of the demo helpdesk
  --headless           no window: play one conversation, leave pictures in .output/demo
  --extension FOLDER   an extension that is built already`;

/** @typedef {{ firefox: boolean, headless: boolean, lang: 'en' | 'zh', extension: string | undefined }} Wish */

/** @returns {Wish | string} what is wanted, or what is wrong with it */
function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        firefox: { type: 'boolean', default: false },
        headless: { type: 'boolean', default: !hasDisplay() },
        lang: { type: 'string', default: 'en' },
        extension: { type: 'string' },
      },
    });
    const { lang } = values;
    if (lang !== 'en' && lang !== 'zh') return `--lang is en or zh, not ${lang}.`;
    return { ...values, lang, extension: values.extension };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Builds the extension and says where; undefined when it cannot be built. @param {'chrome' | 'firefox'} browser */
function build(browser) {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status } = spawnSync(process.execPath, [wxt, 'build', '-b', browser], {
    cwd: root,
    stdio: 'inherit',
  });
  return status === 0 ? join(root, '.output', `${browser}-mv3`) : undefined;
}

/** @param {Wish} wish @returns {Promise<number>} the exit code */
async function start(wish) {
  if (!prepare(wish.firefox ? 'startFirefox' : 'start')) return 1;
  const extension = wish.extension
    ? resolve(wish.extension)
    : build(wish.firefox ? 'firefox' : 'chrome');
  if (!extension) return 1;
  const demo = await serveDemo();
  const url = `${demo.url}?lang=${wish.lang}`;
  try {
    if (wish.firefox) return await inFirefox(wish, extension, url);
    return wish.headless
      ? await playInChromium(wish, extension, url)
      : await inChromium(wish, extension, url);
  } finally {
    await demo.close();
  }
}

/** @param {Wish} wish @param {string} extension @param {string} url */
async function inChromium({ lang }, extension, url) {
  const stop = untilStopped();
  const options = { extension, headless: false, lang: languageTag(lang), signals: false };
  const chromium = await launchChromium(options);
  const ended = new Promise((closed) => chromium.browser.once('disconnected', closed));
  const page = await firstPage(chromium.browser);
  await page.goto(url);
  await chromium.openPanel(page);
  announce(url);
  await Promise.race([ended, stop]);
  await chromium.close();
  return 0;
}

/** @param {Wish} wish @param {string} extension @param {string} url */
async function playInChromium({ lang }, extension, url) {
  console.log(`No window: playing a complaint, pictures in ${pictures}`);
  const album = createAlbum(pictures);
  const chromium = await launchChromium({ extension, lang: languageTag(lang) });
  try {
    const page = await firstPage(chromium.browser);
    await page.goto(`${url}&speed=fast`);
    const panel = await chromium.openPanel(page);
    const logged = await play({ page, panel, lang, album });
    console.log(
      logged
        ? 'The complaint is in the log.'
        : 'The play went through, but the complaint is not in the log.',
    );
    return logged ? 0 : 1;
  } finally {
    // Also after a failure: the pictures show how far it came.
    await chromium.close();
    const count = await album.save(
      lang === 'zh' ? '一次投诉的经过' : 'One complaint, step by step',
    );
    console.log(`${count} pictures: ${pathToFileURL(join(pictures, 'index.html')).href}`);
  }
}

/** @param {Wish} wish @param {string} extension @param {string} url */
async function inFirefox({ lang, headless }, extension, url) {
  const stop = untilStopped();
  const options = { extension, headless, lang: languageTag(lang), askForPermissions: !headless };
  const firefox = await launchFirefox(options);
  try {
    await firefox.open(headless ? `${url}&speed=fast` : url);
    await firefox.openPanel();
    await firefox.widenSidebar(360);
    if (headless) {
      await firefox.page.see('#log .customer:nth-of-type(4)');
      const picture = join(root, '.output', 'firefox.png');
      await firefox.screenshot(picture);
      console.log(`No window: ${picture} shows Firefox with the sidebar open.`);
    } else {
      announce(url);
      await Promise.race([firefox.closed, stop]);
    }
    return 0;
  } finally {
    await firefox.close();
  }
}

/** @param {import('puppeteer-core').Browser} browser */
async function firstPage(browser) {
  const [page] = await browser.pages();
  return page ?? browser.newPage();
}

/** @param {'en' | 'zh'} lang */
function languageTag(lang) {
  return lang === 'zh' ? 'zh-CN' : 'en';
}

function untilStopped() {
  return Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
}

/** @param {string} url */
function announce(url) {
  console.log(
    `The demo helpdesk is at ${url}, with the panel beside it. Close the browser or press Ctrl+C to end.`,
  );
}

const wish = readFlags();
if (typeof wish === 'string') {
  console.error(`${wish}\n\n${usage}`);
  process.exitCode = 2;
} else {
  process.exitCode = await start(wish);
}
