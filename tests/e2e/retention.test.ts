// What is past its time goes by itself in the background of a real browser, a day after that was switched on in the Desk.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import type { Page } from 'puppeteer-core';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { launchChromium } from '../support/chromium.mjs';
import { until } from '../support/until.mjs';
import { chromeBuild } from './beside-demo';

const day = 24 * 3_600_000;
let chromium: Awaited<ReturnType<typeof launchChromium>>;
let desk: Hands;

beforeAll(async () => {
  chromium = await launchChromium({ extension: chromeBuild });
  const page = await chromium.browser.newPage();
  await page.goto(`${chromium.address}options.html#privacy`);
  desk = createHands(page);
  await page.waitForSelector('.privacy');
});
afterAll(() => chromium.close());

/** Changes a table past all code of the product, and gives what lies in it then. */
function rows(page: Page, table: string, put: readonly object[] = []): Promise<{ at: number }[]> {
  return page.evaluate(
    async (name, fresh) => {
      const request = indexedDB.open('composure');
      await new Promise((resolve) => request.addEventListener('success', resolve));
      const store = request.result.transaction(name, 'readwrite').objectStore(name);
      for (const row of fresh) store.put(row);
      const all = store.getAll();
      await new Promise((resolve) => all.addEventListener('success', resolve));
      request.result.close();
      return all.result as { at: number }[]; // Of receipts; of others only how many there are.
    },
    table,
    put,
  );
}

function complaint(number: number, age: number) {
  const [receivedAt, at] = [Date.now() - age * day, Date.now()];
  const form = { who: 'Dana Reyes', what: 'It never came.', feeling: '', request: '' };
  return newComplaint(form, { channel: '', receivedAt }, { id: `c${number}`, number, at });
}

test('a rule that is switched on holds for a day; then the background lets go what is past it', async () => {
  const { page } = desk;
  await rows(page, 'complaints', [complaint(1, 90), complaint(2, 10)]);
  await page.select('.privacy [aria-label="How long it is kept"] select', 'on');
  await desk.fill('Days since it was closed, or received', '60', 'spinbutton');
  await desk.press('Tab');
  await desk.click('Recorded', 'checkbox');
  await desk.click('Once a day, by itself', 'checkbox');
  const armed = await until('the rule to hold', async () =>
    (await rows(page, 'clearings')).find((row) => 'rule' in row && 'daily' in Object(row.rule)),
  );
  expect(await rows(page, 'complaints')).toHaveLength(2);
  // As if a day had gone by, and the hourly alarm came.
  await rows(page, 'clearings', [{ ...armed, at: armed.at - day }]);
  await page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: typeof extensionApi }; // The Desk's own.
    return chrome.alarms.create('retention', { when: Date.now() });
  });
  await desk.sees('complaints 1, conversations 0, by itself', '.privacy');
  expect(await rows(page, 'complaints')).toMatchObject([{ id: 'c2' }]);
});
