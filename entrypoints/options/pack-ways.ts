// How packs come into the Desk and out of it, for the shelf, the editor and the policy alike.
import type { ReadonlySignal } from '@preact/signals';
import { saveFile } from '../../lib/browser/download';
import { isSelector } from '../../lib/browser/is-selector';
import { allowSite, isAllowed } from '../../lib/browser/permissions';
import * as worker from '../../lib/browser/prepare-packs';
import { schedule } from '../../lib/browser/schedule';
import type { KeptPack } from '../../lib/domain/kept-pack';
import { fetchPack } from '../../lib/packs/fetch-pack';
import { builtInFiles, digestOf } from '../../lib/packs/load-packs';
import { lookAtPack } from '../../lib/packs/look-at-pack';
import { textOfFile } from '../../lib/packs/text-of-file';
import type { MemoryState } from '../../lib/panel/live';

export const packWays = {
  readBuiltIn: () => Promise.all(builtInFiles.map(async (file) => (await fetch(file)).text())),
  saveFile,
  goToDraft: (id: number) => (location.hash = `#packs/${id}`),
  goToPacks: () => (location.hash = '#packs'),
};

export function reviewWorld(memory: ReadonlySignal<MemoryState>) {
  const net = { fetch: fetch.bind(globalThis), schedule, isAllowed, subtle: crypto.subtle };
  return {
    ...packWays,
    memory,
    admit: worker.admitInWorker,
    compare: worker.compareInWorker,
    digest: digestOf,
    isSelector,
    textOfFile,
    fetchPack: (url: string) => fetchPack(url, undefined, net),
    lookAt: (row: KeptPack) => lookAtPack(row, net),
    allow: allowSite,
    isAllowed,
  };
}
