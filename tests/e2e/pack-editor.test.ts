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
  await first.page.close();

  const again = await openDesk(address);
  await again.sees('North', '.pack-editor h2');
  await again.sees('North is listening, {customer}.', '.items');
  await again.click('Save as team pack');
  await again.sees('North is listening, {customer}.', '.difference');
  await again.click('Take it');
  await again.sees('Composure, English', '.packs');
  expect(await again.page.$('.drafts a')).toBeNull();
  await again.page.locator('input[aria-label="Use “North”"]').click();
  await beside.panel.sees('North is listening', '.suggestions');
  const own = new URL(beside.demo.url).host;
  expect(beside.chromium.requests.filter(({ url }) => new URL(url).host !== own)).toEqual([]);
});
