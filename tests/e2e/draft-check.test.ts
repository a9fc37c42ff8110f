// The draft check in the real side panel of Chromium: typed in the page, pointed out, accepted by key, taken back.
import { afterEach, describe, expect, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { until } from '../support/until.mjs';
import { besideDemo, draftIn } from './beside-demo';
import type { Beside } from './beside-demo';

let beside: Beside | undefined;
afterEach(async () => {
  await beside?.close();
  beside = undefined;
});

const languages = [
  {
    lang: 'en',
    typed: 'You must send the form.',
    words: 'You must',
    first: 'Could you please send the form?',
    second: 'Please send the form.',
    secondShown: 'Please …',
    never: 'Never again',
    undo: 'Undo',
    back: 'Point out “You must” again',
    other: 'You should call us.',
    otherWords: 'You should',
  },
  {
    lang: 'zh',
    typed: '您必须提供订单号。',
    words: '您必须',
    first: '麻烦您提供订单号，好吗？',
    second: '请您提供订单号。',
    secondShown: '请您…',
    never: '以后不再提示',
    undo: '撤销',
    back: '恢复提示“您必须”',
    other: '您应该联系快递。',
    otherWords: '您应该',
  },
] as const;

/** Beside the demo, with the interface in the language of the conversation, whatever the browser has installed. */
async function open(lang: 'en' | 'zh'): Promise<Beside> {
  const opened = await besideDemo({ lang });
  const language = lang === 'zh' ? 'zh-CN' : 'en';
  await opened.panel.page.evaluate((value) => {
    const { chrome } = globalThis as unknown as { chrome: typeof extensionApi }; // The panel's own.
    return chrome.storage.local.set({ language: value });
  }, language);
  await opened.panel.page.waitForFunction(
    (tag) => document.documentElement.lang === tag,
    {},
    language,
  );
  return opened;
}

async function typeAnew({ desk: { page } }: Beside, text: string) {
  await page.bringToFront();
  await page.click('#reply', { count: 3 });
  await page.keyboard.press('Backspace');
  // In one piece: a hint that is there before the last letter is one on half of the draft.
  await page.keyboard.sendCharacter(text);
}

const becomes = ({ desk }: Beside, text: string) =>
  until(`“${text}” in the reply box`, async () => (await draftIn(desk.page)) === text);

describe.each(languages)('in $lang', (one) => {
  test('a hint is accepted by key, one undo takes it back, and nothing is sent', async () => {
    beside = await open(one.lang);
    const { desk, panel } = beside;
    await typeAnew(beside, one.typed);
    await panel.sees(one.words, '.draft-hint');
    await panel.sees(one.first, '.draft-hint');
    await panel.page.bringToFront();
    await panel.press('4');
    await becomes(beside, one.first);
    await panel.page.waitForSelector('.draft-hint', { hidden: true });
    expect(await desk.page.$eval('#send', (button) => button.hasAttribute('disabled'))).toBe(false);

    await desk.page.bringToFront();
    await desk.press('z', 'Control');
    await becomes(beside, one.typed);

    await panel.sees(one.secondShown, '.draft-hint');
    await panel.page.bringToFront();
    await panel.press('5');
    await becomes(beside, one.second);
    await panel.click(one.undo);
    await becomes(beside, one.typed);
    expect(await desk.page.$$('#log .agent')).toHaveLength(0);
  });

  test('dismissed for good stays so in a panel that is opened again, until the Desk takes it back', async () => {
    beside = await open(one.lang);
    const { panel, chromium } = beside;
    await typeAnew(beside, one.typed);
    await panel.sees(one.words, '.draft-hint');
    await panel.page.bringToFront();
    await panel.click(one.never);
    await panel.page.waitForSelector('.draft-hint', { hidden: true });
    await panel.page.reload();
    // The other words show that the check is awake.
    await typeAnew(beside, `${one.typed}${one.lang === 'en' ? ' ' : ''}${one.other}`);
    await panel.sees(one.otherWords, '.draft-hint');
    expect(
      await panel.page.$$eval('.draft-hint s', (all) => all.map((each) => each.textContent)),
    ).toEqual([one.otherWords]);

    const settings = await chromium.browser.newPage();
    await settings.goto(panel.page.url().replace(/sidepanel\.html.*/, 'options.html#settings'));
    await settings.locator(`::-p-aria([name="${one.back}"])`).click();
    await settings.close();
    await beside.desk.page.bringToFront();
    await panel.sees(one.words, '.draft-hint');
  });
});
