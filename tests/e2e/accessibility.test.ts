// What a screen reader has of the main screens, in both languages; and how little it is told while a customer writes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import { readTree } from '../support/accessibility-tree';
import { until } from '../support/until.mjs';
import { besideDemo, phrase } from './beside-demo';
import type { Beside } from './beside-demo';

// In the extension's own pages.
declare const chrome: typeof browser;

/** What stands in each once it is whole. */
const deskPages = {
  log: '.log-row:not(.log-head)',
  packs: '.pack + .pack',
  settings: '.settings .times',
  privacy: '.privacy section:last-child',
};

describe.each(['en', 'zh'] as const)('%s', (lang) => {
  let beside: Beside;
  let desk: Page;
  const isAsKept = async (page: Page, screen: string) =>
    expect(await readTree(page)).toMatchFileSnapshot(`trees/${screen}.${lang}.txt`);

  beforeAll(async () => {
    beside = await besideDemo({ lang });
    const { page } = beside.panel;
    const language = lang === 'zh' ? 'zh-CN' : 'en';
    await page.evaluate((tag) => chrome.storage.local.set({ language: tag }), language);
    await page.waitForFunction((tag) => document.documentElement.lang === tag, {}, language);
    await page.waitForSelector('.feeling');
    await page.bringToFront();
  });
  afterAll(() => beside.close());

  test('the guide', async () => {
    await beside.panel.page.waitForSelector('.proposed');
    await isAsKept(beside.panel.page, 'panel-guide');
  });

  test('a refusal', async () => {
    const { panel } = beside;
    await panel.press('r');
    await panel.page.waitForSelector('.refusal:focus');
    await isAsKept(panel.page, 'panel-refusal');
    await panel.press('Escape');
  });

  test('the form of a complaint', async () => {
    const { panel } = beside;
    await panel.page.waitForSelector('.phrase');
    await panel.press('l');
    await panel.page.waitForSelector('.complaint-form');
    await panel.page.waitForSelector('.share');
    await isAsKept(panel.page, 'panel-complaint');
    await panel.press('Enter', 'Control');
    await panel.page.waitForSelector('.complaints li');
  });

  test.each(Object.entries(deskPages))('the Desk: %s', async (name, whole) => {
    desk = await openDesk(name);
    await desk.waitForSelector(whole);
    await isAsKept(desk, `desk-${name}`);
    await desk.close();
  });

  test('a record in the Desk', async () => {
    desk = await openDesk('log/1');
    await desk.waitForSelector('.timeline li');
    await isAsKept(desk, 'desk-record');
    await desk.close();
  });

  async function openDesk(name: string): Promise<Page> {
    const page = await beside.openTab(`${beside.chromium.address}options.html#${name}`);
    await page.waitForNetworkIdle();
    return page;
  }
});

test('ten messages in a row change what is offered, and nothing of it is called out', async () => {
  const beside = await besideDemo();
  const { panel, desk } = beside;
  try {
    await panel.page.waitForSelector('.feeling');
    await panel.page.evaluate(hearLiveRegions);
    const before = await phrase(panel.page, 0);
    for (const words of lines) await desk.page.evaluate(write, words);
    await panel.sees(lines.at(-1) ?? '', '.last');
    await until('another phrase', async () => (await phrase(panel.page, 0)) !== before);
    expect(await heard(panel.page)).toEqual([]);
    // A region that speaks would be heard: what the agent does is said once.
    await panel.page.bringToFront();
    await panel.press('1');
    await panel.sees('In the reply box');
    expect(await heard(panel.page)).toHaveLength(1);
  } finally {
    await beside.close();
  }
});

const lines = [
  'I waited on Monday.',
  'I waited on Tuesday.',
  'This is a disgrace.',
  'I am worried now.',
  'The play is on Friday!',
  'What am I to tell my daughter?',
  'Nobody called.',
  'I am so disappointed.',
  'Hello?',
  'Thank you for looking into it, that is kind.',
];

/** In the page: one more row of the customer's, as the page itself puts it there. */
function write(words: string): void {
  const row = document.querySelector('#log .message.customer')?.cloneNode(true);
  if (!(row instanceof Element)) throw new Error('The customer has said nothing yet.');
  row.querySelector('.text')?.replaceChildren(words);
  document.querySelector('#log')?.append(row);
}

/** In the panel: keeps each new text of a region that a screen reader calls out. */
function hearLiveRegions(): void {
  const live = '[role="status"], [role="alert"], [aria-live]';
  const told = new Map([...document.querySelectorAll(live)].map((one) => [one, one.textContent]));
  const said: string[] = [];
  const hear = () => {
    for (const region of document.querySelectorAll(live)) {
      const { textContent: text } = region;
      if (told.get(region) === text) continue;
      told.set(region, text);
      if (text !== '') said.push(text);
    }
    document.body.dataset['said'] = JSON.stringify(said);
  };
  hear();
  new MutationObserver(hear).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

async function heard(page: Page): Promise<unknown[]> {
  const said: unknown = JSON.parse(
    await page.$eval('body', (body) => body.dataset['said'] ?? '[]'),
  );
  if (!Array.isArray(said)) throw new Error('Nothing listens to the live regions.');
  return said;
}
