import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import type { LedgerEvent } from '../../lib/domain/event';
import { createEar } from '../../lib/domain/hear';
import type { Ear } from '../../lib/domain/hear';
import { createConversation } from '../../lib/panel/conversation';
import type { Conversation } from '../../lib/panel/conversation';
import type { MemoryState } from '../../lib/panel/live';
import { createSession } from '../../lib/panel/session';
import { createFakeMemory } from '../support/fake-memory';
import { createFakePage, message, viewOf } from '../support/fake-page';
import { settled } from '../support/settled';

const url = 'https://chat.example.com/talks/1';
const refused: MemoryState = { is: 'opened', ok: false, reason: 'storage-blocked' };
const ear = createEar([{ means: 'angry', side: 'customer', words: ['angry'] }]);
const first = message('m1', 'customer', 'I am angry.', { at: 500 });
const second = message('m2', 'agent', 'I see.');
const tick: LedgerEvent = { kind: 'ticked', at: 2000, subStep: 'probe.open' };

function start(options: { state?: MemoryState; ear?: Ear | undefined } = {}) {
  const page = createFakePage();
  const session = createSession(page.openLink);
  const fake = createFakeMemory(() => 1000);
  const memory = signal<MemoryState>(options.state ?? fake.opened);
  const listening = signal<Ear | undefined>('ear' in options ? options.ear : ear);
  const conversation = createConversation(session, memory, listening, () => 1000);
  session.bind(7);
  return { page, session, fake, memory, listening, conversation };
}
const talk = (key: string, ...messages: ReturnType<typeof message>[]) => viewOf(messages, { key });

/** The keys of the messages heard, and the kinds of all else. */
function heard({ events }: Conversation): string[] {
  return events.value.map((event) => (event.kind === 'said' ? event.messageKey : event.kind));
}

describe('its row in the log', () => {
  test('has the facts that find it again', async () => {
    const { page, fake, conversation } = start();
    page.show(url, viewOf([first], { site: 'converse', key: 'room', customer: 'Dana' }));
    await settled();
    expect(fake.rows).toEqual([
      {
        id: conversation.id.value,
        key: 'converse https://chat.example.com room',
        site: 'converse',
        channel: 'chat.example.com',
        customer: 'Dana',
        startedAt: 1000,
        events: 0,
      },
    ]);
  });

  test('stays the same while the conversation goes on, and comes back with it', async () => {
    const { page, fake, conversation } = start();
    page.show(url, talk('a', first));
    await settled();
    const id = conversation.id.value;
    page.show(url, talk('a', first, second));
    page.tell({ is: 'connecting' });
    await settled();
    expect(conversation.id.value).toBeUndefined();
    page.show(url, talk('a', first, second));
    await settled();
    expect(conversation.id.value).toBe(id);
    expect(fake.rows).toHaveLength(1);
  });

  test('a page that cannot be read has one for each address', async () => {
    const { page, fake } = start();
    const unread = { reading: null, draft: viewOf([]).draft };
    page.show(`${url}?tab=2#end`, unread);
    await settled();
    page.show('https://chat.example.com/talks/2', unread);
    await settled();
    expect(fake.rows.map(({ key }) => key)).toEqual([
      'unread https://chat.example.com /talks/1',
      'unread https://chat.example.com /talks/2',
    ]);
  });

  test('no page, no row', async () => {
    const { page, fake, conversation } = start();
    page.tell({ is: 'closed', why: 'not-allowed' });
    await settled();
    expect([fake.rows, conversation.key.value, conversation.id.value]).toEqual([[], '', undefined]);
  });
});

describe('what is heard', () => {
  test('is in the ledger with its time, its side and what was found, not the message', async () => {
    const { page, conversation } = start();
    page.show(url, talk('a', first, second));
    await settled();
    expect(conversation.events.value).toEqual([
      {
        kind: 'said',
        at: 500,
        messageKey: 'm1',
        side: 'customer',
        found: [{ means: 'angry', words: 'angry' }],
      },
      { kind: 'said', at: 1000, messageKey: 'm2', side: 'agent', found: [] },
    ]);
  });

  test('is heard once, however often the page is read', async () => {
    const { page, conversation } = start();
    page.show(url, talk('a', first));
    page.show(url, talk('a', first));
    await settled();
    page.show(url, talk('a', first, second));
    page.show(url, talk('a', first, second));
    await settled();
    page.show(url, talk('a', second));
    await settled();
    expect(heard(conversation)).toEqual(['m1', 'm2']);
  });

  test('is not asked of the log again once it is there', async () => {
    const { page, fake } = start();
    page.show(url, talk('a', first));
    await settled();
    page.show(url, talk('a', first, second));
    await settled();
    const asked = fake.callsOf('ledger.hear').map(([, said]) => said);
    expect(asked.at(-1)).toMatchObject([{ messageKey: 'm2' }]);
  });

  test('leaves out what the page says by itself', async () => {
    const { page, conversation } = start();
    page.show(url, talk('a', message('m0', 'system', 'Dana joined'), first));
    await settled();
    expect(heard(conversation)).toEqual(['m1']);
  });

  test('waits for the packs', async () => {
    const { page, fake, listening, conversation } = start({ ear: undefined });
    page.show(url, talk('a', first));
    await settled();
    expect(fake.callsOf('ledger.hear')).toEqual([]);
    listening.value = ear;
    await settled();
    expect(heard(conversation)).toEqual(['m1']);
  });

  test('waits for the log', async () => {
    const { page, fake, memory, conversation } = start({ state: { is: 'opening' } });
    page.show(url, talk('a', first));
    await settled();
    expect(heard(conversation)).toEqual([]);
    memory.value = fake.opened;
    await settled();
    expect(heard(conversation)).toEqual(['m1']);
  });
});

