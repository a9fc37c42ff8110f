// The Desk's packs, bound to the real browser.
import { effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { setPackAlarm } from '../../lib/browser/pack-alarm';
import { allowSite, isAllowed } from '../../lib/browser/permissions';
import * as worker from '../../lib/browser/prepare-packs';
import { schedule } from '../../lib/browser/schedule';
import { fetchPack } from '../../lib/packs/fetch-pack';
import { isLookedAt } from '../../lib/packs/look-daily';
import { lookAtPack } from '../../lib/packs/look-at-pack';
import { memoryOf } from '../../lib/panel/live';
import type { MemoryState } from '../../lib/panel/live';
import type { Notices } from '../../lib/panel/notices';
import { createPackShelf } from '../../lib/panel/pack-shelf';
import { packWays } from './pack-ways';

export function makePacks(memory: ReadonlySignal<MemoryState>, notices: Notices) {
  effect(() => {
    const watched = memoryOf(memory.value)?.packs.watch();
    const set = watched?.subscribe((rows) => void setPackAlarm(rows.some(isLookedAt)));
    return () => set?.unsubscribe();
  });
  const net = { fetch: fetch.bind(globalThis), schedule, isAllowed, subtle: crypto.subtle };
  return createPackShelf({
    memory,
    notices,
    ...packWays,
    admit: worker.admitInWorker,
    compare: worker.compareInWorker,
    reviewLayers: worker.reviewInWorker,
    fetchPack: (url) => fetchPack(url, undefined, net),
    lookAt: (row) => lookAtPack(row, net),
    allow: allowSite,
  });
}
