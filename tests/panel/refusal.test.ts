import { computed, signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createDraftCheck } from '../../lib/domain/draft-check';
import type { LedgerEvent } from '../../lib/domain/event';
import { foldGuide } from '../support/fold-guide';
import { createEar } from '../../lib/domain/hear';
import type { Language, Pack } from '../../lib/domain/pack';
import type { RefusalMemory } from '../../lib/domain/refusal-memory';
import type { Words } from '../../lib/panel/guide';
import { createPacks } from '../../lib/panel/packs';
import type { Used } from '../../lib/panel/panel';
import { createRefusal } from '../../lib/panel/refusal';
import { createFakeClock } from '../support/fake-clock';

const pack: Pack = {
  format: 1,
  id: 'team',
  version: '1.0.0',
  title: 'Team',
  language: 'en',
  phrases: [],
  refusals: [
    { id: 'a1', layer: 'affirm', text: 'I see your wish, {customer}.' },
    { id: 'a2', layer: 'affirm', text: 'Your wish makes sense.' },
    { id: 'e1', layer: 'explain', text: 'It is like this: {reason}.' },
    { id: 'o1', layer: 'offer', text: 'I can send it by {time:5 pm}.' },
    {
      id: 'o2',
      layer: 'offer',
      text: 'I can pay it back by {time:6 pm}.',
      categories: ['billing'],
    },
  ],
};

type Ledger = ReadonlyMap<string, readonly LedgerEvent[]>;
type Options = { used?: Used; canSave?: boolean; ledger?: Signal<Ledger> };

function start({
  used = 'inserted',
  canSave = true,
  ledger = signal<Ledger>(new Map()),
}: Options = {}) {
  const clock = createFakeClock(1000);
  const key = signal('one');
  const events = signal<readonly LedgerEvent[]>([]);
  const language = signal<Language>('en');
  const category = signal<string | undefined>();
  const memory = signal<RefusalMemory>({ format: 1, combos: [] });
  const answer = signal(used);
  const inserted: string[] = [];
  const remembered: Words[] = [];
  const packs = createPacks();
  packs.use([pack], createEar);
  const store = createRefusal({
    conversation: {
      key,
      events: computed(() => ledger.value.get(key.value) ?? []),
      append: async (more, of = key.value) => {
        ledger.value = new Map(ledger.value).set(of, [...(ledger.value.get(of) ?? []), ...more]);
        events.value = [...events.value, ...more];
      },
    },
    schedule: clock.schedule,
    language,
    packs,
    guide: {
      slots: signal({ customer: 'Dana' }),
      state: computed(() => foldGuide(events.value)),
      rememberWords: (words) => remembered.push(words),
    },
    category,
    check: signal(createDraftCheck([])),
    memory,
    saveMemory: async (next) => {
      if (!canSave) throw new Error('No room.');
      memory.value = next;
    },
    put: async (text) => {
      if (answer.value === 'inserted') inserted.push(text);
      return answer.value;
    },
    now: () => 1000,
  });
  const ids = () => store.parts.value.map(({ block }) => block?.id);
  return {
    clock,
    key,
    events,
    language,
    category,
    memory,
    answer,
    inserted,
    remembered,
    store,
    ids,
  };
}

describe('the layers', () => {
  test('begin with what fits best, and ask for the words that are not known', () => {
    const { store, ids, category } = start();
    expect(ids()).toEqual(['a1', 'e1', 'o1']);
    expect(store.parts.value.map(({ asked }) => asked.map(({ name }) => name))).toEqual([
      [],
      ['reason'],
      ['time'],
    ]);
    category.value = 'billing';
    expect(ids()).toEqual(['a1', 'e1', 'o2']);
  });

  test('go round through their wordings in both directions', () => {
    const { store, ids } = start();
    store.another('affirm');
    expect(ids()[0]).toBe('a2');
    store.another('affirm');
    expect(ids()[0]).toBe('a1');
    store.another('affirm', -1);
    expect(ids()[0]).toBe('a2');
    expect(store.layer.value).toBe('affirm');
  });

  test('may be written in own words, which are one wording among the others and are never lost', () => {
    const { store, ids } = start();
    store.write('affirm', 'Mine.');
    expect(ids()[0]).toBeUndefined();
    store.another('affirm');
    expect(ids()[0]).toBe('a1');
    store.takeOver('affirm');
    expect(store.parts.value[0]?.text).toBe('Mine.');
    store.another('affirm', -1);
    store.another('affirm');
    expect(store.parts.value[0]?.text).toBe('Mine.');
  });

  test('taken over and left as they were, are no own words', () => {
    const { store } = start();
    store.takeOver('affirm');
    expect(store.parts.value[0]?.text).toBe('I see your wish, Dana.');
    store.another('affirm');
    store.another('affirm');
    store.takeOver('affirm');
    expect(store.parts.value[0]?.text).toBe('Your wish makes sense.');
  });

  test('are chosen by arrows, and end at the ends', () => {
    const { store } = start();
    store.move(-1);
    expect(store.layer.value).toBe('affirm');
    store.move(1);
    store.move(1);
    store.move(1);
    expect(store.layer.value).toBe('offer');
  });

  test('in a language without blocks, all is in own words', () => {
    const { store, language } = start();
    language.value = 'zh-CN';
    store.another('affirm');
    expect(store.parts.value.map(({ text }) => text)).toEqual(['', '', '']);
    expect(store.findings.value?.map(({ is }) => is)).toEqual(['missing', 'missing', 'missing']);
  });

  test('are each conversation’s own', () => {
    const { store, key } = start();
    store.write('affirm', 'Mine.');
    key.value = 'two';
    expect(store.parts.value[0]?.text).not.toBe('Mine.');
    key.value = 'one';
    expect(store.parts.value[0]?.text).toBe('Mine.');
  });
});

