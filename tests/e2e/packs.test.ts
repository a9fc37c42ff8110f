// A lead hands out a pack from a static host; an agent takes it, gets a bad update, a good one, and goes back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { packFile } from '../packs/small-pack';
import { launchChromium } from '../support/chromium.mjs';
import { startNginx } from '../support/nginx.mjs';
import { openScreen } from '../support/screen.mjs';
import { until } from '../support/until.mjs';
import { chromeBuild } from './beside-demo';
import { answerPrompt } from './browser-prompt';

// In the extension's own pages.
declare const chrome: typeof browser;

const north = (version: string, text: string) =>
  packFile({
    version,
    phrases: [{ id: 'north.hear', text, places: ['greet', 'listen.acknowledge'] }],
    tests: { drafts: [{ text, flagged: [] }] },
  });
const first = 'North is listening, {customer}. Please tell me all of it.';
const second = 'North here, {customer}: I am listening, take your time.';

let screen: Awaited<ReturnType<typeof openScreen>>;
let demo: Awaited<ReturnType<typeof serveDemo>>;
let nginx: Awaited<ReturnType<typeof startNginx>>;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let chat: Page;
let panel: Hands;
let desk: Hands;

beforeAll(async () => {
  screen = await openScreen();
  [demo, nginx, chromium] = await Promise.all([
    serveDemo(),
    startNginx(),
    launchChromium({
      extension: chromeBuild,
      headless: false,
      display: screen.display,
      watch: true,
    }),
  ]);
  nginx.put('north.json', north('1.0.0', first));
});
afterAll(async () => {
  await chromium.close();
  await nginx.close();
  await demo.close();
  await screen.close();
});

test('nothing is fetched before somebody asks for it', async () => {
  chat = await chromium.browser.newPage();
  await chat.goto(`${demo.url}?lang=en&speed=fast`);
  await chat.waitForSelector('#log .customer');
  panel = createHands(await chromium.openPanel(chat));
  await panel.page.waitForSelector('.phrase');
  const page = await chromium.browser.newPage();
  await page.goto(`${chromium.address}options.html#packs`);
  await page.bringToFront();
  desk = createHands(page);
  await desk.sees('Composure, English', '.packs');
  expect(nginx.asked()).toEqual([]);
});

test('the agent sees what the pack holds, takes it, and is offered its phrase once it is on', async () => {
  await desk.fill('Or the address where your team hands it out', `${nginx.url}north.json`);
  await desk.click('Allow this address and look');
  await answerPrompt(screen, [desk.page], 'Tab', 'Return');
  await desk.sees('North, version 1.0.0', '.review');
  await desk.sees(first, '.difference');
  await desk.click('Take it');
  await desk.sees(`From ${nginx.url}north.json`, '.pack');
  expect(await phrases()).not.toContain('North is listening');
  await desk.page.locator('input[type="checkbox"]').click();
  await suggests('North is listening, Mara Ellison.');
  const alarm = () => desk.page.evaluate(() => chrome.alarms.get('packs'));
  await until('the look every three hours', async () => (await alarm())?.periodInMinutes === 180);
});

test('a bad update is refused, and what is there stays', async () => {
  nginx.put('north.json', '<!doctype html><title>Sign in</title>');
  await desk.click('Look now');
  await desk.sees('This is a web page, not a pack.', '.faults');
  await desk.sees('What is there now cannot be used as a pack', '.pack .due');
  await desk.click('Dismiss');
  nginx.put('north.json', north('0.9.0', second));
  await desk.click('Look now');
  await desk.sees('An older version is there now (0.9.0).', '.review');
  await desk.click('Dismiss');
  nginx.put('north.json', north('1.0.1', 'You must wait.'));
  await desk.click('Look now');
  await desk.sees('This test fails: “You must wait.” must not be flagged', '.faults');
  await desk.click('Dismiss');
  expect(await phrases()).toContain('North is listening');
});

test('the background finds the next version by itself; its phrase is offered when it is taken', async () => {
  nginx.put('north.json', north('1.1.0', second));
  await desk.page.evaluate(letADayPass);
  await desk.sees('Version 1.1.0 is there.', '.pack');
  await panel.sees('“North” has a new version, 1.1.0', '.notice');
  expect(await phrases()).toContain('North is listening');
  await desk.click('See what changes');
  await desk.sees('0 added · 2 changed · 0 removed', '.review');
  await desk.click('Take it');
  await suggests('North here, Mara Ellison: I am listening');
  await desk.click('Look now');
  await desk.sees('nothing new', '.review');
  await until('its log', () => nginx.asked().at(-1) === 'GET /north.json 304');
});

test('the version before can be gone back to, and is there without the server', async () => {
  await nginx.close();
  await desk.click('Look now');
  await desk.sees('The server did not answer.', '.review');
  await desk.click('Dismiss');
  await desk.click('Earlier versions');
  await desk.click('Go back to 1.0.0');
  await desk.sees('North, version 1.0.0 instead of 1.1.0', '.review');
  await desk.click('Take it');
  await suggests('North is listening, Mara Ellison.');
});

test('the browser has asked nobody but the demo and the team’s own server', () => {
  const hosts = new Set(chromium.requests.map(({ url }) => new URL(url).host));
  expect([...hosts].toSorted()).toEqual(
    [demo.url, nginx.url].map((url) => new URL(url).host).toSorted(),
  );
});

/** In the conversation this phrase is offered, for the customer that it is with. */
async function suggests(text: string): Promise<void> {
  await chat.bringToFront();
  await panel.sees(text, '.phrase');
  await desk.page.bringToFront();
}

function phrases(): Promise<string> {
  return panel.page.$$eval('.phrase', (all) => all.map((one) => one.textContent).join('\n'));
}

/** The last look was yesterday, and the background wakes up. Runs in the Desk. */
async function letADayPass(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(request.error?.message)));
    });
  const db = await done(indexedDB.open('composure'));
  const packs = () => db.transaction('packs', 'readwrite').objectStore('packs');
  const row = await done(packs().get('team.north'));
  const lookedAt = row.source.lookedAt - 25 * 3_600_000;
  await done(packs().put({ ...row, source: { ...row.source, lookedAt } }));
  db.close();
  await chrome.alarms.create('packs', { when: Date.now() });
}
