// The main job in the real side panel of Chromium: read, guide, insert, hold, log, export.
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { downloaded } from '../support/downloaded.mjs';
import { until } from '../support/until.mjs';
import { besideDemo, draftIn, phrase } from './beside-demo';
import type { Beside } from './beside-demo';

let beside: Beside;
const downloads = mkdtempSync(path.join(tmpdir(), 'composure-downloads-'));

beforeAll(async () => {
  beside = await besideDemo({ watch: true });
});
afterAll(async () => {
  await beside.close();
  rmSync(downloads, { recursive: true, force: true });
});

test('one click on the icon: the conversation is read, with no question asked', async () => {
  const { panel } = beside;
  await panel.sees('Mara Ellison', '.header');
  await panel.sees('Reading this page', '.header');
  await panel.sees('I am really angry', '.last');
  await panel.sees('angry', '.feeling');
});

test('a key inserts the phrase into the page’s own reply box, and nothing is sent', async () => {
  const { panel, desk } = beside;
  const wanted = await phrase(panel.page, 0);
  await panel.page.bringToFront();
  await panel.press('1');
  await panel.sees('In the reply box');
  expect(await draftIn(desk.page)).toBe(wanted);
  expect(await desk.page.$$('#log .agent')).toHaveLength(0);
  // The page's own logic heard of it.
  expect(await desk.page.$eval('#send', (button) => button.hasAttribute('disabled'))).toBe(false);
});

test('a phrase is found by its words and inserted by keys alone', async () => {
  const { panel, desk } = beside;
  await panel.press('/');
  await panel.page.keyboard.type('story whole');
  await panel.page.waitForSelector('[role=option][aria-selected=true]');
  await panel.press('Enter');
  await until('the phrase in the reply box', async () =>
    (await draftIn(desk.page)).includes('hear the whole story'),
  );
  await panel.page.waitForSelector('.phrase');
  // What the draft says already is not offered again; without it, it is.
  const besideDraft = await phrase(panel.page, 0);
  await desk.page.$eval('#reply', (box) => (box as HTMLTextAreaElement).select()); // The demo's box is one.
  await desk.page.keyboard.press('Delete');
  await until('other phrases', async () => (await phrase(panel.page, 0)) !== besideDraft);
  await panel.press('1');
  await until('the first phrase again', async () => (await draftIn(desk.page)) !== '');
});

test('what the agent sends ticks its step, with the words that did it', async () => {
  const { panel, desk } = beside;
  await desk.send();
  await panel.page.waitForSelector('.rail li.done [aria-label^="Listen"]');
  await desk.reply('I am sorry that you waited at home three times for nothing.');
  await panel.page.waitForSelector('.rail li.done [aria-label^="Apologise"]');
  await panel.click('Apologise, done');
  await panel.page.waitForSelector('.sub-step[aria-checked="true"] q');
});

test('a hold asks for consent, runs, checks in and ends', async () => {
  const { panel, desk } = beside;
  await panel.press('h');
  await panel.fill('What you will check', 'where the parcel is');
  await panel.click('Insert the question');
  await until('the question in the reply box', async () =>
    (await draftIn(desk.page)).includes('where the parcel is'),
  );
  await panel.press('Enter');
  await panel.sees('where the parcel is', '.hold');
  await panel.sees('Check in at 0:30', '.hold');
  await panel.click('Check in');
  await until('the check-in in the reply box', async () => (await draftIn(desk.page)).length > 80);
  await panel.click('Back');
  await panel.page.waitForSelector('.hold', { hidden: true });
});

test('the complaint is drafted from the conversation, saved with one key, and undone with one click', async () => {
  const { panel } = beside;
  await panel.page.bringToFront();
  await panel.press('Escape');
  await panel.press('l');
  await panel.page.waitForSelector('textarea');
  const what = await panel.page.$eval('textarea', (field) => field.value);
  expect(what).toContain('promised for Monday');
  await panel.fill('Wants', 'the costume before the play on Friday');
  await panel.press('Enter', 'Control');
  await panel.sees('Saved as no. 1.');
  await panel.sees('no. 1', '.complaints');
  await panel.click('Undo');
  await panel.page.waitForSelector('.complaints', { hidden: true });
  await panel.press('Enter', 'Control');
  await panel.sees('no. 1', '.complaints');
});

test('the log goes out as a CSV file that reads back whole, names masked', async () => {
  const { panel, chromium } = beside;
  const session = await chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  await panel.click('Export CSV');
  await panel.sees('1 rows are in the file');
  const text = readFileSync(await downloaded(downloads, '.csv'), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [row] = Papa.parse<Record<string, string>>(text.slice(1), { header: true }).data;
  expect(row).toMatchObject({
    'No.': '1',
    Who: 'Mara E●●●●',
    Wants: 'the costume before the play on Friday',
  });
});

test('another conversation on the same page has its own state', async () => {
  const { panel, desk } = beside;
  await panel.press('Escape');
  await panel.press('Escape');
  const [, second] = await desk.page.$$eval('#conversations a', (links) =>
    links.map((link) => link.hash.slice(1)),
  );
  await desk.show(second ?? '');
  await panel.sees('Tom Becker', '.header');
  expect(await panel.page.$$('.rail li.done')).toHaveLength(0);
});

test('no request left the browser that nobody asked for', () => {
  const own = new URL(beside.demo.url).host;
  const others = beside.chromium.requests.filter(({ url }) => new URL(url).host !== own);
  expect(others).toEqual([]);
  expect(beside.chromium.requests.length).toBeGreaterThan(3);
});
