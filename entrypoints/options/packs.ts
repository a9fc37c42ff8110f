// The Desk's packs, bound to the real browser.
import type { ReadonlySignal } from '@preact/signals';
import { saveFile } from '../../lib/browser/download';
import { allowSite, isAllowed } from '../../lib/browser/permissions';
import * as worker from '../../lib/browser/prepare-packs';
import { schedule } from '../../lib/browser/schedule';
import { fetchPack } from '../../lib/packs/fetch-pack';
import { builtInFiles, digestOf } from '../../lib/packs/load-packs';
import { lookAtPack } from '../../lib/packs/look-at-pack';
import { textOfFile } from '../../lib/packs/text-of-file';
import type { MemoryState } from '../../lib/panel/live';
import type { Notices } from '../../lib/panel/notices';
import { createPackShelf } from '../../lib/panel/pack-shelf';

export function makePacks(memory: ReadonlySignal<MemoryState>, notices: Notices) {
  const net = { fetch: fetch.bind(globalThis), schedule, isAllowed, subtle: crypto.subtle };
  return createPackShelf({
    memory,
    notices,
    readBuiltIn: () => Promise.all(builtInFiles.map(async (file) => (await fetch(file)).text())),
    admit: worker.admitInWorker,
    compare: worker.compareInWorker,
    reviewLayers: worker.reviewInWorker,
    digest: digestOf,
    textOfFile,
    fetchPack: (url) => fetchPack(url, undefined, net),
    lookAt: (row) => lookAtPack(row, net),
    allow: allowSite,
    saveFile,
  });
}
