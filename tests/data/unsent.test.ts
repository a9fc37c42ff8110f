import { effect, signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { openMemory } from '../../lib/data/memory';
import type { MemoryState } from '../../lib/panel/live';
import { countUnsent } from '../../lib/panel/unsent';

const form = { who: 'Dana', what: 'The kettle broke.', feeling: '', request: '' };
const origin = { channel: 'help.example', receivedAt: 1 };
const ticket = { mark: 'cmp-1', subject: 's', body: 'b' };

test('complaints without a ticket are counted while somebody looks, and not before or after', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const createId = () => crypto.randomUUID();
  const opened = await openMemory({ now: () => 1000, createId, indexedDB, name });
  if (!opened.ok) throw new Error(opened.reason);
  const { complaints, outbox } = opened.memory;
  const { id } = await complaints.add(form, origin);
  await complaints.add(form, origin);
  const desk = vi.fn(opened.memory.desk);
  const memory = signal<MemoryState>({
    is: 'opened',
    ok: true,
    memory: { ...opened.memory, desk },
  });

  const unsent = countUnsent(memory);
  expect(desk).not.toHaveBeenCalled();
  const seen: number[] = [];
  const look = () => effect(() => void seen.push(unsent.value));
  const leave = look();
  await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
  await outbox.queue(id, 'rt', ticket);
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
  leave();
  await complaints.add(form, origin);
  look();
  expect(seen.at(-1)).toBe(1);
  await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
});
