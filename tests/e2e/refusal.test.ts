// A refusal in the real side panel of Chromium: opened by key, composed by keyboard alone, in the page's reply box as one text.
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
    own: 'I see how much this day means to you',
    reason: 'the vans for your area have left',
    option: 'a place on the first round',
    text: /^I see how much this day means to you\. .*: the vans for your area have left\. .*a place on the first round.* by 6 pm today\.$/,
  },
  {
    lang: 'zh',
    own: '您赶着用,我明白',
    reason: '开往您那一片的车都已经发出',
    option: '排上首班车',
    text: /^您赶着用，我明白。.*：开往您那一片的车都已经发出。.*排上首班车，今天18点前给您答复。$/,
  },
] as const;

const stored = ({ panel }: Beside) =>
  panel.page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: typeof extensionApi }; // The panel's own.
    const { refusals } = await chrome.storage.local.get('refusals');
    return refusals;
  });

describe.each(languages)('in $lang', ({ lang, own, reason, option, text }) => {
  test('R, own words for the first layer, the words asked for, Enter: one text, and nothing is sent', async () => {
    beside = await besideDemo({ lang });
    const { desk, panel } = beside;
    const { keyboard } = panel.page;
    await panel.page.bringToFront();
    await panel.press('r');
    await panel.page.waitForSelector('.layer.current');
    await panel.press('e');
    await panel.page.waitForSelector('.layer textarea:focus');
    await panel.press('a', 'Control');
    await keyboard.type(own);
    // Away and back again: what was typed is there.
    await panel.press('Escape');
    await panel.page.waitForSelector('.refusal', { hidden: true });
    await panel.press('r');
    await panel.page.waitForSelector('.layer textarea');
    await panel.press('Enter', 'Control');
    await panel.page.waitForSelector('.layer-slot input:focus');
    await keyboard.type(reason);
    await panel.press('Enter');
    await panel.page.waitForFunction(
      () => document.activeElement?.matches('.layer:nth-of-type(3) input') ?? false,
    );
    await keyboard.type(option);
    expect(await panel.page.$$('.finding')).toHaveLength(0);
    await panel.press('Enter');
    await until('the refusal in the reply box', async () => text.test(await draftIn(desk.page)));
    await panel.page.waitForSelector('.refusal', { hidden: true });
    expect(await desk.page.$$('#log .agent')).toHaveLength(0);
    expect(await desk.page.$eval('#send', (button) => button.hasAttribute('disabled'))).toBe(false);
  });

  test('what went well together is kept in this browser, by id alone', async () => {
    beside = await besideDemo({ lang });
    const { desk, panel } = beside;
    await panel.page.bringToFront();
    await panel.press('r');
    await panel.page.waitForSelector('.layer.current');
    await panel.press('Enter', 'Control');
    await panel.page.waitForSelector('.layer-slot input:focus');
    await panel.page.keyboard.type(reason);
    await panel.press('Enter');
    await panel.page.keyboard.type(option);
    await panel.press('Enter');
    await until('a text in the reply box', async () => (await draftIn(desk.page)).includes(reason));
    await until(
      'the combination in the storage',
      async () => (await stored(beside as Beside)) !== undefined,
    ); // Set above.
    expect(await stored(beside)).toEqual({
      format: 1,
      combos: [
        {
          language: lang === 'en' ? 'en' : 'zh-CN',
          blocks: {
            affirm: 'refusal.affirm.honest-answer',
            explain: 'refusal.explain.open-about-it',
            offer: 'refusal.offer.right-away',
          },
          uses: 1,
          at: expect.any(Number),
        },
      ],
    });
  });
});
