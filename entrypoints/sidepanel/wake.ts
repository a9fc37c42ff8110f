// What a panel needs to work but not to be seen: the log, the packs, the alarm for what is due.
import { effect } from '@preact/signals';
import { setDueAlarm } from '../../lib/browser/due-alarm';
import { loadBuiltInPacks } from '../../lib/packs/built-in';
import type { Panel } from '../../lib/panel/panel';

export async function wake(panel: Panel): Promise<void> {
  const { openMemory } = await import('../../lib/data/memory');
  const createId = () => crypto.randomUUID();
  const opened = await openMemory({ now: Date.now, createId, indexedDB });
  panel.remember({ is: 'opened', ...opened });
  panel.packs.use(await loadBuiltInPacks(async (path) => (await fetch(path)).json()));
  effect(() => void setDueAlarm(panel.timers.holds.value.map(({ hold }) => hold)));
}
