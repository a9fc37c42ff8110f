import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draft } from '../../lib/domain/reply';
import type { PageEvent } from '../../lib/page/open-page';
import { ask, browserNames, startStage, type Stage } from './driver/browser';

describe.each(browserNames)('%s', (browserName) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await startStage(browserName);
    page = stage.page;
  });
  afterAll(() => stage.close());

  const open = async (fixture: string) => {
    await stage.open(`${fixture}.html`);
    await ask(page, { ask: 'open' });
    // Changes are told to who has read before, as the panel does.
    await draft();
  };
  const draft = async () => (await ask<{ draft: Draft }>(page, { ask: 'read' })).draft;
  /** Follows the changes until the draft is this text; the test's own limit ends a wait in vain. */
  const untilDraft = async (text: string) => {
    for (;;) {
      const event = await ask<PageEvent>(page, { ask: 'event' });
      if (event.event === 'draftChanged' && event.draft.found && event.draft.text === text)
        return event.draft;
    }
  };

  test('tells the draft as the agent types', async () => {
    await open('chats/log');
    expect(await draft()).toEqual({ found: true, text: '', focusedAt: 0 });
    await page.type('textarea', 'We can');
    expect((await untilDraft('We can')).focusedAt).toBeGreaterThan(0);
  });

  test('tells what the page’s own handlers made of a key before anything is drawn', async () => {
    await open('chats/log');
    const told = await page.$eval('textarea', (box) => {
      box.addEventListener('input', () => (box.value = box.value.toUpperCase()));
      box.value = 'we can';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return document.documentElement.dataset['draft'];
    });
    expect(told).toBe('WE CAN');
  });

  test('follows where the page keeps its keys to itself', async () => {
    await open('chats/log');
    await page.$eval('textarea', (box) => {
      box.addEventListener('input', (event) => event.stopImmediatePropagation());
    });
    await page.type('textarea', 'We can');
    expect(await untilDraft('We can')).toMatchObject({ found: true });
  });

  test('follows what comes without a key where the page keeps the event to itself', async () => {
    await open('chats/log');
    await page.$eval('textarea', (box) => {
      box.addEventListener('input', (event) => event.stopImmediatePropagation());
      box.value = 'Pasted';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    expect(await untilDraft('Pasted')).toMatchObject({ found: true });
  });

  test('tells that a key emptied the box, and what a key made without an event', async () => {
    await open('chats/log');
    await page.$eval('textarea', (box) => {
      box.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === 'x') event.preventDefault();
        if (event.key === 'Enter') box.value = '';
        if (event.key === 'x') box.value += '×';
      });
    });
    await page.type('textarea', 'Sorry.');
    await untilDraft('Sorry.');
    await page.keyboard.press('Enter');
    expect(await untilDraft('')).toMatchObject({ found: true });
    await page.keyboard.type('2x');
    expect(await untilDraft('2×')).toMatchObject({ found: true });
  });

  test('tells that sending emptied the box', async () => {
    await open('chats/log');
    await page.type('textarea', 'Sorry.');
    await untilDraft('Sorry.');
    await page.click('#send');
    expect(await untilDraft('')).toMatchObject({ found: true });
  });

  test.each(['shadow', 'controlled', 'input'])('follows the draft in %s', async (name) => {
    await open(`editors/${name}`);
    await page.evaluate(() => window.lab.select(0, 0));
    await page.keyboard.type('Hi');
    expect(await untilDraft('Hi')).toMatchObject({ found: true });
  });

  test('reads the lines of rich text as they are shown', async () => {
    await open('editors/rich');
    await page.click('#box');
    await page.keyboard.type('One');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Shift');
    await page.keyboard.type('Three');
    expect(await draft()).toMatchObject({ text: 'One\n\nThree' });
  });

  test('takes the box that the agent is in over a likelier one', async () => {
    await open('chats/log');
    await page.evaluate(() => {
      const other = document.createElement('textarea');
      other.id = 'other';
      document.body.prepend(other);
    });
    await page.type('#other', 'here');
    expect(await draft()).toMatchObject({ text: 'here' });
  });

  test('leaves a search field alone', async () => {
    await open('editors/textarea');
    await page.type('#search', 'order 42');
    expect(await draft()).toEqual({ found: true, text: '', focusedAt: 0 });
  });

  test('follows the draft into a frame', async () => {
    await open('editors/frame');
    await page.waitForSelector('html[data-lab]');
    await page.evaluate(() => window.lab.select(0, 0));
    await page.keyboard.type('Hi');
    expect(await untilDraft('Hi')).toMatchObject({ found: true });
  });
});
