import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createEar } from '../../lib/domain/hear';
import type { Language, Pack, Phrase, Place } from '../../lib/domain/pack';
import { guideEngine } from '../../lib/panel/guide-engine';
import { createPanel } from '../../lib/panel/panel';
import type { Panel } from '../../lib/panel/panel';
import { createFakeClock } from '../support/fake-clock';
import { createFakeMemory } from '../support/fake-memory';
import { createFakePage, message, viewOf } from '../support/fake-page';
import { settled } from '../support/settled';

const url = 'https://chat.example.com/talks/1';

function phrase(id: string, place: Place, text = `${id}.`): Phrase {
  return { id, text, places: [place] };
}
const pack: Pack = {
  format: 1,
  id: 'test',
  version: '1.0.0',
  title: 'Test',
  language: 'en',
  phrases: [
    phrase('ack', 'listen.acknowledge', 'I see, {customer}.'),
    phrase('regret', 'apologise.regret', 'Sorry about {order}.'),
    phrase('still-here', 'hold.check-in'),
    phrase('nearly-there', 'hold.check-in', 'Still at it: {reason}.'),
    phrase('thanks', 'hold.return'),
  ],
  cues: [{ means: 'angry', side: 'customer', words: ['so angry'] }],
};
const chinese: Pack = {
  ...pack,
  id: 'test-zh',
  language: 'zh-CN',
  phrases: [phrase('ack-zh', 'listen.acknowledge', '我明白。')],
};

async function start(copy: (text: string) => Promise<void> = async () => {}) {
  const page = createFakePage();
  const clock = createFakeClock();
  const fake = createFakeMemory(clock.now);
  const panel = createPanel({
    ...clock,
    openLink: page.openLink,
    taught: { save: () => Promise.resolve() },
    sites: {
      isAllowed: async () => true,
      allowSite: async () => true,
      forgetSite: async () => true,
    },
    copy,
    exportLog: async () => 0,
    loadSearch: () => new Promise(() => {}),
    agentName: signal('Noor'),
    pulseMs: signal(30_000),
    interfaceLanguage: signal<Language>('en'),
    describeFeeling: ({ is, words }) => `feels ${is} (“${words}”)`,
  });
  panel.engine.value = guideEngine;
  panel.packs.use([pack, chinese], createEar);
  panel.remember(fake.opened);
  panel.session.bind(7);
  page.show(url, viewOf([], { key: 'a', customer: 'Dana' }));
  await settled();
  return { page, clock, fake, panel };
}
function first(panel: Panel) {
  const [suggestion] = panel.guide.suggestions.value;
  if (!suggestion) throw new Error('Nothing is suggested.');
  return suggestion;
}
const usedIn = ({ guide }: Panel) => [...guide.state.value.used];

describe('using a phrase', () => {
  test('puts it into the reply box, and notes that it was said (R5)', async () => {
    const { page, panel } = await start();
    expect(await panel.use(first(panel))).toBe('inserted');
    await settled();
    expect(page.inserted.map(({ text }) => text)).toEqual(['I see, Dana.']);
    expect(usedIn(panel)).toEqual(['ack']);
    expect(panel.notices.current.value).toEqual({ about: 'inserted' });
  });

  test('with a word missing does nothing but ask', async () => {
    const { page, panel } = await start();
    panel.guide.show('apologise');
    expect(await panel.use(first(panel))).toBe('asks');
    expect([page.inserted, usedIn(panel)]).toEqual([[], []]);
    expect(await panel.use(first(panel), { order: '7' })).toBe('inserted');
    expect(page.inserted.map(({ text }) => text)).toEqual(['Sorry about 7.']);
  });

  test('that the page does not take puts it on the clipboard, and says why', async () => {
    const copied: string[] = [];
    const { page, panel } = await start(async (text) => void copied.push(text));
    page.answerWith({ ok: false, reason: 'read-only' });
    expect(await panel.use(first(panel))).toBe('copied');
    await settled();
    expect(copied).toEqual(['I see, Dana.']);
    expect(usedIn(panel)).toEqual(['ack']);
    expect(panel.notices.current.value).toEqual({
      about: 'copied-instead',
      why: 'read-only',
      text: 'I see, Dana.',
    });
  });

  test('that nothing takes shows it, and does not count it as said', async () => {
    const { page, panel } = await start(() => Promise.reject(new Error('No clipboard.')));
    page.answerWith({ ok: false, reason: 'gone' });
    expect(await panel.use(first(panel))).toBe('failed');
    await settled();
    expect(usedIn(panel)).toEqual([]);
    expect(panel.notices.current.value).toEqual({
      about: 'not-inserted',
      why: 'gone',
      text: 'I see, Dana.',
    });
  });
});

describe('during a hold', () => {
  async function holding(copy?: (text: string) => Promise<void>) {
    const all = await start(copy);
    await all.panel.timers.start({ reason: 'asking', announcedMs: 60_000 });
    await settled();
    const [id = ''] = all.fake.holds.keys();
    return { ...all, id };
  }

  test('each sign of life says another line, and is noted (H4, R5)', async () => {
    const { page, clock, fake, panel, id } = await holding();
    for (let count = 0; count < 3; count++) {
      clock.pass(1000);
      await panel.checkIn(id);
      await settled();
    }
    expect(page.inserted.map(({ text }) => text)).toEqual([
      'Still at it: asking.',
      'still-here.',
      'Still at it: asking.',
    ]);
    expect(fake.holds.get(id)?.checkIns).toHaveLength(3);
  });

  test('a sign of life that could not be given is none', async () => {
    const { page, fake, panel, id } = await holding(() => Promise.reject(new Error('No.')));
    page.answerWith({ ok: false, reason: 'gone' });
    await panel.checkIn(id);
    expect(fake.holds.get(id)?.checkIns).toEqual([]);
  });

  test('without a line of its own the sign of life is noted all the same', async () => {
    const { page, fake, panel, id } = await holding();
    panel.packs.use([chinese], createEar);
    await panel.checkIn(id);
    expect(page.inserted).toEqual([]);
    expect(fake.holds.get(id)?.checkIns).toHaveLength(1);
  });

  test('coming back ends it and gives thanks (H6)', async () => {
    const { page, fake, panel, id } = await holding();
    await panel.endHold(id);
    expect(fake.holds.get(id)?.endedAt).toBeDefined();
    expect(page.inserted.map(({ text }) => text)).toEqual(['thanks.']);
  });
});

describe('the panel', () => {
  test('speaks as the customer does, and as the interface until they wrote', async () => {
    const { page, panel } = await start();
    expect(panel.language.value).toBe('en');
    page.show(url, viewOf([message('m1', 'customer', '您好')], { key: 'a' }));
    expect(panel.language.value).toBe('zh-CN');
    expect(first(panel).text).toBe('我明白。');
  });

  test('writes the feeling into the complaint in its own words, with those of the customer', async () => {
    const { page, panel } = await start();
    page.show(url, viewOf([message('m1', 'customer', 'I am so angry!')], { key: 'a' }));
    await settled();
    expect(panel.complaint.form.value.feeling).toBe('feels angry (“so angry”)');
  });

  test('copies a text and says so', async () => {
    const copied: string[] = [];
    const { panel } = await start(async (text) => void copied.push(text));
    await panel.copy('all of it');
    expect(copied).toEqual(['all of it']);
    expect(panel.notices.current.value).toEqual({ about: 'copied' });
  });
});