describe('another conversation', () => {
  test('never gets the events of the one before, nor gives its own', async () => {
    const { page, fake, conversation } = start();
    page.show(url, talk('a', first));
    await settled();
    page.show(url, talk('b', second));
    expect(heard(conversation)).toEqual([]);
    await settled();
    expect(heard(conversation)).toEqual(['m2']);
    page.show(url, talk('a', first));
    await settled();
    expect(heard(conversation)).toEqual(['m1']);
    const keys = fake.rows.map(({ id }) => fake.eventsOf(id).map(keyOf));
    expect(keys).toEqual([['m1'], ['m2']]);
  });

  test('shown before the log answered for the first, leaves the first unheard', async () => {
    const { page, fake, conversation } = start();
    page.show(url, talk('a', first));
    page.show(url, talk('b', second));
    await settled();
    expect(heard(conversation)).toEqual(['m2']);
    expect(fake.rows.map(({ id }) => fake.eventsOf(id).map(keyOf))).toEqual([[], ['m2']]);
  });

  test('keeps its row when the log answers late for the first', async () => {
    const { page, fake, memory, conversation } = start({ state: { is: 'opening' } });
    let answer = () => {};
    const late = new Promise<void>((resolve) => (answer = resolve));
    const { ledger } = fake.memory;
    const open: typeof ledger.open = async (facts) => {
      if (facts.key.endsWith(' a')) await late;
      return ledger.open(facts);
    };
    memory.value = { ...fake.opened, memory: { ...fake.memory, ledger: { ...ledger, open } } };
    page.show(url, talk('a', first));
    page.show(url, talk('b', second));
    await settled();
    const id = conversation.id.value;
    expect(id).toBeDefined();
    answer();
    await settled();
    expect([conversation.id.value, heard(conversation)]).toEqual([id, ['m2']]);
  });

  test('may use the same keys for its messages', async () => {
    const { page, conversation } = start();
    page.show(url, talk('a', message('1', 'customer', 'x')));
    await settled();
    page.show(url, talk('b', message('1', 'customer', 'angry')));
    await settled();
    expect(conversation.events.value).toMatchObject([
      { messageKey: '1', found: [{ means: 'angry' }] },
    ]);
  });

  test('does not bear the name of the customer before', () => {
    const { page, conversation } = start();
    page.show(url, viewOf([first], { key: 'a', customer: 'Dana' }));
    expect(conversation.customer.value).toBe('Dana');
    page.show(url, viewOf([first], { key: 'a' }));
    expect(conversation.customer.value).toBe('Dana');
    page.show(url, viewOf([second], { key: 'b' }));
    expect(conversation.customer.value).toBe('');
  });
});

function keyOf(event: LedgerEvent): string {
  return event.kind === 'said' ? event.messageKey : event.kind;
}

describe('adding an event', () => {
  test('resolves when it is in the ledger', async () => {
    const { page, fake, conversation } = start();
    page.show(url, talk('a'));
    await settled();
    await conversation.append([tick]);
    expect(fake.eventsOf(conversation.id.value ?? '')).toEqual([tick]);
  });

  test('before the log is open shows it at once, and it is in the log afterwards', async () => {
    const { page, fake, memory, conversation } = start({ state: { is: 'opening' } });
    page.show(url, talk('a', first));
    await conversation.append([tick]);
    expect(heard(conversation)).toEqual(['ticked']);
    memory.value = fake.opened;
    await settled();
    expect(heard(conversation).toSorted()).toEqual(['m1', 'ticked']);
    expect(fake.eventsOf(conversation.id.value ?? '')).toHaveLength(2);
  });
});

describe('where the log is refused', () => {
  test('events are kept in the panel, each message once', async () => {
    const { page, conversation } = start({ state: refused });
    page.show(url, talk('a', first));
    await conversation.append([tick]);
    page.show(url, talk('a', first, second));
    expect(heard(conversation)).toEqual(['m1', 'ticked', 'm2']);
    expect(conversation.id.value).toBeUndefined();
  });

  test('each conversation keeps its own', async () => {
    const { page, conversation } = start({ state: refused });
    page.show(url, talk('a', first));
    await conversation.append([tick]);
    page.show(url, talk('b', second));
    expect(heard(conversation)).toEqual(['m2']);
    page.show(url, talk('a', first));
    expect(heard(conversation)).toEqual(['m1', 'ticked']);
  });

  test('a log that does not take a conversation is told once, and the panel goes on', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { page, fake, conversation } = start();
    fake.refuse('ledger.open');
    page.show(url, talk('a', first));
    await settled();
    await conversation.append([tick]);
    expect(heard(conversation)).toEqual(['m1', 'ticked']);
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
  });

  test('a log that does not take an event is told, and the event is kept', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { page, fake, conversation } = start();
    page.show(url, talk('a', first));
    await settled();
    fake.refuse('ledger.append');
    await conversation.append([tick]);
    expect(heard(conversation)).toEqual(['m1', 'ticked']);
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
  });
});
