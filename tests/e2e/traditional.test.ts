// An agent who writes to customers in Taiwan: phrases come in Traditional characters, and back, as soon as it is chosen.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { besideDemo, draftIn, phrase } from './beside-demo';
import type { Beside } from './beside-demo';

let beside: Beside;
let settings: Hands;

beforeAll(async () => {
  beside = await besideDemo({ lang: 'zh', watch: true });
  const page = await beside.chromium.browser.newPage();
  await page.goto(`${beside.chromium.address}options.html#settings`);
  settings = createHands(page);
});
afterAll(() => beside.close());

/** Chooses by the value, whatever language the Desk speaks. */
async function write(script: 'simplified' | 'tw' | 'hk'): Promise<void> {
  await settings.page.bringToFront();
  await settings.page.select('select:has(option[value="tw"])', script);
  await beside.desk.page.bringToFront();
}
const isTraditional = (text: string) => /[們這說讓麼請還為]/u.test(text);
const shown = () =>
  beside.panel.page.$$eval('.phrase .phrase-text', (all) =>
    all.map((one) => one.textContent).join('\n'),
  );

test('what is offered is converted as soon as it is chosen', async () => {
  const { panel } = beside;
  expect(isTraditional(await shown())).toBe(false);
  await write('tw');
  await panel.page.waitForFunction(() =>
    /[們這說讓麼請還為]/u.test(document.querySelector('.suggestions')?.textContent ?? ''),
  );
});

test('what is inserted is what was shown; the choice holds for the next opening, and can be taken back', async () => {
  const { panel, desk } = beside;
  await panel.page.bringToFront();
  const wanted = await phrase(panel.page, 0);
  await panel.press('1');
  await panel.page.waitForSelector('.notice');
  expect(await draftIn(desk.page)).toBe(wanted);
  await panel.page.reload();
  await desk.page.bringToFront();
  await panel.page.waitForSelector('.phrase');
  expect(isTraditional(await shown())).toBe(true);
  await write('simplified');
  await panel.page.waitForFunction(
    () => !/[們這說讓麼請還為]/u.test(document.querySelector('.suggestions')?.textContent ?? ''),
  );
});
