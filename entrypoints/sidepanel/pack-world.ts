// Where the panel's packs are read, prepared and kept ready.
import { prepareInWorker } from '../../lib/browser/prepare-packs';
import { createPreparedShelf } from '../../lib/data/prepared';
import { dayOf } from '../../lib/domain/day';
import type { PackWorld } from '../../lib/packs/load-packs';

export function packWorld(script: PackWorld['script']): PackWorld {
  return {
    read: async (file) => (await fetch(file)).text(),
    prepare: prepareInWorker,
    ...createPreparedShelf(indexedDB),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    today: () => dayOf(Date.now()),
    script,
  };
}
