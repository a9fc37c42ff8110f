import { computed, signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '../../lib/domain/event';
import { foldGuide } from '../support/fold-guide';
import { createEar } from '../../lib/domain/hear';
import type { Pack } from '../../lib/domain/pack';
import { createNotices } from '../../lib/panel/notices';
import { createPacks } from '../../lib/panel/packs';
import type { Used } from '../../lib/panel/panel';
import { createSafety } from '../../lib/panel/safety';

const pack: Pack = {
  format: 1,
  id: 'team',
  version: '1.0.0',
  title: 'Team',
  language: 'en',
  phrases: [],
  procedures: [
    { id: 'p', threat: 'threat.violence', title: 'Calm', steps: ['Stay.'], say: 'I am here.' },
  ],
};
const heard: LedgerEvent = {
  kind: 'said',
  at: 1,
  messageKey: 'm1',
  side: 'customer',
  found: [{ means: 'threat.violence', words: 'I will hit you' }],
};

function start({
  used = 'inserted',
  procedures = true,
}: { used?: Used; procedures?: boolean } = {}) {
  const events = signal<readonly LedgerEvent[]>([heard]);
  const put: string[] = [];
  const notices = createNotices();
  const packs = createPacks();
  if (procedures) packs.use([pack], createEar);
  const store = createSafety({
    conversation: {
      events,
      append: async (more) => {
        events.value = [...events.value, ...more];
      },
    },
    packs,
    language: signal('en' as const),
    interfaceLanguage: signal('en' as const),
    guide: { state: computed(() => foldGuide(events.value)) },
    notices,
    put: async (text) => {
      put.push(text);
      return used;
    },
    now: () => 1000,
  });
  const [alarm] = store.alarms.value;
  if (!alarm) throw new Error('Nothing was heard.');
  return { events, put, notices, store, alarm };
}

describe('an alarm', () => {
  test('comes with its procedure and the words', () => {
    const { alarm } = start();
    expect(alarm).toMatchObject({
      words: 'I will hit you',
      open: true,
      procedure: { title: 'Calm' },
    });
  });

  test('comes without one where no pack has any, and then says nothing', async () => {
    const { alarm, store, put } = start({ procedures: false });
    expect(alarm.procedure).toBeUndefined();
    await store.say(alarm);
    expect(put).toEqual([]);
  });

  test('says its line, which is noted', async () => {
    const { alarm, store, put, events } = start();
    await store.say(alarm);
    expect(put).toEqual(['I am here.']);
    expect(events.value.at(-1)).toEqual({ kind: 'inserted', at: 1000, phrase: 'p' });
  });

  test('whose line landed nowhere notes nothing', async () => {
    const { alarm, store, events } = start({ used: 'failed' });
    await store.say(alarm);
    expect(events.value).toEqual([heard]);
  });

  test('is read, and unread again by undo', () => {
    const { alarm, store, events, notices } = start();
    store.read(alarm);
    expect(store.alarms.value).toMatchObject([{ open: false }]);
    notices.current.value?.undo?.();
    expect(store.alarms.value).toMatchObject([{ open: true }]);
    expect(events.value.slice(1)).toEqual([
      { kind: 'threatRead', at: 1000, threat: 'threat.violence', messages: ['m1'] },
      { kind: 'threatUnread', at: 1000, threat: 'threat.violence', messages: ['m1'] },
    ]);
    expect(notices.current.value).toBeUndefined();
  });

  test('is dismissed as false, and back by undo', () => {
    const { alarm, store, notices } = start();
    store.dismiss(alarm);
    expect(store.alarms.value).toEqual([]);
    expect(notices.current.value).toMatchObject({
      about: 'threat-dismissed',
      text: 'I will hit you',
    });
    notices.current.value?.undo?.();
    expect(store.alarms.value).toMatchObject([{ open: true }]);
  });
});

test('the debrief is done, and undone', () => {
  const { alarm, store, events, notices } = start();
  store.read(alarm);
  events.value = [...events.value, { kind: 'logged', at: 2, complaint: 'c' }];
  expect(store.debrief.value).toBe(true);
  store.debriefed();
  expect(store.debrief.value).toBe(false);
  notices.current.value?.undo?.();
  expect(store.debrief.value).toBe(true);
});
