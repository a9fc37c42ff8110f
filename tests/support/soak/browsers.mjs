// A real browser with the built extension beside the demo, to work in and to be killed.
import path from 'node:path';
import { launchChromium } from '../chromium.mjs';
import { launchFirefox } from '../firefox.mjs';
import { readLog } from './read-log.mjs';
import { work } from './work.mjs';

const output = path.join(import.meta.dirname, '..', '..', '..', '.output');

/**
 * @typedef {{
 *   read: () => Promise<import('./read-log.mjs').Kept>,
 *   begin: (options: Parameters<typeof work>[0]) => Promise<void>,
 *   kill: () => Promise<void>,
 * }} Beside `kill`: at once, with all its processes
 * @typedef {(profile: string, demo: string) => Promise<Beside>} Open
 */

/** Chromium, and its panel beside the demo. @param {string} profile @param {string} demo */
export async function openBeside(profile, demo) {
  const chromium = await launchChromium({
    extension: path.join(output, 'chrome-mv3'),
    profile,
    // Kills come from here alone.
    signals: false,
  });
  const [page = await chromium.browser.newPage()] = await chromium.browser.pages();
  await page.goto(demo);
  await page.waitForSelector('#log .customer');
  const panel = await chromium.openPanel(page);
  await panel.waitForSelector('.phrase');
  return { chromium, panel };
}

/** @type {Open} */
export async function openChromium(profile, demo) {
  const { chromium, panel } = await openBeside(profile, demo);
  return {
    read: () => panel.evaluate(readLog),
    async begin(options) {
      // It never ends: the browser does.
      void panel.evaluate(work, options).catch(() => undefined);
    },
    async kill() {
      const running = chromium.browser.process();
      if (!running?.pid) throw new Error('Chromium has no process.');
      const ended = new Promise((resolve) => running.once('exit', resolve));
      // Its own group: the children that write to the disk die with it.
      process.kill(-running.pid, 'SIGKILL');
      await ended;
      await chromium.browser.disconnect();
    },
  };
}

/** @type {Open} */
export async function openFirefox(profile, demo) {
  const firefox = await launchFirefox({ extension: path.join(output, 'firefox-mv3'), profile });
  await firefox.open(demo);
  await firefox.page.see('#log .customer');
  await firefox.openPanel();
  await firefox.sidebar.see('.phrase');
  return {
    read: () => firefox.sidebar.evaluate(readLog),
    async begin(options) {
      await firefox.sidebar.evaluate(startWork(), options);
    },
    kill: firefox.kill,
  };
}

/** The remote control waits for what it runs: this only starts it. */
function startWork() {
  return Object.assign(() => undefined, {
    toString: () => `(options) => { void (${work.toString()})(options); }`,
  });
}
