// A panel's promises over a fake page, a fake log and a fake clock, with the words of the English pack.
import { signal } from '@preact/signals';
import { expect } from 'vitest';
import { defaultSettings } from '../../lib/domain/default-settings';
import type { Message } from '../../lib/domain/conversation';
import { createEar } from '../../lib/domain/hear';
import { packSchema } from '../../lib/domain/pack';
import type { Language } from '../../lib/domain/pack';
import type { Settings } from '../../lib/domain/settings';
import { createConversation } from '../../lib/panel/conversation';
import { createGuide } from '../../lib/panel/guide';
import { guideEngine } from '../../lib/panel/guide-engine';
import type { MemoryState } from '../../lib/panel/live';
import { createNotices } from '../../lib/panel/notices';
import { createPacks } from '../../lib/panel/packs';
import type { Used } from '../../lib/panel/panel';
import { createPromises } from '../../lib/panel/promises';
import { createSession } from '../../lib/panel/session';
import { createTimers } from '../../lib/panel/timers';
import english from '../../public/packs/en.json';
import { createFakeClock } from './fake-clock';
import { createFakeMemory } from './fake-memory';
import { createFakePage, viewOf } from './fake-page';
import { settled } from './settled';

export const url = 'https://chat.example.com/talks/1';
export const minute = 60_000;
const packsOfTest = [packSchema.parse(english)];

export async function startPromises({ used = 'inserted' }: { used?: Used } = {}) {
  const page = createFakePage();
  const clock = createFakeClock(Date.UTC(2025, 2, 5, 12, 0));
  const session = createSession(page.openLink);
  const fake = createFakeMemory(clock.now);
  const memory = signal<MemoryState>(fake.opened);
  const packs = createPacks();
  packs.use(packsOfTest, createEar);
  const conversation = createConversation(session, memory, packs.ear, clock.now);
  const language = signal<Language>('en');
  const guide = createGuide({
    ...clock,
    session,
    conversation,
    packs,
    language,
    agentName: signal('Noor'),
    category: signal(undefined),
    engine: signal(guideEngine),
  });
  const timers = createTimers({ ...clock, memory, conversation, pulseMs: signal(30_000) });
  const notices = createNotices();
  const said: string[] = [];
  const places: object[] = [];
  let announced = 0;
  const settings = signal<Settings>({ ...defaultSettings, agentName: 'Noor' });
  const promises = createPromises({
    ...clock,
    memory,
    conversation,
    session,
    guide,
    packs,
    language,
    settings,
    notices,
    use: (suggestion) => {
      said.push(suggestion.text);
      return Promise.resolve(used);
    },
    offset: () => 0,
    run: 'run',
    openPlace: (place) => {
      places.push(place);
      return Promise.resolve(true);
    },
    onAnnounce: () => announced++,
  });
  const show = async (key: string, customer: string, ...messages: Message[]) => {
    page.show(url, viewOf(messages, { key, customer }));
    await settled();
  };
  session.bind(7);
  await show('a', 'Dana');
  const pass = async (ms: number) => {
    clock.pass(ms);
    await settled();
  };
  const make = async (more: object = {}) => {
    const due = clock.now() + 30 * minute;
    expect(await promises.make({ kind: 'promise', what: 'news', due, ...more })).toBe(true);
    await settled();
    const promised = [...fake.promises.values()].at(-1);
    if (!promised) throw new Error('Nothing was stored.');
    return promised;
  };
  const about = () => notices.current.value?.about;
  return {
    clock,
    fake,
    conversation,
    promises,
    timers,
    notices,
    said,
    places,
    show,
    pass,
    make,
    /** What the line at the foot of the panel is about. */
    about,
    announced: () => announced,
  };
}
