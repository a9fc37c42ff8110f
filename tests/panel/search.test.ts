import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createEar } from '../../lib/domain/hear';
import type { Language, Pack } from '../../lib/domain/pack';
import { createConversation } from '../../lib/panel/conversation';
import { createGuide } from '../../lib/panel/guide';
import { guideEngine } from '../../lib/panel/guide-engine';
import type { MemoryState } from '../../lib/panel/live';
import { createPacks } from '../../lib/panel/packs';
import { createSearchStore } from '../../lib/panel/search';
import { createSession } from '../../lib/panel/session';
import { createFakeClock } from '../support/fake-clock';
import { createFakeMemory } from '../support/fake-memory';
import { createFakePage, message, viewOf } from '../support/fake-page';
import { createSearch } from '../../lib/text/search';
import { settled } from '../support/settled';

const english: Pack = {
  format: 1,
  id: 'test',
  version: '1.0.0',
  title: 'Test',
  language: 'en',
  phrases: [
    { id: 'open', text: 'Which parcel is it, {customer}?', places: ['probe.open'] },
    { id: 'heard', text: 'A parcel that is late spoils the day.', places: ['listen.acknowledge'] },
    { id: 'thanks', text: 'Thank you for your patience.', places: ['close.thanks'] },
  ],
};
const chinese: Pack = {
  ...english,
  id: 'test-zh',
  language: 'zh-CN',
  phrases: [
    { id: 'heard-zh', text: '您的 parcel 还没到，我明白。', places: ['listen.acknowledge'] },
  ],
};

async function start(loadSearch = () => Promise.resolve(createSearch)) {
  const page = createFakePage();
  const clock = createFakeClock();
  const session = createSession(page.openLink);
  const fake = createFakeMemory(clock.now);
  const memory = signal<MemoryState>(fake.opened);
  const packs = createPacks();
  packs.use([english, chinese], createEar);
  const conversation = createConversation(session, memory, packs.ear, clock.now);
  const language = signal<Language>('en');
  const guide = createGuide({
    session,
    conversation,
    packs,
    language,
    agentName: signal(''),
    category: signal(undefined),
    engine: signal(guideEngine),
    now: clock.now,
  });
  const search = createSearchStore({ packs, guide, language, memory, loadSearch });
  const opening = search.open();
  session.bind(1);
  page.tell({
    is: 'open',
    url: 'https://chat.example.com/talks/1',
    frames: new Map([[0, viewOf([message('m1', 'customer', 'Hello?')])]]),
  });
  await settled();
  const ids = () => (search.results.value ?? []).map(({ phrase }) => phrase.id);
  return { search, ids, language, guide, conversation, opening };
}

test('the phrase of the step at hand comes first, the other language last', async () => {
  const { search, ids, guide, language } = await start();
  search.query.value = 'parcel';
  expect(ids()).toEqual(['heard', 'open', 'heard-zh']);
  guide.show('probe');
  expect(ids()).toEqual(['open', 'heard', 'heard-zh']);
  language.value = 'zh-CN';
  expect(ids()[0]).toBe('heard-zh');
});

test('what is not known yet stays visible as a slot that is asked for', async () => {
  const { search } = await start();
  search.query.value = 'which';
  expect(search.results.value).toMatchObject([{ missing: ['customer'] }]);
});

test('before anything is typed, the most used phrases', async () => {
  const { search, ids, conversation } = await start();
  expect(ids()).toEqual([]);
  for (const phrase of ['thanks', 'open', 'thanks'])
    await conversation.append([{ kind: 'inserted', at: 1, phrase }]);
  await settled();
  expect(ids()).toEqual(['thanks', 'open']);
  search.query.value = 'parcel';
  expect(ids()).toEqual(['heard', 'open', 'heard-zh']);
});

test('what is typed before the engine is there is found once it is', async () => {
  let give: (engine: typeof createSearch) => void = () => {};
  const loading = new Promise<typeof createSearch>((resolve) => (give = resolve));
  const { search, ids, opening } = await start(() => loading);
  search.query.value = 'parcel';
  expect(search.results.value).toBeUndefined();
  give(createSearch);
  await opening;
  expect(ids()).toEqual(['heard', 'open', 'heard-zh']);
});
