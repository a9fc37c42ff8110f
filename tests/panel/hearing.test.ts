import { expect, test, vi } from 'vitest';
import type { Message } from '../../lib/domain/conversation';
import type { LedgerEvent } from '../../lib/domain/event';
import type { Ear } from '../../lib/domain/hear';
import { createHearing } from '../../lib/panel/hearing';
import { message } from '../support/fake-page';

type Said = Extract<LedgerEvent, { kind: 'said' }>;

function setUp() {
  const kept: Said[] = [];
  const turns: number[] = [];
  const listen = vi.fn<Ear>(() => []);
  const hear = createHearing(() => 7);
  const keep = async (said: readonly Said[]) => {
    turns.push(said.length);
    await Promise.resolve();
    kept.push(...said);
  };
  const hearAll = (messages: readonly Message[], known: readonly LedgerEvent[] = kept) =>
    hear({ key: 'talk', messages, known, listen, keep });
  return { kept, turns, listen, hearAll };
}

const talk = (count: number) =>
  Array.from({ length: count }, (_, index) => message(`m${index}`, 'customer', `Line ${index}`));

test('a long conversation is heard in turns, in its order, whole', async () => {
  const { kept, turns, hearAll } = setUp();
  await hearAll(talk(120));
  expect(turns).toEqual([50, 50, 20]);
  expect(kept.map(({ messageKey }) => messageKey)).toEqual(talk(120).map(({ key }) => key));
});

test('what is on its way is not heard again when the page changes meanwhile', async () => {
  const { kept, listen, hearAll } = setUp();
  const first = hearAll(talk(120), []);
  const second = hearAll(talk(121), []);
  await Promise.all([first, second]);
  expect(listen).toHaveBeenCalledTimes(121);
  expect(new Set(kept.map(({ messageKey }) => messageKey)).size).toBe(121);
});

test('what the ledger knows, and what the page itself says, is not heard', async () => {
  const { kept, hearAll } = setUp();
  await hearAll([message('m0', 'customer', 'Hello?'), message('s', 'system', 'Sam has joined')]);
  await hearAll(talk(2));
  expect(kept.map(({ messageKey }) => messageKey)).toEqual(['m0', 'm1']);
});

test('each is heard with the few that were said before it', async () => {
  const { listen, hearAll } = setUp();
  await hearAll(talk(7));
  expect(listen.mock.lastCall?.[1]?.map(({ text }) => text)).toEqual([
    'Line 2',
    'Line 3',
    'Line 4',
    'Line 5',
  ]);
});

test('what stands above was said before, whenever it is shown and whatever minute it tells', async () => {
  const { kept, hearAll } = setUp();
  const later = [message('m3', 'customer', 'Three', { at: 60 }), message('m4', 'agent', 'Four')];
  await hearAll(later);
  const above = [message('m1', 'agent', 'One'), message('m2', 'customer', 'Two', { at: 60 })];
  await hearAll([...above, ...later]);
  const inOrder = kept.toSorted((a, b) => a.at - b.at).map(({ messageKey }) => messageKey);
  expect(inOrder).toEqual(['m1', 'm2', 'm3', 'm4']);
});
