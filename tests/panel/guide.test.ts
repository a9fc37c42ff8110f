import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createEar } from '../../lib/domain/hear';
import type { Language, Pack, Phrase, Place } from '../../lib/domain/pack';
import { createConversation } from '../../lib/panel/conversation';
import { createGuide } from '../../lib/panel/guide';
import { guideEngine } from '../../lib/panel/guide-engine';
import type { MemoryState } from '../../lib/panel/live';
import { createPacks } from '../../lib/panel/packs';
import { createSession } from '../../lib/panel/session';
import { createFakeClock } from '../support/fake-clock';
import { createFakeMemory } from '../support/fake-memory';
import { createFakePage, message, viewOf } from '../support/fake-page';
import { settled } from '../support/settled';

const url = 'https://chat.example.com/talks/1';
const refused: MemoryState = { is: 'opened', ok: false, reason: 'storage-blocked' };

function phrase(id: string, place: Place, more: Partial<Phrase> = {}): Phrase {
  return { id, text: `${id}.`, places: [place], ...more };
}
const pack: Pack = {
  format: 1,
  id: 'test',
  version: '1.0.0',
  title: 'Test',
  language: 'en',
  phrases: [
    phrase('ack', 'listen.acknowledge', { text: 'I see, {customer}. {agent} here.' }),
    phrase('ack-angry', 'listen.acknowledge', { emotions: ['angry'] }),
    phrase('regret', 'apologise.regret', { text: 'Sorry about {order}.' }),
    phrase('say-back', 'restate.say-back'),
    phrase('open', 'probe.open'),
    phrase('else', 'close.else'),
    phrase('may-i', 'hold.ask', { text: 'May I check {reason}?' }),
    phrase('still-here', 'hold.check-in'),
    phrase('nearly-there', 'hold.check-in'),
  ],
  cues: [
    { means: 'threat.self-harm', side: 'customer', words: ['end it all'] },
    { means: 'listen.acknowledge', side: 'agent', words: ['i see'] },
    { means: 'angry', side: 'customer', words: ['angry'] },
  ],
};
const chinese: Pack = {
  ...pack,
  id: 'test-zh',
  language: 'zh-CN',
  phrases: [phrase('ack-zh', 'listen.acknowledge', { text: '我明白。' })],
};

async function start(state?: MemoryState) {
  const page = createFakePage();
  const clock = createFakeClock();
  const session = createSession(page.openLink);
  const fake = createFakeMemory(clock.now);
  const memory = signal<MemoryState>(state ?? fake.opened);
  const packs = createPacks();
  packs.use([pack, chinese], createEar);
  const conversation = createConversation(session, memory, packs.ear, clock.now);
  const language = signal<Language>('en');
  const agentName = signal('');
  const guide = createGuide({
    session,
    conversation,
    packs,
    language,
    agentName,
    now: clock.now,
    category: signal(undefined),
    engine: signal(guideEngine),
  });
  session.bind(7);
  page.show(url, talk('a'));
  await settled();
  const act = async (work: () => void) => {
    clock.pass(1000);
    work();
    await settled();
  };
  return { page, conversation, guide, language, agentName, packs, clock, act };
}
const talk = (key: string, ...messages: ReturnType<typeof message>[]) => viewOf(messages, { key });
type Started = Awaited<ReturnType<typeof start>>;
const offered = ({ guide }: Started) => guide.suggestions.value.map((each) => each.phrase.id);

describe('the card', () => {
  test('shows the current step, and moves on with the conversation', async () => {
    const all = await start();
    expect(all.guide.shown.value).toBe('listen');
    await all.act(() => all.page.show(url, talk('a', message('m1', 'agent', 'I see.'))));
    expect(all.guide.shown.value).toBe('apologise');
    expect(offered(all)).toEqual(['regret']);
  });

  test('shows a step chosen by hand until the conversation moves on', async () => {
    const all = await start();
    await all.act(() => all.guide.show('probe'));
    expect([all.guide.shown.value, offered(all)]).toEqual(['probe', ['open']]);
    const talking = talk('a', message('m1', 'customer', 'It is the red one.'));
    await all.act(() => all.page.show(url, talking));
    expect(all.guide.shown.value).toBe('probe');
    await all.act(() => all.guide.toggle('listen.acknowledge'));
    expect(all.guide.shown.value).toBe('apologise');
  });

  test('shows no step chosen in another conversation', async () => {
    const all = await start();
    await all.act(() => all.guide.show('probe'));
    await all.act(() => all.page.show(url, talk('b')));
    expect(all.guide.shown.value).toBe('listen');
  });

  test('shows the close when all is done or skipped', async () => {
    const all = await start();
    for (const step of ['listen', 'apologise', 'restate', 'probe', 'propose'] as const)
      await all.act(() => all.guide.toggleSkip(step));
    expect([all.guide.shown.value, offered(all)]).toEqual(['close', ['else']]);
  });
});

test('while a life may be in danger no phrase is offered, until the agent has read the procedure', async () => {
  const all = await start();
  const said = message('m1', 'customer', 'I want to end it all.');
  await all.act(() => all.page.show(url, talk('a', said)));
  expect(offered(all)).toEqual([]);
  const read = { kind: 'threatRead', at: 1, threat: 'threat.self-harm', messages: ['m1'] } as const;
  await all.act(() => void all.conversation.append([{ ...read, messages: ['m1'] }]));
  expect(offered(all)).not.toEqual([]);
});

