// Chromium with the built extension beside the demo helpdesk, as an agent has it in the morning.
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { createDesk, createHands } from '../demo/hands.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { launchChromium } from '../support/chromium.mjs';

export const chromeBuild = path.join(import.meta.dirname, '../../.output/chrome-mv3');
export const firefoxBuild = path.join(import.meta.dirname, '../../.output/firefox-mv3');

type Options = {
  /** Its built folder, if not the build itself. */
  extension?: string;
  profile?: string;
  lang?: string;
  watch?: boolean;
  port?: number;
};

export async function besideDemo({ lang = 'en', port = 0, ...options }: Options = {}) {
  const demo = await serveDemo({ port });
  const chromium = await launchChromium({ extension: chromeBuild, lang, ...options });
  const page = await firstPage(chromium.browser);
  await page.goto(`${demo.url}?lang=${lang}&speed=fast`);
  await page.waitForSelector('#log .customer');
  const view = await chromium.openPanel(page);
  // Phrases are there last: by then the panel hears its keys.
  await view.waitForSelector('.phrase');
  return {
    demo,
    chromium,
    desk: createDesk(page, { interface: { send: lang === 'en' ? 'Send' : '发送' } }),
    panel: createHands(view),
    /** Another tab in front, on an address of the demo's server or any other. */
    async openTab(url: string) {
      const tab = await chromium.browser.newPage();
      await tab.goto(new URL(url, demo.url).href);
      await tab.bringToFront();
      return tab;
    },
    async close() {
      await chromium.close();
      await demo.close();
    },
  };
}

export type Beside = Awaited<ReturnType<typeof besideDemo>>;

/** What stands in the reply box. */
export function draftIn(page: Page, selector = '#reply'): Promise<string> {
  return page.$eval(selector, (box) => (box as HTMLTextAreaElement).value); // The demo's box is one.
}

/** The text of the phrase that wears a key. */
export function phrase(view: Page, index: number): Promise<string> {
  return view.$$eval('.phrase .phrase-text', (all, at) => all[at]?.textContent ?? '', index);
}

async function firstPage(browser: Beside['chromium']['browser']): Promise<Page> {
  const [page] = await browser.pages();
  return page ?? browser.newPage();
}
