// Three conversations in three tabs of Chromium: who else waits, the way there, and nothing of one in another.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { until } from '../support/until.mjs';
import { besideDemo, draftIn, phrase } from './beside-demo';
import type { Beside } from './beside-demo';

let beside: Beside;
let tabs: Beside['desk']['page'][];

beforeAll(async () => {
  beside = await besideDemo();
  const { chromium, desk, openTab, panel } = beside;
  // A greeting asks for it otherwise.
  await panel.page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: typeof browser }; // The extension's own page.
    return chrome.storage.local.set({ agentName: 'Noor' });
  });
  tabs = [desk.page];
  for (const place of ['c-2074', 'c-2066']) {
    const tab = await openTab(`?lang=en&speed=fast#${place}`);
    await tab.waitForSelector('#log .customer');
    // A click on the icon lends this tab, too.
    await chromium.openPanel(tab);
    await panel.sees('Reading this page', '.header');
    tabs.push(tab);
  }
});
afterAll(() => beside.close());

const names = () =>
  beside.panel.page.$$eval('.other-name', (all) => all.map((one) => one.textContent));
const byName = (a = '', b = '') => a.localeCompare(b);
const customerIn = async (tab: number) =>
  (await tabs[tab]?.$eval('#customer', (one) => one.textContent)) ?? '';

test('the panel follows the tab in front, and a strip shows who waits in the others', async () => {
  const { panel } = beside;
  const customers = await Promise.all([0, 1, 2].map((at) => customerIn(at)));
  for (const at of [2, 0, 1]) {
    await tabs[at]?.bringToFront();
    await panel.sees(customers[at] ?? '', '.header');
    const others = customers.filter((name) => name !== customers[at]);
    await until(
      'the others',
      async () => (await names()).toSorted(byName).join() === others.toSorted(byName).join(),
    );
  }
  await panel.sees('waiting', '.others');
});

test('state never mixes: what is inserted, ticked and written belongs to its conversation alone', async () => {
  const { panel, desk } = beside;
  const drafts: string[] = [];
  for (const [at, tab] of tabs.entries()) {
    await tab.bringToFront();
    await panel.sees(await customerIn(at), '.header');
    await until('a phrase', () => phrase(panel.page, 0));
    await panel.page.keyboard.press('1');
    drafts.push(await until('it in the reply box', () => draftIn(tab)));
  }
  expect(await Promise.all(tabs.map((tab) => draftIn(tab)))).toEqual(drafts);

  const second = tabs[1];
  await desk.page.bringToFront();
  await desk.send();
  await panel.page.waitForSelector('.rail li.done [aria-label^="Listen"]');
  await second?.bringToFront();
  await panel.sees(await customerIn(1), '.header');
  await until('nothing done here', async () => (await panel.page.$('.rail li.done')) === null);
});

test('a key goes to the one who waits longest, a click to any; answered, nobody waits there', async () => {
  const { panel } = beside;
  await tabs[1]?.bringToFront();
  await panel.sees(await customerIn(1), '.header');
  const [longest = ''] = await names();
  await panel.page.bringToFront();
  await panel.press('g');
  await panel.sees(longest, '.header');
  const visible = async (tab: number) =>
    tabs[tab]?.evaluate(() => document.visibilityState === 'visible');
  await until('that tab in front', async () => {
    const shown = await Promise.all([0, 1, 2].map(visible));
    const at = shown.indexOf(true);
    return (await customerIn(at)) === longest;
  });
});

test('a tab that is closed leaves the strip; with one conversation alone there is none', async () => {
  const { panel } = beside;
  await tabs[0]?.bringToFront();
  await panel.sees(await customerIn(0), '.header');
  await tabs[2]?.close();
  await until('one other', async () => (await names()).length === 1);
  await tabs[1]?.close();
  await panel.page.waitForSelector('.others', { hidden: true });
});

test('another conversation of the same page is one key away, and only the page’s own place changes', async () => {
  const { panel, desk } = beside;
  await desk.show('c-2066');
  await panel.sees('Ines Duarte', '.header');
  await desk.show('c-2074');
  await panel.sees('Tom Becker', '.header');
  await until('the one before', async () => (await names())[0] === 'Ines Duarte');
  await desk.page.evaluate(() => document.body.setAttribute('data-same', ''));
  await panel.page.bringToFront();
  await panel.press('g');
  await panel.sees('Ines Duarte', '.header');
  expect(await desk.page.$('body[data-same]')).not.toBeNull();
});
