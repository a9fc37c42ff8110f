// Opens the log, and tells the panel what keeps it from it.
import { openMemory } from '../../lib/data/memory';
import type { Panel } from '../../lib/panel/panel';

export async function remember({ remember: tell }: Panel): Promise<void> {
  const opened = await openMemory({
    now: Date.now,
    createId: () => crypto.randomUUID(),
    indexedDB,
    onBlocked: () => tell({ is: 'opening', isBlocked: true }),
    onTakenOver: () => tell({ is: 'opened', ok: false, reason: 'taken-over' }),
  });
  tell({ is: 'opened', ...opened });
}
