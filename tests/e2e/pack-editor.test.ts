// A lead writes a pack in the Desk, closes the tab over it, goes on, takes it; an agent is offered its phrase.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { besideDemo } from './beside-demo';
import type { Beside } from './beside-demo';

let beside: Beside;
beforeAll(async () => {
  beside = await besideDemo({ watch: true });
});
afterAll(() => beside.close());

async function openDesk(hash: string): Promise<Hands> {
  return createHands(await beside.openTab(`${beside.chromium.address}options.html${hash}`));
}

test('a pack is written, left, found again, taken, switched on, and its phrase is offered', async () => {
  const first = await openDesk('#packs');
  await first.click('Write a new pack');
  await first.sees('Every change is kept in this browser', '.pack-editor');
  await first.click('Add');
  await first.fill('What the agent says', 'North is listening, {customer}.');
  await first.page.waitForFunction(() =>
    document.querySelector('.phrase-preview')?.textContent.includes('Mara Ellison'),
  );
  await first.click('About the pack');
  await first.fill('Title', 'North');
  await first.sees('It can be used as it stands.', '.findings');
  const address = new URL(first.page.url()).hash;
  await first.page.waitForFunction(hasRow, {}, 'packDrafts', 'title', 'North');
  await first.page.close();

  const again = await openDesk(address);
  await again.sees('North', '.pack-editor h2');
  await again.sees('North is listening, {customer}.', '.items');
  await again.click('Save as team pack');
  await again.sees('North is listening, {customer}.', '.difference');
  await again.click('Take it');
  await again.sees('Composure, English', '.packs');
  await again.page.waitForSelector('.drafts a', { hidden: true });
  await again.page.locator('input[aria-label="Use “North”"]').click();
  await beside.panel.sees('North is listening', '.suggestions');
  const own = new URL(beside.demo.url).host;
  expect(beside.chromium.requests.filter(({ url }) => new URL(url).host !== own)).toEqual([]);
});

test('what becomes of a phrase that was put into the reply is counted, and seen with its pack', async () => {
  const { panel, desk } = beside;
  await desk.page.bringToFront();
  await panel.sees('North is listening', '.suggestions');
  const before = await panel.page.$$eval('.phrase', (all) =>
    all.findIndex((one) => one.textContent.includes('North is listening')),
  );
  await panel.page.locator(`.phrase:nth-of-type(${before + 1})`).click();
  await desk.page.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('#reply')?.value.includes('North is listening'),
  );
  await desk.reply('Please tell me the number of your order.');
  await panel.page.waitForFunction(hasRow, {}, 'uses', 'dropped', 1);
  const tab = await openDesk('#packs');
  await tab.sees('How phrases are used', '.uses');
  await tab.page.locator('.uses select').fill('team.own');
  await tab.sees('North is listening, {customer}.\t1\t0\t1', '.uses tbody tr');
});

/** Whether a row of the log has this value, on the disk; in a page of the extension. */
function hasRow(table: string, key: string, value: unknown): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('composure');
    opening.onsuccess = () => {
      const rows = opening.result.transaction(table).objectStore(table).getAll();
      rows.onsuccess = () => {
        opening.result.close();
        resolve(rows.result.some((row: object) => Reflect.get(row, key) === value));
      };
    };
  });
}
