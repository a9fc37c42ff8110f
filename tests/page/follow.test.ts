// Long chats: only what changed is told, and what was told adds up to what the page shows.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../../lib/domain/conversation';
import { browserNames, startStage, type Stage } from './driver/browser';
import { follow, nextChange, openChat } from './driver/follow';

declare global {
  interface Window {
    chat: {
      append: (text: string) => void;
      appendEmpty: () => void;
      fill: (text: string) => void;
      insert: (share: number, text: string) => void;
      edit: (share: number, text: string) => void;
      remove: (share: number) => void;
      clear: () => void;
      scroll: (first: number) => void;
      texts: () => string[];
    };
  }
}

describe.each(browserNames)('%s', (browserName) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await startStage(browserName);
    page = stage.page;
  });
  afterAll(() => stage.close());

  const open = (hash = '') => openChat(stage, `chats/long.html${hash}`);
  const untilShown = (reading: Reading, shown: readonly string[]) =>
    follow(
      page,
      reading,
      (messages) => messages.map(({ text }) => text).join('\n') === shown.join('\n'),
    );
  const texts = () => page.evaluate(() => window.chat.texts());

  test('of 5,000 messages a new one is told alone', async () => {
    expect((await open()).messages).toHaveLength(5000);
    await page.evaluate(() => window.chat.append('Hello?'));
    expect(await nextChange(page)).toMatchObject({
      splice: { at: 5000, removed: 0, messages: [{ key: 'm5000', text: 'Hello?' }] },
    });
  });

  test('of 5,000 messages an edited one is told alone, a removed one as removed', async () => {
    await open();
    await page.evaluate(() => window.chat.edit(0.5, 'Better so.'));
    expect(await nextChange(page)).toMatchObject({
      splice: { at: 2500, removed: 1, messages: [{ key: 'm2500', text: 'Better so.' }] },
    });
    await page.evaluate(() => window.chat.remove(0.5));
    expect(await nextChange(page)).toMatchObject({
      splice: { at: 2500, removed: 1, messages: [] },
    });
  });

  test('history that is loaded above comes first', async () => {
    const reading = await open();
    await page.evaluate(() => window.chat.insert(0, 'Long ago'));
    const now = await untilShown(reading, await texts());
    expect(now.messages[0]?.text).toBe('Long ago');
  });

  test('a row that is filled late is told once it says something', async () => {
    const reading = await open();
    await page.evaluate(() => {
      window.chat.appendEmpty();
      window.chat.append('Behind it');
    });
    const between = await untilShown(reading, await texts());
    await page.evaluate(() => window.chat.fill('Now here'));
    const now = await untilShown(between, await texts());
    expect(now.messages.slice(-2).map(({ text }) => text)).toEqual(['Now here', 'Behind it']);
  });

  test('another conversation in the same list is told all anew', async () => {
    await open();
    await page.evaluate(() => window.chat.clear());
    expect(await nextChange(page)).toMatchObject({
      event: 'conversationReplaced',
      reading: { messages: [{ text: 'Other 0' }, { text: 'Other 1' }, { text: 'Other 2' }] },
    });
  });

  test('follows a list that keeps only the rows in view', async () => {
    let reading = await open('#virtual');
    expect(reading.messages.map(({ key }) => key).at(-1)).toBe('m4999');
    for (const first of [4950, 4930, 100, 4960]) {
      await page.evaluate((row) => window.chat.scroll(row), first);
      reading = await untilShown(reading, await texts());
      expect(reading.messages[0]).toMatchObject({ key: `m${first}`, side: 'customer' });
    }
  });

  test.each([1, 2, 3])('whatever happens adds up, seed %i', async (seed) => {
    const reading = await open();
    const happened = await page.evaluate(async (begin) => {
      let state = begin;
      const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
      const { chat } = window;
      const jobs = [
        (text: string) => chat.append(text),
        (text: string) => chat.append(text),
        (text: string) => chat.edit(random(), text),
        (text: string) => chat.insert(random(), text),
        () => chat.remove(random()),
        () => chat.appendEmpty(),
        (text: string) => chat.fill(text),
      ];
      for (let n = 0; n < 60; n++) {
        jobs[Math.floor(random() * jobs.length)]?.(`Said ${n}`);
        if (random() < 0.3) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return chat.texts();
    }, seed);
    const now = await untilShown(reading, happened);
    const keys = now.messages.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
