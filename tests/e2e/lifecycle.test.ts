// Opening, closing, moving, restarting: what stays, and what must not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { createHands } from '../demo/hands.mjs';
import { until } from '../support/until.mjs';
import { besideDemo, draftIn } from './beside-demo';
import type { Beside } from './beside-demo';

// What runs in the extension's own pages and worker finds its browser under this name.
declare const chrome: typeof browser;

const open: Beside[] = [];
const profiles: string[] = [];

async function begin(options?: Parameters<typeof besideDemo>[0]): Promise<Beside> {
  const beside = await besideDemo(options);
  open.push(beside);
  return beside;
}

afterEach(async () => {
  for (const beside of open.splice(0)) await beside.close();
  for (const profile of profiles.splice(0)) rmSync(profile, { recursive: true, force: true });
});

type Trace = { alive: boolean; listeners: number };

/** What of ours is in the page: looked up in the extension's own world there, which the page cannot see. */
async function traceIn(page: Page, address: string): Promise<Trace> {
  const session = await page.createCDPSession();
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (address.startsWith(context.origin)) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  const [contextId] = worlds;
  if (contextId === undefined) return { alive: false, listeners: 0 };
  const look = async (expression: string) =>
    (await session.send('Runtime.evaluate', { contextId, expression })).result;
  const { value } = await look("globalThis[Symbol.for('composure.page')] !== undefined");
  let listeners = 0;
  for (const place of ['document', 'window', 'document.body', "document.querySelector('#log')"]) {
    const { objectId = '' } = await look(place);
    const found = await session.send('DOMDebugger.getEventListeners', { objectId });
    listeners += found.listeners.length;
  }
  await session.detach();
  return { alive: value === true, listeners };
}

test('closing the panel leaves nothing in the page; opening it again starts anew', async () => {
  const { chromium, desk, panel } = await begin();
  const during = await traceIn(desk.page, chromium.address);
  expect(during.alive).toBe(true);
  await panel.page.close();
  const ended = async () => !(await traceIn(desk.page, chromium.address)).alive;
  await until('the page script to end', ended);
  // Listeners are listed by world: these are ours alone.
  expect(during.listeners).toBeGreaterThan(0);
  expect((await traceIn(desk.page, chromium.address)).listeners).toBe(0);
  const again = createHands(await chromium.openPanel(desk.page));
  await again.sees('Mara Ellison', '.header');
});

test('what was ticked, held and logged is there after the browser was closed', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'composure-profile-'));
  profiles.push(profile);
  const first = await besideDemo({ profile });
  const { port } = new URL(first.demo.url);
  await first.panel.page.locator('.sub-step').click();
  await first.panel.page.waitForSelector('.rail li.done');
  await first.panel.press('h');
  await first.panel.page.waitForSelector('.hold-form input:focus');
  await first.panel.fill('What you will check', 'the depot');
  await first.panel.press('Enter');
  await first.panel.sees('the depot', '.hold');
  await first.panel.page.waitForSelector('.hold-form', { hidden: true });
  await first.panel.press('l');
  await first.panel.press('Enter', 'Control');
  await first.panel.sees('Saved as no. 1.');
  await first.close();

  const { panel } = await begin({ profile, port: Number(port) });
  await panel.page.waitForSelector('.rail li.done');
  await panel.sees('the depot', '.hold');
  await panel.press('l');
  await panel.sees('no. 1', '.complaints');
});

test('a window of its own stays with its tab, whatever tab is in front', async () => {
  const { chromium, panel, desk, openTab } = await begin();
  await panel.page.locator('.menu button').click();
  await panel.click('Open in its own window');
  const target = await chromium.browser.waitForTarget((each) => each.url().includes('?tab='));
  const own = createHands(await target.asPage());
  await own.sees('Mara Ellison', '.header');
  await openTab('about:blank');
  await own.sees('Mara Ellison', '.header');
  await own.page.bringToFront();
  await own.page.waitForSelector('.phrase');
  await own.press('1');
  await until('the phrase in the reply box', async () => (await draftIn(desk.page)) !== '');
});

test('two panels beside one page write each message into the ledger once', async () => {
  const { chromium, panel, desk } = await begin();
  await panel.page.locator('.menu button').click();
  await panel.click('Open in its own window');
  const target = await chromium.browser.waitForTarget((each) => each.url().includes('?tab='));
  const own = createHands(await target.asPage());
  await own.sees('angry', '.feeling');
  await desk.reply('I am sorry that you waited for nothing three times.');
  await own.page.waitForSelector('.rail li.done [aria-label^="Apologise"]');
  const doubles = await panel.page.evaluate(async () => {
    const request = indexedDB.open('composure');
    await new Promise((resolve) => request.addEventListener('success', resolve));
    const all = request.result.transaction('events').objectStore('events').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    const keys = all.result.flatMap(({ event }) =>
      event.kind === 'said' ? [event.messageKey] : [],
    );
    return keys.length - new Set(keys).size;
  });
  expect(doubles).toBe(0);
});

