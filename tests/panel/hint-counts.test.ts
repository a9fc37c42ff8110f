import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createHintCounts } from '../../lib/panel/hint-counts';
import type { MemoryState } from '../../lib/panel/live';
import { createFakeMemory } from '../support/fake-memory';
import { settled } from '../support/settled';

test('the rules come with the most answers first, and one without any is left out', async () => {
  const { opened } = createFakeMemory(Date.now);
  const rows = [
    { rule: 'W3', accepted: 1, dismissed: 1, inARow: [] },
    { rule: 'B1', accepted: 0, dismissed: 0, inARow: [] },
    { rule: 'R5', accepted: 3, dismissed: 0, inARow: [] },
  ];
  const watch = () => ({
    subscribe: (next: (value: typeof rows) => void) => {
      next(rows);
      return { unsubscribe: () => {} };
    },
  });
  const hints = { ...opened.memory.hints, watch } as unknown as typeof opened.memory.hints; // The store only subscribes.
  const memory = signal<MemoryState>({ ...opened, memory: { ...opened.memory, hints } });
  const counts = createHintCounts(memory);
  await settled();
  expect(counts.value.map(({ rule }) => rule)).toEqual(['R5', 'W3']);
});
