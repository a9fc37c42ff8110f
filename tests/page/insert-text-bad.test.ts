import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PageEvent } from '../../lib/page/open-page';
import { ask, browserNames, startStage, type Stage } from './driver/browser';

const text = 'Hello, Dana.';

describe.each(browserNames)('%s', (browserName) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await startStage(browserName);
    page = stage.page;
  });
  afterAll(() => stage.close());

  const openEditor = async (name: string) => {
    await stage.open(`editors/${name}.html`);
    await ask(page, { ask: 'open' });
  };
  const insert = () => ask(page, { ask: 'insert', text });
  const held = () =>
    page.$eval('#box', (box) =>
      'value' in box ? box.value : box.textContent.replace('\u00a0', ' '),
    );

  test.each([
    { name: 'none', reason: 'no-reply-box' },
    { name: 'read-only', reason: 'read-only' },
  ])('says $reason where there is nothing to write into', async ({ name, reason }) => {
    await openEditor(name);
    expect(await insert()).toEqual({ ok: false, reason });
    expect(await ask(page, { ask: 'read' })).toMatchObject({ draft: { found: false, reason } });
  });

  test('says that the box has gone while inserting', async () => {
    await openEditor('vanishing');
    expect(await insert()).toEqual({ ok: false, reason: 'gone' });
  });

  test.each([
    { name: 'swallowing', what: 'an editor takes the paste and does nothing', kept: 'Dear ' },
    { name: 'misplacing', what: 'an editor writes at another place', kept: 'Dear ' },
    { name: 'refusing', what: 'a field puts its own text back', kept: 'Dear Dana' },
    { name: 'short', what: 'a field takes only a part', kept: 'Dear Dana' },
  ])('says rejected where $what, and leaves what stood there', async ({ name, kept }) => {
    await openEditor(name);
    expect(await insert()).toEqual({ ok: false, reason: 'rejected' });
    expect(await held()).toBe(kept);
  });

  test('types where the editor pastes at another place', async () => {
    await openEditor('mispasting');
    expect(await insert()).toMatchObject({ ok: true });
    expect(await held()).toBe(`Dear ${text}`);
  });

  test('waits where a busy editor draws its old caret once more', async () => {
    await openEditor('busy');
    expect(await insert()).toMatchObject({ ok: true });
    expect(await held()).toBe(`Dear ${text}`);
  });

  test('inserts once where the editor pastes later without saying so', async () => {
    await openEditor('late');
    expect(await insert()).toMatchObject({ ok: true });
    expect(await held()).toBe(`Dear ${text}`);
  });

  test('writes two insertions one after the other', async () => {
    await openEditor('textarea');
    const both = [
      ask(page, { ask: 'insert', text: 'One.' }),
      ask(page, { ask: 'insert', text: ' Two.' }),
    ];
    expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await held()).toBe('One. Two.');
  });
});

// Only Chromium lets a test hold an input method open.
describe('an open input method in chromium', () => {
  let stage: Stage;
  let page: Page;
  let session: CDPSession;
  beforeAll(async () => {
    stage = await startStage('chromium');
    page = stage.page;
    session = await page.createCDPSession();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    await stage.open('editors/textarea.html');
    await ask(page, { ask: 'open' });
    await ask(page, { ask: 'read' });
    await page.click('#box');
    await session.send('Input.imeSetComposition', {
      text: 'ni',
      selectionStart: 2,
      selectionEnd: 2,
    });
  });
  const value = () => page.$eval('textarea', (box) => box.value);

  test('is not written into', async () => {
    expect(await ask(page, { ask: 'insert', text })).toEqual({ ok: false, reason: 'composing' });
    expect(await value()).toBe('ni');
  });

  test('is waited for', async () => {
    const inserted = ask(page, { ask: 'insert', text });
    await session.send('Input.insertText', { text: '你' });
    expect(await inserted).toMatchObject({ ok: true });
    expect(await value()).toBe(`你${text}`);
  });

  test('gives no draft before the word is there', async () => {
    await session.send('Input.insertText', { text: '你好' });
    const drafts: string[] = [];
    while (drafts.at(-1) !== '你好') {
      const event = await ask<PageEvent>(page, { ask: 'event' });
      if (event.event === 'draftChanged' && event.draft.found) drafts.push(event.draft.text);
    }
    expect(drafts.filter((draft) => draft.includes('ni'))).toEqual([]);
  });
});
