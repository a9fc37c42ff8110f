import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../lib/domain/conversation';
import type { Page as PageRoom, PageEvent } from '../../lib/page/open-page';
import { sites } from '../../lib/domain/sites/index';
import { ask, browserNames, startStage, type Stage } from './driver/browser';

declare global {
  interface Window {
    say: (side: 'customer' | 'agent', text: string) => void;
    edit: (id: string, text: string) => void;
    switchTo: (jid: string) => void;
  }
}

type View = ReturnType<PageRoom['readConversation']>;

const fixtures = [
  'sites/converse',
  'sites/request-tracker',
  'sites/osticket',
  'sites/freescout',
  'sites/chatwoot',
  'sites/zammad',
  'chats/log',
  'chats/long',
  'chats/edges',
  'chats/newest-first',
  'chats/shadow',
  'chats/odd',
  'chats/article',
  'chats/told-to-readers',
  'chats/labels-by-place',
  'chats/deep-log',
  'chats/client-is-me',
  'chats/bare-rows',
  'chats/blanks',
  'editors/textarea',
  'editors/frame',
];

const spoken = (messages: readonly Message[] | undefined) =>
  messages?.map(({ side, text }) => `${side}: ${text}`);

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
  };
  const read = async () => (await ask<View>(page, { ask: 'read' })).reading;
  const nextChange = async () => {
    for (;;) {
      const event = await ask<PageEvent>(page, { ask: 'event' });
      if (event.event !== 'draftChanged') return event;
    }
  };
  const say = (side: 'customer' | 'agent', text: string) =>
    page.evaluate((who, words) => window.say(who, words), side, text);

  test('reads converse.js', async () => {
    await open('sites/converse');
    const reading = await read();
    expect(reading).toMatchObject({ site: 'converse', sure: 1 });
    expect(reading).toMatchObject({ key: 'dana@localhost', customer: 'Dana' });
    expect(reading?.messages).toEqual([
      {
        key: 'id-1',
        side: 'customer',
        text: 'My order 42 is late',
        name: 'Dana',
        at: Date.UTC(2026, 10, 21, 10, 0, 1),
      },
      {
        key: 'id-2',
        side: 'agent',
        text: 'I am sorry to hear that.',
        name: 'Alex',
        at: Date.UTC(2026, 10, 21, 10, 0, 2),
      },
      { key: expect.any(String), side: 'system', text: 'Dana is away' },
    ]);
  });

  test('reads Request Tracker, where only the requestor’s name tells the sides', async () => {
    await open('sites/request-tracker');
    const reading = await read();
    expect(reading).toMatchObject({ site: 'request-tracker', sure: 1 });
    expect(reading).toMatchObject({
      key: '/Ticket/History.html?id=1',
      customer: 'Dana Customer <dana@example.test>',
    });
    expect(spoken(reading?.messages)).toEqual([
      'customer: Hello,\nthe kettle is broken.',
      'agent: Dear Dana, we look into it.',
    ]);
    expect(reading?.messages.map(({ key }) => key)).toEqual(['34', '36']);
  });

  test.each(['oldest', 'newest'])('reads osTicket with the %s first', async (first) => {
    await stage.open('sites/osticket.html');
    if (first === 'newest')
      await page.evaluate(() => {
        const items = document.querySelector('#thread-items');
        items?.replaceChildren(...[...items.children].toReversed());
      });
    await ask(page, { ask: 'open' });
    const reading = await read();
    expect(reading).toMatchObject({ site: 'osticket', key: '7' });
    expect(reading?.messages).toEqual([
      {
        key: 'entry-71',
        side: 'customer',
        text: 'My order 42 is late.',
        name: 'Dana',
        at: Date.UTC(2026, 10, 21, 10),
      },
      {
        key: 'entry-73',
        side: 'agent',
        text: 'I am sorry to hear that.',
        name: 'Alex',
        at: Date.UTC(2026, 10, 21, 10, 2),
      },
    ]);
    await ask(page, { ask: 'insert', text: 'Hello.' });
    expect(await page.$eval('#response', (box) => (box as HTMLTextAreaElement).value)).toBe(
      'Hello.',
    );
  });

  test.each([
    {
      name: 'freescout',
      key: '42',
      messages: [
        { key: '901', side: 'customer', name: 'Dana Reyes', text: 'My parcel is late.\nAgain.' },
        { key: '903', side: 'agent', name: 'Alex', text: 'I am sorry to hear that.' },
      ],
    },
    {
      name: 'chatwoot',
      messages: [
        { key: '11', side: 'customer', text: 'My parcel is late.' },
        { key: '12', side: 'system', text: 'Alex joined' },
        { key: '14', side: 'agent', text: 'I am sorry to hear that.' },
      ],
    },
    {
      name: 'zammad',
      messages: [
        { key: '21', side: 'customer', text: 'My parcel is late.' },
        { key: '23', side: 'agent', text: 'I am sorry to hear that.' },
      ],
    },
  ])(
    'reads $name and writes into its reply, never into a note',
    async ({ name, key, messages }) => {
      await open(`sites/${name}`);
      const reading = await read();
      expect(reading).toMatchObject({ site: name, sure: 1, ...(key && { key }) });
      expect(reading?.messages).toEqual(messages);
      expect(await ask(page, { ask: 'insert', text: 'Hello.' })).toMatchObject({
        ok: true,
        draft: 'Hello.',
      });
      expect(await page.$eval('#reply', (box) => box.textContent.trim())).toBe('Hello.');
      await stage.open(`sites/${name}.html`);
      await page.click('#note');
      await ask(page, { ask: 'open' });
      expect(await ask(page, { ask: 'insert', text: 'Hello.' })).toEqual({
        ok: false,
        reason: 'no-reply-box',
      });
    },
  );

  test('tells what was said meanwhile as one small change', async () => {
    await open('sites/converse');
    await say('customer', 'Well?');
    const change = await nextChange();
    expect(change).toMatchObject({
      event: 'conversationChanged',
      splice: { key: 'dana@localhost', at: 3, removed: 0 },
    });
    expect(change.event === 'conversationChanged' && spoken(change.splice.messages)).toEqual([
      'customer: Well?',
    ]);
  });

  test('tells all anew when the page switches to another conversation', async () => {
    await open('sites/converse');
    await page.evaluate(() => window.switchTo('robin@localhost'));
    expect(await nextChange()).toMatchObject({
      event: 'conversationReplaced',
      reading: {
        key: 'robin@localhost',
        customer: 'Robin',
        messages: [{ text: 'Another matter.' }],
      },
    });
  });

  test('tells that the conversation has gone, and that it is there again', async () => {
    await open('sites/converse');
    await page.evaluate(() => {
      const chat = document.querySelector('converse-chat');
      setTimeout(() => document.querySelector('converse-chats')?.append(chat ?? ''), 400);
      chat?.remove();
    });
    expect(await nextChange()).toEqual({ event: 'conversationReplaced', reading: null });
    expect(await nextChange()).toMatchObject({
      event: 'conversationReplaced',
      reading: { key: 'dana@localhost' },
    });
  });

  test('reads a chat by its classes', async () => {
    await open('chats/log');
    const reading = await read();
    expect(reading?.site).toBe('generic');
    expect(reading?.sure).toBeLessThan(1);
    expect(spoken(reading?.messages)).toEqual([
      'system: Dana joined the chat',
      'customer: My parcel is late.\nOrder 42.',
      'agent: I am sorry 😔',
    ]);
    expect(reading?.messages[1]).toMatchObject({
      key: 'm1',
      name: 'Dana',
      at: Date.UTC(2026, 10, 21, 10),
    });
  });

  test('an edited message keeps its key', async () => {
    await open('chats/log');
    await page.evaluate(() => window.edit('m1', 'My parcel is here.'));
    expect(await nextChange()).toMatchObject({
      splice: { at: 1, removed: 1, messages: [{ key: 'm1', side: 'customer' }] },
    });
  });

  test('a message keeps its key when its row is drawn anew', async () => {
    await open('chats/edges');
    const before = await read();
    await page.evaluate(() => {
      const list = document.querySelector('#messages');
      list?.replaceChildren(...[...list.children].map((row) => row.cloneNode(true)));
    });
    expect((await read())?.messages).toEqual(before?.messages);
  });

  test('reads a chat by the edge that each side keeps to', async () => {
    await open('chats/edges');
    expect(spoken((await read())?.messages)).toEqual([
      'customer: My parcel is late.',
      'agent: I am sorry to hear that.',
      'customer: So?',
    ]);
  });

  test('reads oldest first where the page shows the newest on top', async () => {
    await open('chats/newest-first');
    const reading = await read();
    expect(spoken(reading?.messages)).toEqual([
      'customer: It broke.',
      'agent: I am looking into it.',
    ]);
    expect(reading?.messages[0]?.name).toBe('Dana');
  });

  test('reads and follows a chat in an open shadow root', async () => {
    await open('chats/shadow');
    expect(spoken((await read())?.messages)).toEqual(['customer: Hello?', 'agent: Good morning.']);
    await say('customer', 'My parcel is late.');
    expect(await nextChange()).toMatchObject({ splice: { at: 2, removed: 0 } });
  });

  test('reads no conversation where there is none', async () => {
    await open('chats/article');
    expect(await read()).toBeNull();
  });

  test.each(fixtures)('no description but its own fits %s', async (fixture) => {
    await open(fixture);
    const own = sites.filter(({ id }) => fixture === `sites/${id}`).map(({ id }) => id);
    expect(await ask(page, { ask: 'sites' })).toEqual(own);
  });
});
