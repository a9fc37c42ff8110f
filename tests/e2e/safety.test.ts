// A threat in the page beside the real side panel of Chromium: procedure on top, line inserted, read, and read after a reload.
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
    writes: 'Forget the parcel. I do not want to live any more.',
    title: 'They speak of ending their life',
    because: 'do not want to live',
    line: /^I'm glad you told me\..*Are you safe right now\?$/,
  },
  {
    lang: 'zh',
    writes: '包裹不用送了，我真的不想活了。',
    title: '客户提到了轻生',
    because: '不想活',
    line: /^谢谢您愿意告诉我。.*您现在安全吗？$/,
  },
] as const;

/** The interface in the language of the conversation, whatever the browser has installed. */
async function speak({ panel }: Beside, language: 'en' | 'zh-CN') {
  await panel.page.evaluate((value) => {
    const { chrome } = globalThis as unknown as { chrome: typeof extensionApi }; // The panel's own.
    return chrome.storage.local.set({ language: value });
  }, language);
  await panel.page.waitForFunction((tag) => document.documentElement.lang === tag, {}, language);
}

/** The scripted customer knows no such words: the row is put behind the last one, as the page itself does. */
async function customerWrites({ desk }: Beside, text: string) {
  await desk.page.evaluate((words) => {
    const last = document.querySelector('#log .message.customer');
    const row = last?.cloneNode(true);
    if (!(row instanceof Element)) throw new Error('The customer has said nothing yet.');
    row.querySelector('.text')?.replaceChildren(words);
    row.querySelector('time')?.setAttribute('datetime', new Date().toISOString());
    document.querySelector('#log')?.append(row);
  }, text);
}

describe.each(languages)('in $lang', ({ lang, writes, title, because, line }) => {
  test('the procedure stands on top at once; the line goes in by key; read stays read', async () => {
    beside = await besideDemo({ lang });
    const { desk, panel } = beside;
    await speak(beside, lang === 'en' ? 'en' : 'zh-CN');
    expect(await panel.page.$('.safety')).toBeNull();
    await customerWrites(beside, writes);
    await panel.sees(title, '.safety');
    await panel.sees(because, '.safety q');
    expect(await panel.page.$eval('main section', (section) => section.className)).toBe('safety');

    await panel.page.bringToFront();
    await panel.press('s');
    await until('the calm line in the reply box', async () => line.test(await draftIn(desk.page)));
    expect(await desk.page.$$('#log .agent')).toHaveLength(0);

    await panel.press('a');
    await panel.page.waitForSelector('.safety', { hidden: true });
    await panel.sees(title, '.safety-read');

    await panel.page.reload();
    await panel.sees(title, '.safety-read');
    expect(await panel.page.$('.safety')).toBeNull();
  });
});
