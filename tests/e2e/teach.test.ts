// A page that the guess reads wrongly is taught in three clicks, read so from then on, and forgotten in the Desk.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { serveFolder } from '../support/static-server.mjs';
import { chromeBuild, draftIn, phrase } from './beside-demo';

const fixtures = `${import.meta.dirname}/../page/fixtures`;
let site: Awaited<ReturnType<typeof serveFolder>>;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let page: Page;
let panel: Hands;

beforeAll(async () => {
  site = await serveFolder(fixtures);
  chromium = await launchChromium({ extension: chromeBuild });
  [page = await chromium.browser.newPage()] = await chromium.browser.pages();
  await openPage();
});
afterAll(async () => {
  await chromium.close();
  await site.close();
});

async function openPage(): Promise<void> {
  await page.goto(`${site.url}chats/odd.html`);
  panel = createHands(await chromium.openPanel(page));
  await panel.page.waitForSelector('.phrase');
}

async function choose(item: string): Promise<void> {
  await panel.page.bringToFront();
  await panel.page.locator('.menu button').click();
  await panel.click(item);
}

async function point(asked: string, selector: string): Promise<void> {
  await panel.sees(asked, '.teach');
  await page.bringToFront();
  await page.waitForSelector('composure-outline');
  await page.click(selector);
}

async function insert(): Promise<string> {
  const wanted = await phrase(panel.page, 0);
  await panel.page.bringToFront();
  await panel.press('1');
  await panel.sees('In the reply box', '.notice');
  return wanted;
}

test('the chosen reply box takes the phrase that the guess would have put elsewhere', async () => {
  await choose('Choose the reply box');
  await point('Click the box', '#answer');
  await panel.sees('This box is used on this site', '.notice');
  const wanted = await insert();
  expect(await draftIn(page, '#answer')).toBe(wanted);
  expect(await draftIn(page, '#memo')).toBe('');
});

test('three clicks and a yes: the page is read, now and when it is opened again', async () => {
  await choose('Teach this page');
  await point('message from the customer', '#t1 .words');
  await point('message of your own', '#t2 .words');
  await point('Click the box', '#answer');
  await panel.sees('Messages read: 3, of them 2 from the customer.', '.teach');
  await panel.page.bringToFront();
  await panel.click('Yes, read it so');
  await panel.sees('So what now?', '.last');
  await panel.page.close();

  await openPage();
  await panel.sees('So what now?', '.last');
  await page.evaluate(() => {
    const row = document.querySelector('#t3')?.cloneNode(true);
    if (row) document.querySelector('.talk')?.append(row);
    const words = [...document.querySelectorAll('.words')].at(-1);
    if (words) words.textContent = 'Anybody there?';
  });
  await panel.sees('Anybody there?', '.last');
});

test('what was taught is listed in the Desk, and gone once it is forgotten', async () => {
  await choose('Open the Desk');
  const desk = createHands(await chromium.findExtensionPage('options.html'));
  await desk.page.locator('a[href="#sites"]').click();
  await desk.sees(new URL(site.url).origin, '.sites');
  await desk.click(`Forget ${new URL(site.url).origin}`);
  await desk.sees('Nothing yet.');
});
