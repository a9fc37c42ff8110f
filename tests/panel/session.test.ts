import { describe, expect, test } from 'vitest';
import type { Draft } from '../../lib/domain/reply';
import type { Message } from '../../lib/domain/conversation';
import { createSession } from '../../lib/panel/session';
import type { Access } from '../../lib/panel/session';
import type { PageState } from '../../lib/browser/page-link';
import type { PageView } from '../../lib/browser/messages';
import { createFakePage, message, readingOf } from '../support/fake-page';

const url = 'https://chat.example.com/talks/1';
const hello = message('m1', 'customer', 'Hello');
const boxAt = (focusedAt: number): Draft => ({ found: true, text: `at ${focusedAt}`, focusedAt });
const noBox: Draft = { found: false, reason: 'no-reply-box' };

function beside(...views: PageView[]) {
  const page = createFakePage();
  const session = createSession(page.openLink);
  session.bind(7);
  page.show(url, ...views);
  return { page, session };
}
const view = (messages: Message[] | undefined, draft: Draft): PageView => ({
  reading: messages ? readingOf(messages) : null,
  draft,
});

describe('what is possible here', () => {
  const open = (frame: PageView): PageState => ({ is: 'open', url, frames: new Map([[0, frame]]) });
  test.each<[Access, PageState]>([
    ['connecting', { is: 'connecting' }],
    ['not-allowed', { is: 'closed', why: 'not-allowed' }],
    ['browser-page', { is: 'closed', why: 'browser-page' }],
    ['no-tab', { is: 'closed', why: 'no-tab' }],
    ['reading', open(view([hello], boxAt(0)))],
    ['insert-only', open(view(undefined, boxAt(0)))],
    ['read-only', open(view([hello], noBox))],
    ['nothing-found', open(view(undefined, noBox))],
  ])('%s', (access, state) => {
    const { page, session } = beside();
    page.tell(state);
    expect(session.access.value).toBe(access);
  });

  test('conversation and reply box may stand in two frames', () => {
    const { session } = beside(view([hello], noBox), view(undefined, boxAt(0)));
    expect(session.access.value).toBe('reading');
  });

  test('what is gone is not shown any longer', () => {
    const { page, session } = beside(view([hello], boxAt(0)));
    page.tell({ is: 'closed', why: 'no-tab' });
    expect([session.reading.value, session.draft.value, session.url.value]).toEqual([
      undefined,
      undefined,
      '',
    ]);
  });
});

describe('of several frames', () => {
  test('the reading that is surest is taken, and of two as sure the longer', () => {
    const reading = (site: string, sure: number, count: number): PageView => ({
      reading: readingOf(Array<Message>(count).fill(hello), { site, sure }),
      draft: noBox,
    });
    const siteOf = (...views: PageView[]) => beside(...views).session.reading.value?.site;
    expect(siteOf(reading('a', 0.4, 9), reading('b', 1, 1))).toBe('b');
    expect(siteOf(reading('a', 0.4, 1), reading('b', 0.4, 2))).toBe('b');
    expect(siteOf(view(undefined, noBox), reading('c', 0, 0))).toBe('c');
  });

  test('the reply box that was focused last is written into', async () => {
    const { page, session } = beside(
      view([hello], boxAt(5)),
      view(undefined, boxAt(9)),
      view(undefined, noBox),
    );
    expect(session.draft.value).toEqual(boxAt(9));
    await session.insert('Good morning');
    expect(page.inserted).toEqual([{ tabId: 7, frameId: 1, text: 'Good morning' }]);
  });

  test('without a reply box the first frame tells why', () => {
    const readOnly: Draft = { found: false, reason: 'read-only' };
    const { session } = beside(view([hello], readOnly), view(undefined, noBox));
    expect(session.draft.value).toEqual(readOnly);
  });
});

describe('inserting', () => {
  test('gives the answer of the page', async () => {
    const { page, session } = beside(view([hello], boxAt(0)));
    page.answerWith({ ok: false, reason: 'composing' });
    expect(await session.insert('x')).toEqual({ ok: false, reason: 'composing' });
  });

  test('without a reply box says so, and asks no page', async () => {
    const { page, session } = beside(view([hello], noBox));
    expect(await session.insert('x')).toEqual({ ok: false, reason: 'no-reply-box' });
    expect(page.inserted).toEqual([]);
  });

  test('beside no tab says so', async () => {
    const session = createSession(createFakePage().openLink);
    expect(await session.insert('x')).toEqual({ ok: false, reason: 'no-reply-box' });
  });
});