test('a check-in that falls due with the panel closed is notified, once, also after the worker was killed', async () => {
  const { chromium, panel } = await begin();
  await panel.press('h');
  await panel.page.waitForSelector('.hold-form input:focus');
  await panel.fill('What you will check', 'the depot');
  await panel.press('Enter');
  await panel.sees('the depot', '.hold');
  // Due a minute ago, as if the machine had slept; the panel is closed before it can see it.
  await panel.page.evaluate(async () => {
    const request = indexedDB.open('composure');
    await new Promise((resolve) => request.addEventListener('success', resolve));
    const holds = request.result.transaction('holds', 'readwrite').objectStore('holds');
    const all = holds.getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    const put = holds.put({ ...all.result[0], dueAt: Date.now() - 60_000 });
    await new Promise((resolve) => put.addEventListener('success', resolve));
    request.result.close();
  });
  await panel.page.close();
  const worker = async () => {
    const target = await chromium.browser.waitForTarget((each) =>
      each.url().endsWith('background.js'),
    );
    const found = await target.worker();
    if (!found) throw new Error('The worker has no target.');
    return found;
  };
  const wake = async () =>
    (await worker()).evaluate(() => chrome.alarms.create('due', { when: Date.now() }));
  const shown = async () =>
    (await worker()).evaluate(async () => Object.keys(await chrome.notifications.getAll()));
  await wake();
  const [id = ''] = await until('the notification', async () => {
    const ids = await shown();
    return ids.length === 1 && ids;
  });
  await (await worker()).evaluate((shownId) => chrome.notifications.clear(shownId), id);
  await (await worker()).close();
  const desk = await chromium.browser.newPage();
  await desk.goto(`${chromium.address}options.html`);
  await desk.evaluate(() => chrome.alarms.create('due', { when: Date.now() }));
  // The alarm was dealt with when the worker has set none anew: nothing more is to come.
  await until('the alarm to be over', () =>
    desk.evaluate(async () => (await chrome.alarms.getAll()).length === 0),
  );
  expect(await desk.evaluate(async () => Object.keys(await chrome.notifications.getAll()))).toEqual(
    [],
  );
});

describe('the Desk', () => {
  test('changes the language everywhere at once, without a restart', async () => {
    const begun = await begin();
    const { chromium, panel } = begun;
    await panel.page.locator('.menu button').click();
    await panel.click('Open the Desk');
    const desk = createHands(await chromium.findExtensionPage('options.html'));
    await desk.page.locator('a[href="#settings"]').click();
    await desk.page.waitForSelector('select');
    await desk.page.select('select', 'zh-CN');
    await desk.sees('工作台');
    await panel.sees('倾听', '.rail');
    await begun.desk.page.bringToFront();
    await panel.sees('正在读取本页', '.header');
  });
});

test('an export that is stopped makes no file and leaves the log as it was', async () => {
  const { panel } = await begin();
  const rows = 20_000;
  await panel.page.evaluate(async (count) => {
    const request = indexedDB.open('composure');
    await new Promise((resolve) => request.addEventListener('success', resolve));
    const writing = request.result.transaction('complaints', 'readwrite', {
      durability: 'relaxed',
    });
    for (let number = 1; number <= count; number++) {
      const words = { who: 'A', what: 'B', feeling: '', request: '', channel: '' };
      const times = { receivedAt: 1, savedAt: 1, changedAt: 1 };
      const place = { state: 'recorded', revision: 0, reopened: 0, tags: [] };
      const row = { ...words, ...times, ...place, version: 2, id: `row-${number}`, number };
      writing.objectStore('complaints').add(row);
    }
    await new Promise((resolve) => writing.addEventListener('complete', resolve));
    request.result.close();
  }, rows);
  await panel.page.reload();
  await panel.page.waitForSelector('.phrase');
  await panel.press('l');
  await panel.page.waitForSelector('.complaints li');
  // Stop is pressed the moment it is there, while 40 pages of rows are still to come.
  await panel.page.evaluate(() => {
    const observer = new MutationObserver(() => {
      const stop = [...document.querySelectorAll('button')].find(
        (button) => button.textContent === 'Stop',
      );
      if (!stop) return;
      observer.disconnect();
      stop.click();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  await panel.click('Export CSV');
  await panel.sees('Export stopped; no file was made and the log is unchanged.');
  await panel.page.waitForSelector('.complaints li');
});
