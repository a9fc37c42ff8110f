// A torrent of messages is read in gulps, and still each is told as the page shows it.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message, Reading } from '../../lib/domain/conversation';
import { ask, browserNames, startStage, type Stage } from './driver/browser';
import { follow, openChat } from './driver/follow';
import type { Leftovers } from './driver/leftovers';

declare global {
  interface Window {
    torrent: {
      pour: () => void;
      shake: (seed: number) => void;
      stop: () => void;
      count: () => number;
      edit: (n: number, text: string) => void;
      remove: (n: number) => void;
      tellApart: () => void;
      said: () => Message[];
    };
  }
}

// The browsers side by side: they wait for messages most of the time.
describe.concurrent.each(browserNames)('%s', (browserName) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await startStage(browserName);
    page = stage.page;
  });
  afterAll(() => stage.close());

  const open = (hash = '') => openChat(stage, `chats/torrent.html${hash}`);
  const until = (reading: Reading, isSo: (messages: readonly Message[]) => boolean) =>
    follow(page, reading, isSo);
  const leftovers = () => ask<Leftovers>(page, { ask: 'leftovers' });
  const untilIntervals = (many: number) =>
    expect.poll(async () => (await leftovers()).intervals, { timeout: 10_000 }).toBe(many);
  /** Rows come, and the page is looked at only at times. */
  const pour = async () => {
    await page.evaluate(() => window.torrent.pour());
    await untilIntervals(1);
  };
  const stop = () =>
    page.evaluate(() => {
      window.torrent.stop();
      return window.torrent.said();
    });
  const count = () => page.evaluate(() => window.torrent.count());

  describe.sequential('a torrent', () => {
    test.each(['', '#newest-first', '#marked'])(
      'each message of a torrent is told as it stands, an edit and a removal while it lasts %s',
      async (hash) => {
        const before = await open(hash);
        expect(before.messages).toEqual(await page.evaluate(() => window.torrent.said()));
        await pour();
        const shown = await count();
        const first = await until(before, (messages) => messages.length > shown + 200);
        await page.evaluate(() => window.torrent.edit(150, 'Better so.'));
        const edited = await until(first, (messages) => messages[150]?.text === 'Better so.');
        await page.evaluate(() => window.torrent.remove(120));
        const removed = await until(
          edited,
          (messages) => messages[120]?.key !== before.messages[120]?.key,
        );
        const said = await stop();
        const now = await until(removed, (messages) => messages.length === said.length);
        expect(now.messages).toEqual(said);
        await untilIntervals(0);
        // And what comes by itself is told at once, as before.
        await page.evaluate(() => window.torrent.edit(0, 'The first.'));
        await until(now, (messages) => messages[0]?.text === 'The first.');
      },
    );

    test('whatever else happens adds up', async () => {
      const before = await open();
      await pour();
      const shown = await count();
      await page.evaluate(() => window.torrent.shake(1));
      const some = await until(before, (messages) => messages.length > shown + 400);
      const said = await stop();
      const lines = (messages: readonly Message[]) =>
        messages.map(({ key, text }) => `${key} ${text}`).join('\n');
      const isAll = (messages: readonly Message[]) => lines(messages) === lines(said);
      expect((await until(some, isAll)).messages).toEqual(said);
    });

    test('rows that only look alike are read again', async () => {
      const before = await open();
      await pour();
      const shown = await count();
      const first = await until(before, (messages) => messages.length > shown);
      const from = await page.evaluate(() => {
        window.torrent.tellApart();
        return window.torrent.count();
      });
      const isApart = ({ text }: Message) => text.endsWith('(told apart)');
      const some = await until(first, (messages) => messages.length > from + 50);
      const said = await stop();
      const now = await until(
        some,
        (messages) => messages.length === said.length && messages.slice(from).every(isApart),
      );
      expect(now.messages.slice(from).map(({ text }) => text)).toEqual(
        said.slice(from).map(({ text }) => `${text}\n(told apart)`),
      );
    });

    test('nothing is left of a page that is closed in the midst of it', async () => {
      await open();
      await pour();
      await ask(page, { ask: 'close' });
      expect(await leftovers()).toMatchObject({ intervals: 0, observers: 0, timers: 0 });
    });
  });
});
