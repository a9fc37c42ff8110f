// The help in the steps and the note for a colleague in the real side panel of Chromium, by keyboard, kept over a reload.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { until } from '../support/until.mjs';
import { besideDemo, draftIn } from './beside-demo';
import type { Beside } from './beside-demo';

const languages = [
  {
    lang: 'en',
    note: 'promised for Monday',
    restated: /^Let me make sure we have the same picture\. .*Have I got that right\?$/,
    option: 'bring it in person',
    by: 'noon tomorrow',
    proposal: 'I can bring it in person by noon tomorrow.',
    copied: /^To: Ana\nWho: Mara E●●●●\n/,
  },
  {
    lang: 'zh',
    note: '说周一送',
    restated: /^我跟您对一下情况：.*我理解得对吗？$/,
    option: '专人送到府上',
    by: '明天中午前',
    proposal: '我可以专人送到府上，明天中午前办好。',
    copied: /^交给：小安\n人：.●●/,
  },
] as const;

describe.each(languages)('in $lang', ({ lang, note, restated, option, by, proposal, copied }) => {
  let beside: Beside;
  beforeAll(async () => {
    beside = await besideDemo({ lang });
    const { panel } = beside;
    await panel.page.evaluate(
      (value) => {
        const { chrome } = globalThis as unknown as { chrome: typeof extensionApi }; // The panel's own.
        return chrome.storage.local.set({ language: value, agentName: 'Sam' });
      },
      lang === 'en' ? 'en' : 'zh-CN',
    );
    await panel.page.waitForFunction(
      (tag) => document.documentElement.lang === tag,
      {},
      lang === 'en' ? 'en' : 'zh-CN',
    );
    await panel.page.bringToFront();
  });
  afterAll(() => beside.close());

  /** The step that is shown, by its place on the rail. */
  const show = async (step: number) => {
    await beside.panel.page.$$eval(
      '.rail button',
      (all, at) => (all[at] as HTMLButtonElement).click(), // The rail is made of them.
      step,
    );
    await beside.panel.page.waitForSelector(`.rail li:nth-child(${step + 1}) [aria-current]`);
  };
  const empty = () =>
    beside.desk.page.$eval('#reply', (box) => {
      (box as HTMLTextAreaElement).value = ''; // The demo's box is one.
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });

  test('what the customer said is taken as a note by one key, and is there after a reload', async () => {
    const { panel } = beside;
    await panel.page.waitForSelector('.proposed');
    await panel.press('t');
    await panel.sees(note, '.notes');
    await panel.page.reload();
    await panel.sees(note, '.notes');
  });

  test('their own facts are said back by one key; nothing is sent', async () => {
    const { panel, desk } = beside;
    await show(2);
    await panel.page.waitForSelector('.offer');
    await panel.press('t');
    await until('the restatement', async () => restated.test(await draftIn(desk.page)));
    expect(await desk.page.$$('#log .agent')).toHaveLength(0);
    await empty();
  });

  test('what is still open is asked by one key', async () => {
    const { panel, desk } = beside;
    await show(3);
    const question = await panel.page.waitForSelector('.offer span');
    const shown = await question?.evaluate((one) => one.lastChild?.textContent?.trim());
    await panel.press('t');
    await until('the question', async () => (await draftIn(desk.page)) === shown);
    await empty();
  });

  test('a proposal is composed by keyboard alone, is there after a reload, and goes in as one text', async () => {
    const { panel, desk } = beside;
    const { keyboard } = panel.page;
    await show(4);
    await panel.page.waitForSelector('.plan');
    await panel.press('t');
    await panel.page.waitForSelector('.plan input:focus');
    await panel.press('Tab');
    await panel.press('Tab');
    await keyboard.type(option);
    await panel.press('Tab');
    await panel.press('Tab');
    await keyboard.type(by);
    await panel.sees(proposal, '.preview');
    await until('the plan in the ledger', () => ledgerHolds(beside, by));
    await panel.page.reload();
    // Once the conversation is read: before, the guide goes on to the step that it stands at.
    await panel.sees(note, '.notes');
    await show(4);
    await panel.sees(proposal, '.preview');
    await panel.page.bringToFront();
    await panel.press('t');
    await until('the proposal', async () => (await draftIn(desk.page)).startsWith(proposal));
    await empty();
  });

  test('M makes the note for a colleague, masked; it goes into the box, and is counted', async () => {
    const { panel, desk } = beside;
    await panel.press('m');
    await panel.page.waitForSelector('.hand-over input:focus');
    await panel.page.keyboard.type(lang === 'en' ? 'Ana' : '小安');
    await panel.press('Enter');
    await until('the note', async () => copied.test(await draftIn(desk.page)));
    await panel.page.waitForSelector('.hand-over', { hidden: true });
    await panel.press('m');
    await panel.sees('1', '.hand-over p');
    await panel.press('Escape');
  });

  test('a refusal that was begun is there after a reload', async () => {
    const { panel } = beside;
    await panel.press('r');
    await panel.page.waitForSelector('.layer.current');
    await panel.press('e');
    await panel.page.waitForSelector('.layer textarea:focus');
    await panel.press('a', 'Control');
    await panel.page.keyboard.type(option);
    await until('it in the ledger', () => ledgerHolds(beside, `"affirm":"${option}"`));
    await panel.page.reload();
    await panel.page.waitForSelector('.phrase');
    await panel.page.bringToFront();
    await panel.press('r');
    const area = await panel.page.waitForSelector('.layer textarea');
    expect(await area?.evaluate((one) => one.value)).toBe(option);
  });
});

function ledgerHolds({ panel }: Beside, words: string): Promise<boolean> {
  return panel.page.evaluate(async (wanted) => {
    const request = indexedDB.open('composure');
    await new Promise((resolve) => request.addEventListener('success', resolve));
    const all = request.result.transaction('events').objectStore('events').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    request.result.close();
    return JSON.stringify(all.result).includes(wanted);
  }, words);
}
