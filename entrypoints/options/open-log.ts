// The log, opened after the first paint.
import type { Signal } from '@preact/signals';
import type { MemoryState } from '../../lib/panel/live';

export async function openLog(memory: Signal<MemoryState>): Promise<void> {
  const { openMemory } = await import('../../lib/data/memory');
  const opened = await openMemory({
    now: Date.now,
    createId: () => crypto.randomUUID(),
    indexedDB,
    onBlocked: () => (memory.value = { is: 'opening', isBlocked: true }),
    onTakenOver: () => (memory.value = { is: 'opened', ok: false, reason: 'taken-over' }),
  });
  memory.value = { is: 'opened', ...opened };
}
