import { computed, signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '../../lib/domain/event';
import { foldGuide } from '../support/fold-guide';
import { createNotices } from '../../lib/panel/notices';
import { createRounds } from '../../lib/panel/rounds';
import { inOrder, said } from '../support/story';
import type { Told } from '../support/story';

function start(...told: Told[]) {
  const events = signal<readonly LedgerEvent[]>(inOrder(told));
  const state = computed(() => foldGuide(events.value));
  const notices = createNotices();
  let now = 1_000_000;
  const rounds = createRounds({
    session: { lastFromCustomer: signal({ key: 'm9', side: 'customer', text: 'And the bill?' }) },
    conversation: {
      append: async (more) => {
        events.value = [...events.value, ...more];
      },
    },
    guide: { state },
    notices,
    now: () => now++,
  });
  return { rounds, notices, state, undo: () => notices.current.value?.undo?.() };
}

describe('the path', () => {
  test('is turned by hand, and turned back exactly', () => {
    const { rounds, state } = start(said('customer', 'asks'));
    const before = state.value;
    rounds.turnPath();
    expect(state.value).toMatchObject({ path: 'complaint', pathBy: { by: 'hand' } });
    rounds.turnPath();
    expect(state.value).toEqual(before);
  });
});

describe('news', () => {
  const told = [
    said('agent', 'restate.say-back', 'probe.open'),
    said('customer', 'agrees'),
    said('agent', 'restate.say-back'),
    said('customer', 'refuses'),
  ];

  test('are dismissed, and come back with the undo', () => {
    const { rounds, state, notices, undo } = start(...told);
    const before = state.value;
    expect(before.news).toBeDefined();
    rounds.dismissNews();
    expect(state.value.news).toBeUndefined();
    expect(notices.current.value?.about).toBe('news-dismissed');
    undo();
    expect(state.value).toEqual(before);
    expect(notices.current.value).toBeUndefined();
  });

  test('that are not there cannot be dismissed', () => {
    const { rounds, notices } = start();
    rounds.dismissNews();
    expect(notices.current.value).toBeUndefined();
  });
});

describe('another matter', () => {
  test('begins with the customer’s last message, once, and the undo joins it again', () => {
    const { rounds, state, undo } = start(said('customer', 'angry'));
    const before = state.value;
    rounds.start();
    rounds.start();
    expect(state.value.earlier).toEqual([expect.objectContaining({ id: '' })]);
    undo();
    expect(state.value).toEqual(before);
    rounds.start();
    expect(state.value.earlier).toHaveLength(1);
  });

  test('that was heard is joined, and split again by the undo', () => {
    const { rounds, state, undo } = start(
      said('agent', 'propose.option'),
      said('customer', 'another'),
    );
    const before = state.value;
    rounds.join(before);
    expect(state.value.earlier).toEqual([]);
    undo();
    expect(state.value).toEqual(before);
  });
});
