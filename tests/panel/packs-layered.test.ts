// What the panel shows of packs that lie over each other: each of its parts sees the layered result.
import { computed, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { openPacks } from '../../lib/domain/open-packs';
import type { Language } from '../../lib/domain/pack';
import { preparePacks } from '../../lib/domain/prepared-packs';
import { procedureFor } from '../../lib/domain/safety';
import type { createGuide } from '../../lib/panel/guide';
import { createPacks } from '../../lib/panel/packs';
import { createSearchStore } from '../../lib/panel/search';
import { createSearch } from '../../lib/text/search';
import { builtInPacks, packIn } from '../support/built-in-packs';
import { packFile } from '../packs/small-pack';

const english = packIn('en');
const [taken, hidden] = english.phrases.filter(({ places }) => places.includes('greet'));
const refusal = english.refusals?.find(({ layer }) => layer === 'affirm');
const procedure = english.procedures?.find(({ threat }) => threat === 'threat.legal');
if (!taken || !hidden || !refusal || !procedure) throw new Error('The built-in pack has changed.');

const team = packFile({
  categories: [{ id: 'delivery', title: 'Shipments' }],
  phrases: [
    { id: 'north.hello', text: 'Zebra speaking.', places: ['greet'], replaces: [taken.id] },
  ],
  refusals: [{ ...refusal, text: 'I do see why that matters to you.' }],
  procedures: [{ ...procedure, title: 'Ours' }],
  hides: { phrases: [hidden.id] },
});

function inUse() {
  const builtIn = builtInPacks.map((pack) => JSON.stringify(pack));
  const opened = openPacks(preparePacks({ builtIn, added: [team] }), '2026-11-22');
  if (!opened.ok) throw new Error(opened.reason);
  const packs = createPacks();
  packs.use(opened.open.packs, () => opened.open.ear);
  return packs;
}

test('phrases, categories, refusals and procedures are the team’s where it has its own', () => {
  const packs = inUse();
  const ids = packs.phrases('en').map(({ id }) => id);
  expect(ids[0]).toBe('north.hello');
  expect([taken.id, hidden.id].filter((id) => ids.includes(id))).toEqual([]);
  expect([...packs.own.value]).toEqual(['north.hello']);
  const [shipments, ...others] = packs.categories('en').filter(({ id }) => id === 'delivery');
  expect([shipments?.title, others]).toEqual(['Shipments', []]);
  const same = packs.refusals('en').filter(({ id }) => id === refusal.id);
  expect(same.map(({ text }) => text)).toEqual(['I do see why that matters to you.']);
  const readers = { agent: 'en', customer: 'en' } as const;
  expect(procedureFor(packs.all.value, 'threat.legal', readers)?.title).toBe('Ours');
});

test('the search finds the team’s words, and no more what they replace or hide', async () => {
  const packs = inUse();
  const language = signal<Language>('en');
  const store = createSearchStore({
    packs,
    // Nothing else of the guide is asked for here.
    guide: { slots: signal({}), shown: signal('listen') } as unknown as ReturnType<
      typeof createGuide
    >,
    language: computed(() => language.value),
    memory: signal({ is: 'opening' }),
    loadSearch: async () => createSearch,
  });
  await store.open();
  const found = (query: string) => {
    store.query.value = query;
    return store.results.value?.map(({ phrase }) => phrase.id) ?? [];
  };
  expect(found('zebra')).toEqual(['north.hello']);
  expect(found(taken.text)).not.toContain(taken.id);
  expect(found(hidden.text)).not.toContain(hidden.id);
});
