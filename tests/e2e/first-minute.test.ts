// Somebody who has just installed it, on a chat page that nobody prepared: how much they do until a phrase is theirs to send.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { launchChromium } from '../support/chromium.mjs';
import { spendFirstMinute } from '../support/first-minute.mjs';
import { serveFolder } from '../support/static-server.mjs';
import { chromeBuild } from './beside-demo';

// In the extension's own pages.
declare const chrome: typeof browser;

let site: Awaited<ReturnType<typeof serveFolder>>;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
beforeEach(async () => {
  site = await serveFolder(new URL('pages', import.meta.url).pathname);
});
afterEach(async () => {
  await chromium.close();
  await site.close();
});

test.each([
  { name: 'chat.html', lang: 'en' },
  { name: 'chat-zh.html', lang: 'zh-CN' },
])('$name: two clicks, and nothing is asked for', async ({ name, lang }) => {
  chromium = await launchChromium({ extension: chromeBuild, lang, watch: true });
  const page = await chromium.browser.newPage();
  await page.goto(`${site.url}${name}`);
  const { panel, steps, offered, why, inserted } = await spendFirstMinute(chromium, page);
  expect(steps).toEqual(['click the icon', 'click the first phrase']);
  expect(inserted).toBe(offered);
  // The browser's own language may not be installed; the phrase is in the customer's all the same.
  expect(why).toMatch(/fits the feeling|贴合心情/);
  expect(/\p{Script=Han}/u.test(inserted)).toBe(lang === 'zh-CN');
  // What the click lent for this page was enough: no site is allowed, and nothing beyond what an installation tells.
  const { permissions = [], origins } = await panel.evaluate(() => chrome.permissions.getAll());
  const told = await panel.evaluate(() => chrome.runtime.getManifest().permissions);
  expect([...permissions].toSorted()).toEqual([...(told ?? [])].toSorted());
  expect(origins).toEqual([]);
  expect(chromium.requests.filter(({ url }) => !url.startsWith(site.url))).toEqual([]);
  expect(await page.$$('.agent')).toHaveLength(1);
});
