// The main job in the real sidebar of Firefox, and what only Firefox decides: which pages the panel may see.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { until } from '../support/until.mjs';
import { besideDemoInFirefox, findMark } from './beside-demo-firefox';
import type { BesideInFirefox } from './beside-demo-firefox';

let beside: BesideInFirefox;
const downloads = mkdtempSync(path.join(tmpdir(), 'composure-downloads-'));
const notAllowed = 'Composure cannot see this page yet. Click its icon';

beforeAll(async () => {
  beside = await besideDemoInFirefox({ downloads });
  await beside.desk.open(beside.demoUrl);
  await beside.desk.see('#log .customer');
  await beside.openPanel();
});
afterAll(async () => {
  await beside.close();
  rmSync(downloads, { recursive: true, force: true });
});

test('one click on the button: the conversation is read, with no question asked', async () => {
  const { panel } = beside;
  await panel.sees('Mara Ellison', '.header');
  await panel.sees('Reading this page', '.header');
  await panel.sees('I am really angry', '.last');
  await panel.sees('angry', '.feeling');
});

test('a key inserts the phrase into the page’s own reply box, and nothing is sent', async () => {
  const { panel, desk } = beside;
  const wanted = await panel.text('.phrase .phrase-text');
  await panel.press('1');
  await panel.sees('In the reply box', '.notice');
  expect(await desk.draft()).toBe(wanted);
  expect(await desk.has('#log .agent')).toBe(false);
  // The page's own logic heard of it.
  expect(await desk.has('#send:enabled')).toBe(true);
});

test('what the agent sends ticks its step, with the words that did it', async () => {
  const { panel, desk } = beside;
  await desk.click('#send');
  await panel.see('.rail li.done [aria-label^="Listen"]');
  await desk.reply('I am sorry that you waited at home three times for nothing.');
  await panel.see('.rail li.done [aria-label^="Apologise"]');
  // Their answer is heard before anything is read from the suggestions.
  await panel.sees('What happens now?', '.last');
  await panel.sees('pleased', '.feeling');
  await panel.clickOn('Apologise, done');
  await panel.see('.sub-step[aria-checked="true"] q');
});

test('words better said another way are pointed out while typing, reworded by key, and taken back', async () => {
  const { panel, desk } = beside;
  const becomes = (text: string) =>
    until(`“${text}” in the reply box`, async () => (await desk.draft()) === text);
  await desk.type('#reply', 'You must send the form');
  // The whole wording is there with the last letter alone.
  await panel.sees('Could you please send the form?', '.draft-hint');
  await panel.press('4');
  await becomes('Could you please send the form?');
  await panel.misses('.draft-hint');
  await panel.press('z');
  await becomes('You must send the form');
  await panel.sees('You must', '.draft-hint');
  await desk.press('Control+a');
  await desk.press('Backspace');
  await becomes('');
  await panel.misses('.draft-hint');
});

test('the browser’s own keys insert the first phrase and start a hold', async () => {
  const { panel, desk, firefox } = beside;
  // What Firefox does when the keys are pressed; it writes them down as elements of its window.
  const press = (letter: string) =>
    firefox.inWindow((name: string) => {
      const key = document.querySelector(`keyset[id^="ext-keyset-id"] key[key="${name}"]`);
      if (!key) throw new Error(`Firefox has no key ${name}.`);
      key.dispatchEvent(new Event('command', { bubbles: true }));
    }, letter);
  const wanted = await panel.text('.phrase .phrase-text');
  await press('J');
  await until('the first phrase', async () => (await desk.draft()) === wanted);
  await press('H');
  await panel.see('.hold-form');
  await panel.press('Escape');
  await panel.misses('.hold-form');
  await desk.click('#reply');
  await desk.press('Control+a');
  await desk.press('Backspace');
  await until('an empty reply box', async () => (await desk.draft()) === '');
});

