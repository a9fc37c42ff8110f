// From the click on the icon to a fitting phrase in the reply box, with real clicks, in a browser that was just installed to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchChromium } from '../support/chromium.mjs';
import { spendFirstMinute } from '../support/first-minute.mjs';
import { serveFolder } from '../support/static-server.mjs';

const extension = path.join(import.meta.dirname, '..', '..', '.output', 'chrome-mv3');
const pages = path.join(import.meta.dirname, '..', 'e2e', 'pages');

/** @returns {Promise<import('./bench.mjs').Measure[]>} */
export async function measureFirstMinute() {
  const profile = mkdtempSync(path.join(tmpdir(), 'composure-bench-'));
  const site = await serveFolder(pages);
  const chromium = await launchChromium({ extension, profile });
  try {
    const page = await chromium.browser.newPage();
    await page.goto(`${site.url}chat.html`);
    const { steps, ms } = await spendFirstMinute(chromium, page);
    return [
      {
        name: 'first minute: from the icon to a phrase in the reply box',
        ours: ms / 1000,
        unit: 's',
        rival: 'a minute',
        theirs: 60,
        goal: 1,
      },
      {
        name: 'first minute: what a hand does',
        ours: steps.length,
        unit: 'clicks',
        rival: 'asked for at most',
        theirs: 4,
        goal: 1,
      },
    ];
  } finally {
    await chromium.close();
    await site.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
