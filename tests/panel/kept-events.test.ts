import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { LedgerEvent } from '../../lib/domain/event';
import { createConversation } from '../../lib/panel/conversation';
import type { MemoryState } from '../../lib/panel/live';
import { createSession } from '../../lib/panel/session';
import { createFakeMemory } from '../support/fake-memory';
import { createFakePage, viewOf } from '../support/fake-page';
import { settled } from '../support/settled';

const tick: LedgerEvent = { kind: 'ticked', at: 2000, subStep: 'probe.open' };

test('what was kept is in sight, and once, at each moment on its way into the log', async () => {
  const page = createFakePage();
  const session = createSession(page.openLink);
  const fake = createFakeMemory(() => 1000);
  const memory = signal<MemoryState>({ is: 'opening' });
  const conversation = createConversation(session, memory, signal(undefined), () => 1000);
  session.bind(7);
  page.show('https://chat.example.com/talks/1', viewOf([], { key: 'a' }));
  await conversation.append([tick]);
  const seen: string[] = [];
  // The log shows what it has taken only some moments later.
  fake.delayWatching(5);
  const stop = conversation.events.subscribe((events) => {
    seen.push(events.map(({ kind }) => kind).join(' '));
  });
  memory.value = fake.opened;
  await settled();
  stop();
  expect(fake.eventsOf(conversation.id.value ?? '')).toEqual([tick]);
  expect(new Set(seen)).toEqual(new Set(['ticked']));
});