test('a hold asks for consent, runs, checks in and ends', async () => {
  const { panel, desk } = beside;
  await panel.press('h');
  await panel.see('.hold-form');
  await panel.type({ name: 'What you will check' }, 'where the parcel is');
  await panel.clickOn('Insert the question');
  await until('the question in the reply box', async () =>
    (await desk.draft()).includes('where the parcel is'),
  );
  await panel.press('Enter');
  await panel.sees('where the parcel is', '.hold');
  await panel.sees('Check in at 0:30', '.hold');
  const asked = (await desk.draft()).length;
  await panel.clickOn('Check in');
  await until('the check-in in the reply box', async () => (await desk.draft()).length > asked);
  await panel.clickOn('Back');
  await panel.misses('.hold');
});

test('what was promised is proposed, taken, listed as due, and kept', async () => {
  const { panel, desk } = beside;
  await desk.press('Control+a');
  await desk.press('Backspace');
  await desk.reply("I'll call you back within 20 minutes.");
  await panel.sees('You have just promised something', '.card');
  await panel.press('p');
  await panel.sees('Not kept', '.card');
  await panel.press('d');
  await panel.sees('in 20 min', '.due-list');
  await panel.press('k');
  await panel.sees('Nothing is due', '.due-view');
  await panel.press('Escape');
  await panel.see('.rail');
});

test('the complaint is drafted from the conversation, saved with one key, and undone with one click', async () => {
  const { panel } = beside;
  await panel.press('Escape');
  await panel.press('l');
  await panel.see('textarea');
  const what: string = await panel.evaluate(() => document.querySelector('textarea')?.value);
  expect(what).toContain('promised for Monday');
  await panel.type({ name: 'Wants' }, 'the costume before the play on Friday');
  await panel.press('Control+Enter');
  await panel.sees('Saved as no. 1.', '.notice');
  await panel.sees('no. 1', '.complaints');
  await panel.clickOn('Undo');
  await panel.misses('.complaints');
  await panel.press('Control+Enter');
  await panel.sees('no. 1', '.complaints');
});

test('the log goes out as a CSV file that reads back whole, names masked', async () => {
  const { panel } = beside;
  await panel.clickOn('Export CSV');
  await panel.sees('1 rows are in the file', '.notice');
  const text = await until('the file', () => wholeFile(downloads));
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [row] = Papa.parse<Record<string, string>>(text.slice(1), { header: true }).data;
  expect(row).toMatchObject({
    'No.': '1',
    Who: 'Mara E●●●●',
    Wants: 'the costume before the play on Friday',
  });
});

test('at the sidebar’s own width nothing sticks out, and nobody is shut out', async () => {
  const { panel, firefox } = beside;
  expect(await panel.evaluate(() => innerWidth)).toBeLessThan(260);
  await firefox.widenSidebar(240);
  const expectInOrder = async (view: string) => {
    expect(await panel.findOverflow(), view).toEqual([]);
    expect(await panel.findBarriers(), view).toEqual([]);
  };
  await expectInOrder('log');
  await panel.press('Escape');
  await panel.see('.rail');
  await expectInOrder('guide');
  await panel.press('h');
  await panel.see('.hold-form');
  await expectInOrder('hold form');
  await panel.press('Escape');
  await panel.clickOn('More');
  await panel.see('.menu-items');
  await expectInOrder('menu');
  await panel.press('Escape');
  await panel.misses('.menu-items');
  await panel.clickOn('Keys');
  await panel.see('dialog[open]');
  await expectInOrder('keys');
  await panel.clickOn('Dismiss');
  await panel.misses('dialog');
});

test('a tab that was not allowed says so, and one click on the button is the way out', async () => {
  const { panel, desk, openPanel, demoUrl } = beside;
  await desk.openTab(demoUrl.replace('127.0.0.1', 'localhost'));
  await panel.sees(notAllowed, '.access');
  await openPanel();
  await panel.sees('Reading this page', '.header');
  await panel.sees('localhost', '.header');
  await desk.closeTab();
  await panel.sees('127.0.0.1', '.header');
  await panel.sees('Reading this page', '.header');
});

