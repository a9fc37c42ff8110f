// The first minute of somebody who has just installed the extension: the icon, then the first phrase, with real clicks.

/**
 * Beside a chat page that nobody prepared. Each step is one thing a hand does.
 * @param {Awaited<ReturnType<typeof import('./chromium.mjs').launchChromium>>} chromium
 * @param {import('puppeteer-core').Page} page with a conversation and a `textarea` to reply in
 */
export async function spendFirstMinute(chromium, page) {
  const started = performance.now();
  /** @type {string[]} */
  const steps = [];
  await page.bringToFront();
  steps.push('click the icon');
  const panel = await chromium.openPanel(page);
  // A reader sees first whether the panel has understood who it is about.
  await panel.waitForSelector('.feeling');
  const offered = await panel.$eval('.phrase .phrase-text', (text) => text.textContent);
  const why = await panel.$eval('.phrase small:last-of-type', (text) => text.textContent);
  await panel.bringToFront();
  steps.push('click the first phrase');
  await panel.locator('.suggestions .phrase').click();
  await page.waitForFunction(() => document.querySelector('textarea')?.value !== '');
  const inserted = await page.$eval('textarea', (box) => box.value);
  return { panel, steps, offered, why, inserted, ms: performance.now() - started };
}
