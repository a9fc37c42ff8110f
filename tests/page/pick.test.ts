// Pointing at things on the page: what is picked, what the page notices of it, and what is made of it.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteSchema } from '../../lib/domain/site';
import type { Derived, Picked, Point } from '../../lib/domain/taught';
import type { Page as PageRoom } from '../../lib/page/open-page';
import { isStable } from '../../lib/page/stable-selector';
import { ask, browserNames, startStage, type Stage } from './driver/browser';

declare global {
  interface Window {
    pressed: string[];
  }
}

type View = ReturnType<PageRoom['readConversation']>;

test.each(['message', 'msg--from-me', 'chatRow', 'c-bubble__text', 'words'])(
  '%s is a name that stays',
  (name) => expect(isStable(name)).toBe(true),
);
test.each(['css-1q2w3e', 'sc-bdVaJa', 'jsx-123', 'row-42', 'kltrwq', 'active', 'is-new'])(
  '%s is not',
  (name) => expect(isStable(name)).toBe(false),
);

describe.each(browserNames)('%s', (browserName) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await startStage(browserName);
    page = stage.page;
  });
  afterAll(() => stage.close());

  const open = async (fixture = 'chats/odd') => {
    await stage.open(`${fixture}.html`);
    await ask(page, { ask: 'open' });
  };
  /** Begins to pick, and waits until the page listens. */
  const begin = async (point: Point) => {
    const picking = ask<Picked>(page, { ask: 'pick', point });
    await page.waitForSelector('composure-outline');
    return { picking };
  };
  const clickOn = async (point: Point, selector: string) => {
    const { picking } = await begin(point);
    await page.click(selector);
    return picking;
  };

  test('a click picks the box, and the page feels nothing of it', async () => {
    await open();
    const before = await page.evaluate(() => document.body.outerHTML);
    expect(await clickOn('replyBox', '#answer')).toEqual({ selector: '#answer' });
    expect(await page.evaluate(() => window.pressed)).toEqual([]);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    expect(await page.$('composure-outline')).toBeNull();
  });

  test('Escape gives it up', async () => {
    await open();
    const { picking } = await begin('replyBox');
    await page.keyboard.press('Escape');
    expect(await picking).toEqual({ selector: null });
    expect(await page.$('composure-outline')).toBeNull();
  });

  test('Tab goes from box to box, Enter takes one', async () => {
    await open();
    const { picking } = await begin('replyBox');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await picking).toEqual({ selector: '#memo' });
  });

  test('what is no box is not taken for one', async () => {
    await open();
    const { picking } = await begin('replyBox');
    await page.click('.words');
    await page.click('#answer');
    expect(await picking).toEqual({ selector: '#answer' });
  });

  test('the chosen box goes before the guess, and before the box that has the focus', async () => {
    await open();
    const taught = { origin: '', replyBox: '#answer' };
    await page.focus('#memo');
    await ask(page, { ask: 'teach', taught });
    await ask(page, { ask: 'insert', text: 'Hello.' });
    const values = () => page.$$eval('textarea', (boxes) => boxes.map((box) => box.value));
    expect(await values()).toEqual(['Hello.', '']);
  });

  test('three clicks make a description that reads what the guess read wrongly', async () => {
    await open();
    const guessed = (await ask<View>(page, { ask: 'read' })).reading;
    expect(guessed?.messages.map(({ text }) => text)).toContain('Parcel left the depot');
    await clickOn('customer', '#t1 .words');
    await clickOn('agent', '#t2 .words');
    await clickOn('replyBox', '#answer');
    const derived = await ask<Derived>(page, { ask: 'derive' });
    if (!derived.ok) throw new Error(derived.reason);
    expect(siteSchema.parse(derived.site)).toMatchObject({
      row: 'div.talk > div.turn',
      text: '.words',
      customer: '[data-turn-of="guest"]',
      agent: '[data-turn-of="desk"]',
      keyAttribute: 'id',
      replyBox: '#answer',
    });
    const taught = { origin: '', site: derived.site, replyBox: '#answer' };
    const { reading } = await ask<View>(page, { ask: 'teach', taught });
    expect(reading?.messages.map(({ key, side, text }) => `${key} ${side}: ${text}`)).toEqual([
      't1 customer: My parcel is late and I am angry.',
      't2 agent: I am sorry to hear that.',
      't3 customer: So what now?',
    ]);
  });

  test('two clicks in one message, or two sides that look the same, make none', async () => {
    await open();
    await clickOn('customer', '#t1 .words');
    await clickOn('agent', '#t1 .words');
    await clickOn('replyBox', '#answer');
    expect(await ask(page, { ask: 'derive' })).toEqual({ ok: false, reason: 'same-message' });
    await clickOn('agent', '#t3 .words');
    expect(await ask(page, { ask: 'derive' })).toEqual({ ok: false, reason: 'same-look' });
  });

  test('a box in a frame is picked through the frame', async () => {
    await open('editors/frame');
    await page.waitForSelector('html[data-lab]');
    const { picking } = await begin('replyBox');
    const frame = await (await page.$('iframe'))?.contentFrame();
    await frame?.click('body');
    const { selector } = await picking;
    expect(selector).not.toBeNull();
  });
});
