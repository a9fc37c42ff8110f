import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { InsertResult } from '../../lib/domain/reply';
import { ask, browserNames, startStage, type Stage } from './driver/browser';
import { parseCaret } from './driver/caret';

type Lab = {
  fill: (text: string) => void;
  select: (start: number, end: number) => void;
  model: () => string;
  typed: () => number;
  sent: () => number;
};
declare global {
  interface Window {
    lab: Lab;
  }
}

// The simplest page of each kind, so that a fault shows without an editor's own ways; real editors: editors/.
const editors = [
  { name: 'textarea' },
  // Stands for the editors that keep the text apart from the page, at their strictest.
  { name: 'modelled' },
];

const insertions = [
  { what: 'at the caret', from: 'Dear |', text: 'Dana,', to: 'Dear Dana,|' },
  { what: 'within a text', from: 'Dear |, thanks', text: 'Dana', to: 'Dear Dana|, thanks' },
  { what: 'into an empty box', from: '|', text: 'Hello.', to: 'Hello.|' },
  { what: 'over a selection', from: 'Dear {old} text', text: 'new', to: 'Dear new| text' },
  { what: 'the same words again', from: 'Sorry. |', text: 'Sorry.', to: 'Sorry. Sorry.|' },
  {
    what: 'Chinese',
    from: '您好，|',
    text: '给您带来不便，非常抱歉。',
    to: '您好，给您带来不便，非常抱歉。|',
  },
  { what: 'emoji', from: 'Hi |', text: '👩‍👩‍👧 👍🏽', to: 'Hi 👩‍👩‍👧 👍🏽|' },
  { what: 'right-to-left', from: 'Hi |', text: 'שלום דנה', to: 'Hi שלום דנה|' },
  { what: 'markup as text', from: 'See |', text: '<b>&amp;</b>', to: 'See <b>&amp;</b>|' },
];

describe.each(browserNames)('%s', (browserName) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await startStage(browserName);
    page = stage.page;
  });
  afterAll(() => stage.close());

  const model = () => page.evaluate(() => window.lab.model());
  const sent = () => page.evaluate(() => window.lab.sent());
  const set = async (marked: string) => {
    const { text, start, end } = parseCaret(marked);
    await page.evaluate((value) => window.lab.fill(value), text);
    await page.evaluate((from, to) => window.lab.select(from, to), start, end);
  };
  const insert = (text: string) => ask<InsertResult>(page, { ask: 'insert', text });
  const undo = async () => {
    await page.keyboard.down('Control');
    await page.keyboard.press('z');
    await page.keyboard.up('Control');
  };

  describe.each(editors)('$name', ({ name }) => {
    beforeEach(async () => {
      await stage.open(`editors/${name}.html`);
      await page.waitForSelector('html[data-lab]');
      await ask(page, { ask: 'open' });
    });

    test.each(insertions)('inserts $what', async ({ from, text, to }) => {
      const { text: expected, start } = parseCaret(to);
      await set(from);
      const typedBefore = await page.evaluate(() => window.lab.typed());
      expect(await insert(text)).toMatchObject({ ok: true });
      expect(await model()).toBe(expected);
      expect(await page.evaluate(() => window.lab.typed())).toBeGreaterThan(typedBefore);
      await page.keyboard.type('Z');
      expect(await model()).toBe(`${expected.slice(0, start)}Z${expected.slice(start)}`);
      expect(await sent()).toBe(0);
    });

    test('one undo takes an insertion back', async () => {
      await set('Dear |');
      await insert('Dana,');
      await undo();
      expect(await model()).toBe('Dear ');
    });

    test('inserts lines with an empty one among them', async () => {
      await set('Dear |');
      const result = await insert('A1\nB2\n\nD4');
      expect(result).toMatchObject({ ok: true });
      expect(await model()).toBe('Dear A1\nB2\n\nD4');
      await page.keyboard.type('Z');
      expect(await model()).toBe('Dear A1\nB2\n\nD4Z');
      expect(await sent()).toBe(0);
    });

    test('inserts at the end of a box that was never focused', async () => {
      await page.evaluate(() => window.lab.fill('Dear Dana,'));
      expect(await insert(' sorry.')).toMatchObject({ ok: true });
      expect(await model()).toBe('Dear Dana, sorry.');
      await page.keyboard.type('Z');
      expect(await model()).toBe('Dear Dana, sorry.Z');
    });

    test('inserts where the caret was when the focus has gone elsewhere', async () => {
      await set('Dear |, thanks');
      await page.click('#search');
      expect(await insert('Dana')).toMatchObject({ ok: true });
      expect(await model()).toBe('Dear Dana, thanks');
      await page.keyboard.type('Z');
      expect(await model()).toBe('Dear DanaZ, thanks');
    });

    test('replaces a span of the draft, and one undo takes it back', async () => {
      await set('It is impossible today|');
      const span = { start: 6, end: 16, expected: 'impossible' };
      const result = await ask(page, { ask: 'replace', ...span, text: 'possible tomorrow, not' });
      expect(result).toMatchObject({ ok: true, draft: 'It is possible tomorrow, not today' });
      expect(await model()).toBe('It is possible tomorrow, not today');
      await undo();
      expect(await model()).toBe('It is impossible today');
      expect(await sent()).toBe(0);
    });

    test('replaces nothing where the words have changed', async () => {
      await set('It is possible|');
      const span = { start: 6, end: 16, expected: 'impossible' };
      const result = await ask(page, { ask: 'replace', ...span, text: 'x' });
      expect(result).toEqual({ ok: false, reason: 'moved' });
      expect(await model()).toBe('It is possible');
    });
  });
});