describe('going beside another tab', () => {
  test('ends the line to the first one if nobody talks there, and shows nothing of it any more', () => {
    const { page, session } = beside(view(undefined, boxAt(0)));
    session.bind(8);
    expect(page.opened.map(({ tabId, signal }) => [tabId, signal.aborted])).toEqual([
      [7, true],
      [8, false],
    ]);
    expect(session.tabId.value).toBe(8);
    expect(session.access.value).toBe('connecting');
    expect(session.reading.value).toBeUndefined();
  });

  test('a late word of the first one is not believed', () => {
    const { page, session } = beside(view(undefined, boxAt(0)));
    session.bind(8);
    page.opened[0]?.onState({ is: 'closed', why: 'no-tab' });
    expect(session.access.value).toBe('connecting');
  });

  test('a conversation stays in sight, as one of the others, and its line is taken up again', () => {
    const { page, session } = beside(view([hello], boxAt(0)));
    session.bind(8);
    expect(session.access.value).toBe('connecting');
    expect(session.reading.value).toBeUndefined();
    const [first] = page.opened;
    const more = [hello, message('m2', 'customer', 'Still there?')];
    first?.onState({ is: 'open', url, frames: new Map([[0, view(more, boxAt(0))]]) });
    expect(session.reading.value).toBeUndefined();
    expect(session.others.value).toMatchObject([{ tabId: 7, reading: { messages: more } }]);
    page.opened[1]?.onState({ is: 'closed', why: 'not-allowed' });
    session.bind(7);
    expect(page.opened).toHaveLength(2);
    expect(session.lastFromCustomer.value?.text).toBe('Still there?');
    expect(page.opened[1]?.signal.aborted).toBe(true);
    expect(session.others.value).toEqual([]);
  });

  test('a tab that was closed, or may not be read any more, is none of the others', () => {
    const { page, session } = beside(view([hello], boxAt(0)));
    session.bind(8);
    page.opened[0]?.onState({ is: 'closed', why: 'not-allowed' });
    expect(session.others.value).toEqual([]);
    session.bind(7);
    expect(page.opened.map(({ tabId }) => tabId)).toEqual([7, 8, 7]);
    expect(session.access.value).toBe('connecting');
  });

  test('no more than eight pages are watched: the eldest gives way', () => {
    const { page, session } = beside(view([hello], boxAt(0)));
    for (let tab = 8; tab <= 16; tab += 1) {
      session.bind(tab);
      page.show(url, view([hello], boxAt(0)));
    }
    expect(session.others.value.map(({ tabId }) => tabId)).toEqual([9, 10, 11, 12, 13, 14, 15]);
    expect(page.opened.filter(({ signal }) => !signal.aborted)).toHaveLength(8);
  });

  test('what is inserted goes into the tab at hand', async () => {
    const { page, session } = beside(view([hello], boxAt(0)));
    session.bind(8);
    page.show(url, view([hello], boxAt(0)));
    await session.insert('to 8');
    session.bind(7);
    await session.insert('to 7');
    expect(page.inserted.map(({ tabId, text }) => [tabId, text])).toEqual([
      [8, 'to 8'],
      [7, 'to 7'],
    ]);
  });

  test('the same tab again changes nothing', () => {
    const { page, session } = beside(view([hello], boxAt(0)));
    session.bind(7);
    expect(page.opened).toHaveLength(1);
    expect(session.access.value).toBe('reading');
  });

  test('closing ends the line', () => {
    const { page, session } = beside(view([hello], boxAt(0)));
    session.close();
    expect(page.opened[0]?.signal.aborted).toBe(true);
  });

  test('trying again is asked of the tab at hand', () => {
    const { page, session } = beside();
    session.retry();
    expect(page.retries()).toBe(1);
  });
});

describe('who it is, and in which language', () => {
  test.each<[string, Message[], 'en' | 'zh-CN' | undefined]>([
    ['the customer decides', [hello, message('m2', 'agent', '您好，很高兴为您服务')], 'en'],
    [
      'all that they wrote',
      [hello, message('m2', 'customer', '我的包裹还没到，请帮我看看')],
      'zh-CN',
    ],
    ['before they wrote, the others', [message('m1', 'agent', '您好')], 'zh-CN'],
    [
      'the system has no say',
      [message('m1', 'system', '客户已加入'), message('m2', 'unknown', 'hi')],
      'en',
    ],
    ['no words, no language', [message('m1', 'customer', '12345')], undefined],
    ['no messages, no language', [], undefined],
  ])('%s', (_, messages, language) => {
    expect(beside(view(messages, noBox)).session.language.value).toBe(language);
  });

  test('the last message of the customer is theirs, not the last one', () => {
    const last = message('m3', 'customer', 'Still there?');
    const answer = message('m4', 'agent', 'Yes');
    const { session } = beside(view([hello, last, answer], noBox));
    expect(session.lastFromCustomer.value).toEqual(last);
  });

  test.each<[string, string | undefined, Message[], string]>([
    ['as the page names them', 'Dana Reyes', [{ ...hello, name: 'dana' }], 'Dana Reyes'],
    ['as their last message is signed', undefined, [{ ...hello, name: 'dana' }], 'dana'],
    ['not at all', undefined, [hello], ''],
  ])('the customer is named %s', (_, customer, messages, name) => {
    const reading = readingOf(messages, customer === undefined ? {} : { customer });
    expect(beside({ reading, draft: noBox }).session.customer.value).toBe(name);
  });
});
