// The Desk as a workplace: each page one click away with an address of its own, the way back, and two of it open at once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHands } from '../demo/hands.mjs';
import type { Hands } from '../demo/hands.mjs';
import { until } from '../support/until.mjs';
import { besideDemo } from './beside-demo';
import type { Beside } from './beside-demo';

const titles = {
  review: 'Review',
  tickets: 'Ticket system',
  due: 'Due',
  packs: 'Packs',
  sites: 'Sites',
  privacy: 'Privacy and backup',
  settings: 'Settings',
  log: 'Log',
};

/** What stands on each page once it is whole. */
const lastRead = {
  log: '.log-row:not(.log-head)',
  'log/1': '.timeline li',
  review: '.review-charts + .review-charts',
  due: '.due-view li',
  packs: '.drafts li',
  privacy: '.privacy section:last-child',
  settings: '.settings .times',
};

let beside: Beside;
let desk: Hands;

beforeAll(async () => {
  beside = await besideDemo();
  await beside.panel.page.bringToFront();
  for (const what of ['The lid is missing', 'The kettle leaks'])
    await writeDown(beside.panel, what);
});
afterAll(() => beside.close());

test('two clicks in the panel’s menu open it', async () => {
  await beside.panel.page.locator('.menu > button').click();
  await beside.panel.click('Open the Desk');
  desk = createHands(await beside.chromium.findExtensionPage('options.html'));
  await desk.sees('Log', 'nav [aria-current]');
});

test('each page is one click away, and the browser’s own way back leads through them', async () => {
  const { page } = desk;
  await page.bringToFront();
  const went: string[] = [];
  for (const [name, title] of Object.entries(titles)) {
    await page.locator(`nav a[href="#${name}"]`).click();
    await desk.sees(title, 'nav [aria-current]');
    went.push(await hash(desk));
  }
  expect(went).toEqual(Object.keys(titles).map((name) => `#${name}`));
  for (const name of went.toReversed().slice(1)) {
    await page.evaluate(() => history.back());
    await page.waitForFunction((wanted) => location.hash === wanted, {}, name);
    await page.waitForSelector(`nav a[href="${name}"][aria-current]`);
  }
});

test('an address leads to one record, or one view of the log, and back', async () => {
  const other = await openDesk('log?q=kettle');
  await other.sees('Records: 1', '.log-count');
  await other.page.locator('.log-row a').click();
  await other.sees('Complaint no. 2', 'h2');
  expect(await hash(other)).toBe('#log/2');
  await other.page.evaluate(() => history.back());
  await other.sees('Records: 1', '.log-count');
  await other.page.reload();
  await other.sees('Records: 1', '.log-count');
  await other.page.close();
});

test('two open at once show the same: a record that is changed, and a setting', async () => {
  const [one, two] = [await openDesk('log/1'), await openDesk('log/1')];
  await one.page.bringToFront();
  await one.fill('Handled by', 'Noor');
  await one.press('Tab');
  await one.sees('Changed: Handled by', '.notice');
  // Asked from outside: a tab behind another one draws no frames.
  await until('the change in the other', () => holds(two, 'Noor'));
  await two.page.bringToFront();
  await two.sees('Handled by: – → Noor', '.timeline');
  for (const each of [one, two]) await each.page.evaluate(() => (location.hash = '#settings'));
  await two.fill('Your name', 'Sam');
  await until('the setting in the other', () => holds(one, 'Sam'));
  for (const { page } of [one, two]) await page.close();
});

test('nothing moves under the hand while a page is being read', async () => {
  await beside.desk.page.bringToFront();
  await beside.panel.sees('Mara Ellison');
  await beside.panel.click('Note a promise');
  await beside.panel.fill('What is promised', 'the new lid');
  await beside.panel.press('Enter');
  await beside.panel.sees('the new lid', '.card');
  const packs = await openDesk('packs');
  await packs.click('Write a new pack');
  await packs.sees('Every change is kept in this browser', '.pack-editor');
  await packs.page.close();
  const moved: Record<string, string[]> = {};
  for (const [name, last] of Object.entries(lastRead)) {
    const page = await beside.chromium.browser.newPage();
    await page.evaluateOnNewDocument(watchShifts);
    await page.goto(`${beside.chromium.address}options.html#${name}`);
    await page.waitForSelector(last);
    moved[name] = await page.evaluate(movedUntilNow);
    await page.close();
  }
  expect(moved).toEqual(Object.fromEntries(Object.keys(lastRead).map((name) => [name, []])));
});

async function openDesk(address: string): Promise<Hands> {
  const page = await beside.openTab(`${beside.chromium.address}options.html#${address}`);
  return createHands(page);
}

/** Whether a field holds this. */
function holds({ page }: Hands, value: string): Promise<boolean> {
  return page.$$eval('input', (all, wanted) => all.some((each) => each.value === wanted), value);
}

function hash({ page }: Hands): Promise<string> {
  return page.evaluate(() => location.hash);
}

async function writeDown(panel: Hands, what: string): Promise<void> {
  await panel.press('l');
  await panel.page.locator('.complaint-form textarea').fill(what);
  await panel.press('Enter', 'Control');
  await panel.sees(what, '.complaints li');
  await panel.press('Escape');
  await panel.page.waitForSelector('.complaint-form', { hidden: true });
}

declare global {
  interface Window {
    moved: string[];
  }
}

/** A `layout-shift` entry: https://wicg.github.io/layout-instability/ (seen 2026-11-23). */
type LayoutShift = PerformanceEntry & {
  hadRecentInput: boolean;
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
};

/** Runs before a page does: writes down what moves while nobody touches it. */
function watchShifts() {
  window.moved = [];
  new PerformanceObserver((list) => {
    const shifts = list.getEntries() as LayoutShift[]; // As observed.
    for (const { node, previousRect, currentRect } of shifts.flatMap((shift) =>
      shift.hadRecentInput ? [] : shift.sources,
    ))
      window.moved.push(
        `${node?.textContent?.slice(0, 40)}: ${previousRect.top} → ${currentRect.top}`,
      );
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What moved until what is there now was drawn. */
async function movedUntilNow(): Promise<string[]> {
  for (let frames = 0; frames < 3; frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  return window.moved;
}
