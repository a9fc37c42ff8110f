// The Desk's packs, bound to the real browser.
import { effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { setPackAlarm } from '../../lib/browser/pack-alarm';
import { reviewInWorker } from '../../lib/browser/prepare-packs';
import { isLookedAt } from '../../lib/packs/look-daily';
import { memoryOf } from '../../lib/panel/live';
import type { MemoryState } from '../../lib/panel/live';
import type { Notices } from '../../lib/panel/notices';
import { createPackShelf } from '../../lib/panel/pack-shelf';
import { reviewWorld } from './pack-ways';
import { followPolicy } from './policy';

export function makePacks(memory: ReadonlySignal<MemoryState>, notices: Notices) {
  effect(() => {
    const watched = memoryOf(memory.value)?.packs.watch();
    const set = watched?.subscribe((rows) => void setPackAlarm(rows.some(isLookedAt)));
    return () => set?.unsubscribe();
  });
  return createPackShelf({
    ...reviewWorld(memory),
    notices,
    reviewLayers: reviewInWorker,
    policy: followPolicy({ memory }),
  });
}