describe('in the ledger', () => {
  test('it is there again after the panel was closed, and each conversation’s own', () => {
    const ledger = signal<Ledger>(new Map());
    const before = start({ ledger });
    before.store.write('affirm', 'Mine.');
    before.store.fill('reason', 'the road is closed');
    before.key.value = 'two';
    before.clock.pass(1000);
    const after = start({ ledger });
    expect(after.store.parts.value[0]?.text).toBe('Mine.');
    expect(after.store.words.value).toMatchObject({ reason: 'the road is closed' });
    after.key.value = 'two';
    expect(after.ids()).toEqual(['a1', 'e1', 'o1']);
  });

  test('a word that is typed is one event, not one for each letter', () => {
    const { store, clock, events } = start();
    for (const text of ['M', 'Mi', 'Mine']) store.write('affirm', text);
    clock.pass(1000);
    expect(events.value).toMatchObject([
      { kind: 'refusalDrafted', work: { own: { affirm: 'Mine' } } },
    ]);
  });
});

describe('inserting', () => {
  test('asks first for what is missing', async () => {
    const { store, inserted } = start();
    expect(await store.insert()).toBe('asks');
    expect(inserted).toEqual([]);
  });

  test('puts all three in as one text, notes the blocks, and remembers that they go together', async () => {
    const { store, inserted, events, memory, remembered, ids } = start();
    store.fill('reason', 'the road is closed');
    expect(await store.insert()).toBe('inserted');
    expect(inserted).toEqual([
      'I see your wish, Dana. It is like this: the road is closed. I can send it by 5 pm.',
    ]);
    expect(events.value).toEqual(
      ['a1', 'e1', 'o1'].map((phrase) => ({ kind: 'inserted', at: 1000, phrase })),
    );
    expect(remembered).toEqual([{ reason: 'the road is closed' }]);
    expect(memory.value).toMatchObject({
      combos: [{ blocks: { affirm: 'a1', offer: 'o1' }, uses: 1 }],
    });
    // The next one begins with other words, and asks again: R5, and what was true may not be true any more.
    expect(ids()).toEqual(['a2', 'e1', 'o2']);
    expect(await store.insert()).toBe('asks');
  });

  test('is done once for a key pressed twice', async () => {
    const { store, inserted } = start();
    store.fill('reason', 'the road is closed');
    await Promise.all([store.insert(), store.insert()]);
    expect(inserted).toHaveLength(1);
  });

  test('that failed leaves everything as it was', async () => {
    const { store, events, memory } = start({ used: 'failed' });
    store.fill('reason', 'the road is closed');
    expect(await store.insert()).toBe('failed');
    expect(events.value).toEqual([]);
    expect(memory.value).toEqual({ format: 1, combos: [] });
    expect(store.words.value).toMatchObject({ reason: 'the road is closed' });
  });

  test('with own words or with findings remembers no combination', async () => {
    const { store, memory } = start();
    store.write('explain', 'The road is closed.');
    await store.insert();
    expect(memory.value).toEqual({ format: 1, combos: [] });
  });

  test('works where the combination cannot be stored', async () => {
    const { store, inserted, events } = start({ canSave: false });
    store.fill('reason', 'the road is closed');
    expect(await store.insert()).toBe('inserted');
    expect([inserted.length, events.value.length]).toEqual([1, 3]);
  });

  test('offers in the next conversation what went well together', async () => {
    const { store, key, events, ids } = start();
    store.another('affirm');
    store.another('offer');
    store.fill('reason', 'the road is closed');
    await store.insert();
    key.value = 'two';
    events.value = [];
    expect(ids()).toEqual(['a2', 'e1', 'o2']);
  });
});
