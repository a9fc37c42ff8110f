// A complaint from the conversation to the Desk, on paper, into a backup, into another browser, and out of the log.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { launchChromium } from '../support/chromium.mjs';
import { downloaded } from '../support/downloaded.mjs';
import { besideDemo, chromeBuild } from './beside-demo';
import type { Beside } from './beside-demo';

let beside: Beside;
let desk: Hands;
const downloads = mkdtempSync(path.join(tmpdir(), 'composure-backup-'));

beforeAll(async () => {
  beside = await besideDemo();
});
afterAll(async () => {
  await beside.close();
  rmSync(downloads, { recursive: true, force: true });
});

async function openDesk(
  { browser, address }: Pick<Beside['chromium'], 'browser' | 'address'>,
  hash: string,
): Promise<Hands> {
  const page = await browser.newPage();
  await page.goto(`${address}options.html${hash}`);
  await page.bringToFront();
  return createHands(page);
}

test('one key in the panel, and the record is in the Desk with what the conversation told', async () => {
  const { panel, chromium } = beside;
  await panel.sees('I am really angry', '.last');
  await panel.page.bringToFront();
  await panel.press('l');
  await panel.page.waitForSelector('.complaint-form');
  await panel.press('Enter', 'Control');
  await panel.sees('no. 1', '.complaints');
  desk = await openDesk(chromium, '#log');
  await desk.page.locator('.log-rows a').click();
  await desk.sees('Complaint no. 1', '.record');
  expect(new URL(desk.page.url()).hash).toBe('#log/1');
  expect(await desk.page.$eval('#record-who', (box) => (box as HTMLInputElement).value)).toMatch(
    /^Mara E●/,
  ); // It is an input.
});

test('it goes on by keys once what is needed is there; a change is taken back', async () => {
  await desk.page.locator('#record-decision').fill('founded');
  await desk.sees('Changed: Upheld?', '.notice');
  await desk.press('g');
  await desk.sees('Decided', '.stages [aria-current]');
  await desk.press('z');
  await desk.sees('Recorded', '.stages [aria-current]');
  await desk.press('g');
  await desk.sees('Decided', '.stages [aria-current]');
  await desk.sees('Stage: Recorded → Decided', '.timeline');
});

test('it is restored in another browser from a sealed backup, and only with its passphrase', async () => {
  const session = await desk.page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  await desk.page.evaluate(() => (location.hash = '#privacy'));
  await desk.page.waitForSelector('.privacy');
  await desk.page.locator('.part input[type="password"]').fill('six plain words');
  await desk.click('Make a backup');
  await desk.sees('The backup is with your downloads', '.privacy');
  const file = await downloaded(downloads, '.backup');
  const chromium = await launchChromium({ extension: chromeBuild });
  try {
    const other = await openDesk(chromium, '#privacy');
    await other.page.waitForSelector('.privacy');
    const input = await other.page.$('input[type="file"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file); // It is an input.
    await other.click('Restore');
    await other.sees('This backup is encrypted', '.privacy');
    await other.page.locator('form.part input[type="password"]').fill('six plain words');
    await other.click('Restore');
    await other.sees('Restored from the backup of', '.privacy');
    await other.page.evaluate(() => (location.hash = '#log/1'));
    await other.sees('Decided', '.stages [aria-current]');
    await other.sees('Stage: Recorded → Decided', '.timeline');
  } finally {
    await chromium.close();
  }
});

test('erased, the customer is nowhere in the browser any more', async () => {
  const everything = () =>
    desk.page.evaluate(async () => {
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) =>
          request.addEventListener('success', () => resolve(request.result)),
        );
      const db = await asked(indexedDB.open('composure'));
      const stores = [...db.objectStoreNames];
      const rows = await Promise.all(
        stores.map((store) => asked(db.transaction(store).objectStore(store).getAll())),
      );
      db.close();
      return JSON.stringify(rows);
    });
  expect(await everything()).toContain('Mara Ellison');
  // The panel beside the conversation would write her down again.
  await beside.panel.page.close();
  await desk.page.locator('.find input').fill('ellison');
  await desk.click('Find');
  await desk.page.locator('.privacy li input[type="checkbox"]').click();
  await desk.click('Show what would go');
  await desk.click('Erase for good');
  await desk.sees('Receipt', '.privacy');
  expect(await everything()).not.toMatch(/mara|ellison/i);
});
