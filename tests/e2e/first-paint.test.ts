// What the panel shows before its script: built into its page, in the language that is spoken, and kept by the script.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { launchChromium } from '../support/chromium.mjs';
import { chromeBuild } from './beside-demo';

let chromium: Awaited<ReturnType<typeof launchChromium>>;
beforeAll(async () => {
  chromium = await launchChromium({ extension: chromeBuild });
});
afterAll(() => chromium.close());

/** What is seen at this address before any script has run. */
async function paintedAt(address: string) {
  const page = await chromium.browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(chromium.address + address);
  const text = await page.$eval('body', (body) => body.innerText);
  await page.close();
  return text;
}

test('the panel is there before its script, in the language of its address', async () => {
  const english = await paintedAt('sidepanel.html');
  expect(english).toContain('Listen');
  expect(english).not.toContain('倾听');
  expect(await paintedAt('sidepanel.html#en')).toBe(english);
  const chinese = await paintedAt('sidepanel.html#zh-CN');
  expect(chinese).toContain('倾听');
  expect(chinese).not.toContain('Listen');
});

test('the script keeps what was painted', async () => {
  const page = await chromium.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const painted = new Set(document.querySelectorAll('#en .rail button'));
      Object.assign(globalThis, { isPainted: (each: Element) => painted.has(each) });
    });
  });
  await page.goto(`${chromium.address}sidepanel.html`);
  await page.waitForSelector('.phrase');
  const kept = await page.$$eval('.rail button', (buttons) => {
    const { isPainted } = globalThis as unknown as { isPainted: (each: Element) => boolean }; // See above.
    return buttons.map(isPainted);
  });
  expect(kept).toEqual([true, true, true, true, true]);
  await page.close();
});

test('a chosen language is painted from the next opening on; an open panel is not disturbed', async () => {
  const page = await chromium.browser.newPage();
  await page.goto('data:text/html,<p>Hello</p>');
  const panel = await chromium.openPanel(page);
  await panel.waitForSelector('.phrase');
  await panel.evaluate(() => Object.assign(globalThis, { undisturbed: true }));
  await panel.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: typeof browser }; // The extension's own page.
    return chrome.storage.local.set({ language: 'zh-CN' });
  });
  await panel.waitForFunction(() => location.hash === '#zh-CN');
  await panel.waitForFunction(() => document.body.innerText.includes('倾听'));
  expect(await panel.evaluate(() => 'undisturbed' in globalThis)).toBe(true);
  expect(await panel.$$('.panel')).toHaveLength(1);
});
