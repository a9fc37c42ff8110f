// Everything is erased from a real profile, with the panel open beside it: what is left is as after an installation.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { createHands } from '../demo/hands.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { readProfile } from '../support/kept-profile.mjs';
import { until } from '../support/until.mjs';
import { besideDemo, chromeBuild } from './beside-demo';

// In the extension's own pages.
declare const chrome: typeof browser;

test('nothing of the log, the settings or the packs is left, and the extension begins anew', async () => {
  const profile = mkdtempSync(path.join(tmpdir(), 'composure-erase-'));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  const beside = await besideDemo({ profile });
  onTestFinished(() => beside.close());
  const { panel, chromium } = beside;
  await panel.page.waitForSelector('.feeling');
  await panel.press('l');
  await panel.page.waitForSelector('.complaint-form');
  await panel.press('Enter', 'Control');
  await panel.page.waitForSelector('.complaints li');
  await panel.page.evaluate(() => chrome.storage.local.set({ settings: { agentName: 'Sam' } }));
  const desk = createHands(await beside.openTab(`${chromium.address}options.html#privacy`));
  const before = await desk.page.evaluate(readProfile);
  expect(before.tables['complaints']?.rows).toHaveLength(1);

  await desk.click('Erase everything …');
  await desk.sees('the extension then starts as new');
  await desk.click('Erase all of it for good');
  await until('its pages to close', () => desk.page.isClosed() && panel.page.isClosed());

  // In this run of the browser a driver may not lead a tab to an extension that has begun anew.
  await chromium.close();
  const next = await launchChromium({ extension: chromeBuild, profile });
  onTestFinished(() => next.close());
  const page = await next.browser.newPage();
  await page.goto(`${next.address}options.html#log`);
  await createHands(page).sees('Nothing is logged yet');
  const { tables, storage } = await page.evaluate(readProfile);
  const left = Object.entries(tables).filter(([, { rows }]) => rows.length > 0);
  expect(left.map(([name]) => name)).toEqual([]);
  expect(storage).not.toHaveProperty('settings');
  expect(await page.evaluate(() => chrome.alarms.getAll())).toEqual([]);
});
