// Lasting access to one site, with Chromium's own prompt on a real screen; and the key that opens the panel.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { openScreen } from '../support/screen.mjs';
import { until } from '../support/until.mjs';
import { chromeBuild, draftIn, phrase } from './beside-demo';
import { answerPrompt, hasFocus } from './browser-prompt';

const notAllowed = 'Composure cannot see this page yet. Click its icon';

// In the extension's pages and worker, where some of this runs.
declare const chrome: typeof browser;

const commandSchema = z.looseObject({
  commands: z.record(
    z.string(),
    z.looseObject({ suggested_key: z.object({ default: z.string() }) }),
  ),
});

let screen: Awaited<ReturnType<typeof openScreen>>;
let demo: Awaited<ReturnType<typeof serveDemo>>;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let address: string;
let page: Page;

beforeAll(async () => {
  screen = await openScreen();
  demo = await serveDemo();
  address = `${demo.url}?lang=en&speed=fast`;
});
afterAll(async () => {
  await demo.close();
  await screen.close();
});
beforeEach(async () => {
  chromium = await launchChromium({
    extension: chromeBuild,
    headless: false,
    display: screen.display,
  });
  page = await openTab(address);
});
afterEach(() => chromium.close());

test('the browser asks; a refusal changes nothing, consent lasts until it is given back', async () => {
  const panel = createHands(await chromium.openPanel(page));
  await panel.sees('I am really angry', '.last');
  await choose(panel, 'Always on this site');
  await answerPrompt(screen, [panel.page, page], 'Return'); // "Deny" has the focus.
  expect(await allowedSites(panel)).toEqual([]);
  await panel.sees('I am really angry', '.last');
  expect(await itemsOf(panel)).toContain('Always on this site');

  await choose(panel, 'Always on this site');
  await answerPrompt(screen, [panel.page, page], 'Tab', 'Return');
  await until('the consent', async () => (await allowedSites(panel)).length > 0);
  expect(await allowedSites(panel)).toEqual(['http://127.0.0.1/*']);
  await until('the way back in the menu', async () =>
    (await itemsOf(panel)).includes('Stop using this site'),
  );

  // Another site ends what the click on the icon lent; the consent outlives it.
  await page.goto(address.replace('127.0.0.1', 'localhost'));
  await panel.sees(notAllowed, '.access');
  await page.goto(`${demo.url}index.html?lang=en&speed=fast`);
  await panel.sees('I am really angry', '.last');
  await page.reload();
  await panel.sees('I am really angry', '.last');
  const other = await openTab(`${address}#c-2074`);
  await panel.sees('Tom Becker', '.header');
  await panel.sees('Reading this page', '.header');

  await choose(panel, 'Stop using this site');
  await until('the consent to be gone', async () => (await allowedSites(panel)).length === 0);
  await other.close();
  await openTab(address);
  await panel.sees(notAllowed, '.access');
});

test('the keys that the panel names open it, insert and start a hold while the page has the focus', async () => {
  const manifest = readFileSync(path.join(chromeBuild, 'manifest.json'), 'utf8');
  const { commands } = commandSchema.parse(JSON.parse(manifest));
  const suggested = Object.values(commands).map((one) => one.suggested_key.default);
  const [open = '', insert = '', hold = ''] = suggested.map((keys) => keys.toLowerCase());
  const worker = await chromium.browser.waitForTarget((one) => one.url().endsWith('background.js'));
  // Chromium says nothing where it keeps the suggested keys for itself: then there are none.
  const assigned = await (await worker.worker())?.evaluate(() => chrome.commands.getAll());
  expect(assigned?.map(({ shortcut }) => shortcut)).toEqual(suggested);
  screen.press(open);
  const panel = createHands(await chromium.findExtensionPage('sidepanel.html'));
  await panel.sees('I am really angry', '.last');

  await panel.page.waitForSelector('.phrase');
  await page.bringToFront();
  await page.locator('#reply').click();
  const wanted = await phrase(panel.page, 0);
  screen.press(insert);
  await until('the first phrase', async () => (await draftIn(page)) === wanted);
  screen.press(hold);
  await panel.page.waitForSelector('.hold-form');
  expect(await page.$$('#log .agent')).toHaveLength(0);

  await panel.press('Escape');
  await panel.press('?');
  await panel.sees(suggested[1] ?? '', '.keys');
  await panel.sees(suggested[2] ?? '', '.keys');
});

async function openTab(url: string): Promise<Page> {
  const tab = await chromium.browser.newPage();
  await tab.goto(url);
  await tab.bringToFront();
  await tab.waitForSelector('#log .customer');
  return tab;
}

async function choose({ page: view, click }: Hands, item: string): Promise<void> {
  await view.bringToFront();
  await until('the panel to have the focus', () => hasFocus(view));
  await view.locator('::-p-aria([name="More"])').click();
  await click(item);
}

async function itemsOf({ page: view }: Hands): Promise<string[]> {
  await view.click('.menu > button');
  await view.waitForSelector('.menu-items');
  const items = await view.$$eval('.menu-items button', (all) => all.map((one) => one.textContent));
  await view.keyboard.press('Escape');
  return items;
}

function allowedSites({ page: view }: Hands): Promise<string[]> {
  return view.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
}
