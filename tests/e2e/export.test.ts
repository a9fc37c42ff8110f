// What leaves the log, in the built extension: one complaint into the page's own box, all of them as a workbook.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { downloaded } from '../support/downloaded.mjs';
import { openSpreadsheet } from '../support/spreadsheet';
import { until } from '../support/until.mjs';
import { besideDemo, draftIn } from './beside-demo';
import type { Beside } from './beside-demo';

let beside: Beside;
let desk: Hands;
const downloads = mkdtempSync(path.join(tmpdir(), 'composure-export-'));

beforeAll(async () => {
  beside = await besideDemo();
});
afterAll(async () => {
  await beside.close();
  rmSync(downloads, { recursive: true, force: true });
});

test('a complaint of the log is put into the page’s own box, and one undo takes it back', async () => {
  const { panel, desk: page } = beside;
  await panel.sees('I am really angry', '.last');
  await panel.page.bringToFront();
  await panel.press('l');
  await panel.page.waitForSelector('.complaint-form');
  await panel.fill('What', '=1+1 and a broken kettle');
  await panel.press('Enter', 'Control');
  await panel.sees('no. 1', '.complaints');
  await panel.page.locator('.complaints .share summary').click();
  await panel.page.locator('.complaints .share .actions .button:not(.main)').click();
  const told = await until('the complaint in the box', () => draftIn(page.page));
  expect(told).toMatch(/^Complaint no\. 1\n\nWho: \S+ \S●+\n/);
  expect(told).toContain('What: =1+1 and a broken kettle');
  expect(await page.page.$$eval('#log .agent', (all) => all.length)).toBe(0);
  await page.page.bringToFront();
  await page.page.focus('#reply');
  await page.press('z', 'Control');
  expect(await draftIn(page.page)).toBe('');
});

test('the log goes out as a workbook with the columns of a name, which are kept', async () => {
  const { browser, address } = beside.chromium;
  desk = createHands(await browser.newPage());
  await desk.page.goto(`${address}options.html#log`);
  await desk.page.bringToFront();
  await openExport();
  await desk.click('Choose columns');
  await desk.fill('Name, such as where the file goes', 'Partner');
  await desk.fill('Title of “What” in the file', '=Matter');
  await desk.click('Save');
  await desk.page.reload();
  await openExport();
  const session = await desk.page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  const [file, which] = await desk.page.$$('.log-export select');
  await file?.select('xlsx');
  await which?.select('Partner');
  await desk.click('Save the file');
  const workbook = await downloaded(downloads, '.xlsx');
  const rows: string[][] = [];
  for await (const cells of openSpreadsheet(workbook, downloads)) {
    expect(cells.every(({ formula }) => formula === undefined)).toBe(true);
    rows.push(cells.map(({ text }) => text));
  }
  expect(rows[0]).toContain('=Matter');
  expect(rows[1]?.[0]).toBe('1');
  expect(rows[1]).toContain('=1+1 and a broken kettle');
  expect(rows[1]?.join(' ')).toMatch(/ \S●+ /);
});

async function openExport(): Promise<void> {
  await desk.sees('Export', '.log-tools');
  await desk.page.locator('.log-tools .menu:last-child summary').click();
  await desk.page.waitForSelector('.log-export select');
}
