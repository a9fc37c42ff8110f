// What the tests of holds and promises do in the built extension: wake its worker, ask it, and let time pass.
import type { Page } from 'puppeteer-core';
import type { browser } from 'wxt/browser';
import type { Beside } from './beside-demo';

// What runs in the extension's own pages and worker finds its browser under this name.
declare const chrome: typeof browser;

export async function workerOf({ chromium }: Pick<Beside, 'chromium'>) {
  const target = await chromium.browser.waitForTarget((each) =>
    each.url().endsWith('background.js'),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('The worker has no target.');
  return worker;
}

/** A page of the extension that stays when the panel goes: what wakes and asks the worker. */
export async function openWatch({ chromium }: Pick<Beside, 'chromium'>): Promise<Page> {
  const page = await chromium.browser.newPage();
  await page.goto(`${chromium.address}options.html`);
  return page;
}

export const shownIn = (page: Page) =>
  page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
export const badgeIn = (page: Page) => page.evaluate(() => chrome.action.getBadgeText({}));
export const wake = (page: Page) =>
  page.evaluate(() => chrome.alarms.create('due', { when: Date.now() }));

/** Moves what is stored, as if the machine had slept so long. */
export function passTime(page: Page, table: 'holds' | 'promises', ms: number) {
  return page.evaluate(
    async (name, by) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error ?? new Error(name)));
        });
      const db = await done(indexedDB.open('composure'));
      const writing = db.transaction(name, 'readwrite', { durability: 'strict' });
      const onDisk = new Promise((resolve) => writing.addEventListener('complete', resolve));
      const rows = writing.objectStore(name);
      for (const row of await done(rows.getAll())) {
        const terms = (row.terms ?? []).map((term: { due: number }) => ({
          ...term,
          due: term.due - by,
        }));
        await done(rows.put({ ...row, ...(row.terms && { terms }), dueAt: row.dueAt - by }));
      }
      // A request that succeeded is not there yet after a kill; a transaction that is complete is.
      await onDisk;
      db.close();
    },
    table,
    ms,
  );
}

/** The agent sends a promise, and takes what the panel proposes. */
export async function promiseSomething({ desk, panel }: Beside) {
  await desk.reply("I'll call you back within 20 minutes.");
  await panel.sees('You have just promised something');
  await panel.press('p');
  await panel.sees('Not kept', '.card');
}