test.each(['about:addons', 'about:config'])('%s is the browser’s own', async (page) => {
  const { panel, desk, openPanel } = beside;
  const sentence = 'Browsers keep extensions out of this page';
  await desk.openTab(page);
  await panel.sees(sentence, '.access');
  // A click on the button promises nothing that it cannot keep.
  await openPanel();
  await panel.sees(sentence, '.access');
  await desk.closeTab();
  await panel.sees('Reading this page', '.header');
});

test('a site that is always allowed is read after each navigation, until it is given back', async () => {
  const { panel, desk, openPanel, demoUrl, otherUrl } = beside;
  await desk.open(otherUrl);
  await panel.sees(notAllowed, '.access');
  await openPanel();
  await panel.sees(new URL(otherUrl).host, '.header');
  await panel.clickOn('More');
  await panel.clickOn('Always on this site');
  await panel.see({ name: 'More' });
  await panel.clickOn('More');
  await panel.sees('Stop using this site', '.menu');
  await panel.press('Escape');

  await desk.open(`${otherUrl}&again#c-2074`);
  await panel.sees('Tom Becker', '.header');
  await panel.sees('Reading this page', '.header');
  // What the button lends ends with the origin; this does not.
  await desk.open(demoUrl);
  await panel.sees(new URL(demoUrl).host, '.header');
  await panel.sees('I am really angry', '.last');
});

test('with the sidebar closed nothing is left in the page; open again, all is there', async () => {
  const { panel, desk, firefox, openPanel, demoUrl } = beside;
  const isServed = ({ evaluate }: Pick<typeof desk, 'evaluate'>) =>
    evaluate(findMark, demoUrl) as Promise<boolean>; // What findMark gives.
  expect(await isServed(panel)).toBe(true);
  await desk.closeSidebar();
  await desk.openTab(`${firefox.address}options.html`);
  await until('the page script to end', async () => !(await isServed(desk)));
  await desk.closeTab();
  await desk.reply('Meanwhile I looked into it.');
  await openPanel();
  await panel.sees('Reading this page', '.header');
  await panel.clickOn('Listen, done');
  await panel.see('[aria-label^="Listen"][aria-current="step"]');
  await panel.see('.phrase');
  await panel.press('1');
  await panel.sees('In the reply box', '.notice');
});

test('a site that was given back is not read any more', async () => {
  const { panel, desk, demoUrl } = beside;
  await panel.clickOn('More');
  await panel.clickOn('Stop using this site');
  await desk.open(demoUrl.replace('127.0.0.1', 'localhost'));
  await panel.sees(notAllowed, '.access');
  await desk.open(demoUrl);
  await panel.sees(notAllowed, '.access');
});

test('choosing a language does not disturb the open sidebar', async () => {
  const { panel, firefox } = beside;
  const choose = (language: string) =>
    firefox.sidebar.evaluate((chosen: string) => {
      const { browser } = window as unknown as { browser: typeof extensionApi }; // The add-on's own page.
      void browser.storage.local.set({ language: chosen });
    }, language);
  await firefox.sidebar.evaluate(() => document.body.setAttribute('data-undisturbed', ''));
  await choose('zh-CN');
  await panel.sees('倾听', '[data-undisturbed] .rail');
  await choose('en');
  await panel.sees('Listen', '[data-undisturbed] .rail');
});

test('no request left the browser that nobody asked for', () => {
  const { firefox, demoUrl, otherUrl } = beside;
  const ports = new Set([demoUrl, otherUrl].map((url) => new URL(url).port));
  const others = firefox.requests.filter(({ url }) => !ports.has(new URL(url).port));
  expect(others).toEqual([]);
  expect(firefox.requests.length).toBeGreaterThan(3);
});

/** The text of the one file there, once Firefox is done with it: until then a second one is there, or it is empty. */
function wholeFile(folder: string): string | undefined {
  const [file, ...more] = readdirSync(folder);
  return file?.endsWith('.csv') && more.length === 0
    ? readFileSync(path.join(folder, file), 'utf8')
    : undefined;
}