describe('by hand', () => {
  test('a sub-step is ticked, and ticked off again', async () => {
    const { guide, act } = await start();
    await act(() => guide.toggle('listen.acknowledge'));
    expect(guide.state.value.steps.listen).toBe('done');
    await act(() => guide.toggle('listen.acknowledge'));
    expect(guide.state.value.steps.listen).toBe('open');
  });

  test('what a message ticked is taken back by one press', async () => {
    const { guide, page, act } = await start();
    await act(() => page.show(url, talk('a', message('m1', 'agent', 'I see.'))));
    expect(guide.state.value.subSteps['listen.acknowledge']).toEqual({
      done: true,
      by: 'message',
      words: 'I see',
    });
    await act(() => guide.toggle('listen.acknowledge'));
    expect(guide.state.value.steps.listen).toBe('open');
  });

  test('a step is skipped, and taken up again', async () => {
    const { guide, act } = await start();
    await act(() => guide.toggleSkip('listen'));
    expect(guide.state.value.steps.listen).toBe('skipped');
    await act(() => guide.toggleSkip('listen'));
    expect(guide.state.value.steps.listen).toBe('open');
  });

  test('without the log the guide works all the same', async () => {
    const { guide, act } = await start(refused);
    await act(() => guide.toggle('listen.acknowledge'));
    expect(guide.state.value.current).toBe('apologise');
  });
});

describe('the suggestions', () => {
  test('follow the feeling (L8)', async () => {
    const all = await start();
    expect(offered(all)).toEqual(['ack', 'ack-angry']);
    await all.act(() => all.page.show(url, talk('a', message('m1', 'customer', 'I am angry'))));
    expect(offered(all)).toEqual(['ack-angry', 'ack']);
  });

  test('follow the language', async () => {
    const all = await start();
    all.language.value = 'zh-CN';
    expect(offered(all)).toEqual(['ack-zh']);
  });

  test('follow the packs', async () => {
    const all = await start();
    all.packs.use([chinese], createEar);
    expect(offered(all)).toEqual([]);
  });

  test('follow what was said already (R5)', async () => {
    const all = await start();
    const used = { kind: 'inserted', at: 1, phrase: 'ack' } as const;
    await all.act(() => void all.conversation.append([used]));
    expect(offered(all)).toEqual(['ack-angry', 'ack']);
  });

  test('are filled with the customer, the agent and what was asked for (R1)', async () => {
    const { guide, agentName, page, act } = await start();
    const textOf = () => guide.suggestions.value.map(({ text }) => text)[0];
    agentName.value = 'Noor';
    await act(() => page.show(url, viewOf([], { key: 'a', customer: 'Dana' })));
    guide.rememberWords({ order: '7' });
    guide.rememberWords({ product: 'cup' });
    expect(guide.slots.value).toEqual({
      customer: 'Dana',
      agent: 'Noor',
      order: '7',
      product: 'cup',
    });
    expect(textOf()).toBe('I see, Dana. Noor here.');
    guide.show('apologise');
    expect(textOf()).toBe('Sorry about 7.');
  });

  test('keep no word that may be untrue an hour later (W8)', async () => {
    const { guide } = await start();
    guide.rememberWords({ order: '7', time: 'noon', fact: 'the box was torn' });
    expect(guide.slots.value).toEqual({ order: '7' });
  });

  test('have no empty words', async () => {
    const { guide } = await start();
    expect(guide.slots.value).toEqual({});
  });

  test.each([
    ['with the log', undefined],
    ['without it', refused],
  ])('%s keep the words asked for in one conversation out of another', async (_, state) => {
    const { guide, page, act } = await start(state);
    guide.rememberWords({ order: '7' });
    await act(() => page.show(url, talk('b')));
    expect(guide.slots.value).toEqual({});
    guide.rememberWords({ order: '8' });
    await act(() => page.show(url, talk('a')));
    expect(guide.slots.value).toEqual({ order: '7' });
  });
});

describe('a phrase for a moment', () => {
  test('is never the last one again while there is another (R5)', async () => {
    const { guide, conversation, clock, act } = await start();
    const said: string[] = [];
    for (let count = 0; count < 5; count++) {
      const next = guide.phraseFor('hold.check-in')?.phrase.id ?? '';
      said.push(next);
      const event = { kind: 'inserted', at: clock.now() + 1000, phrase: next } as const;
      await act(() => void conversation.append([event]));
    }
    expect(said).toEqual([
      'still-here',
      'nearly-there',
      'still-here',
      'nearly-there',
      'still-here',
    ]);
  });

  test('is filled with the words of that moment, and forgets them', async () => {
    const { guide } = await start();
    const textWith = (words?: Record<string, string>) => guide.phraseFor('hold.ask', words)?.text;
    expect(textWith({ reason: 'your order' })).toBe('May I check your order?');
    expect(textWith()).toBe('May I check {reason}?');
  });

  test('is none where the packs have none', async () => {
    const { guide } = await start();
    expect(guide.phraseFor('hold.return')).toBeUndefined();
  });
});
