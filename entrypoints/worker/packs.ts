// The daily look at the addresses of packs, bound to the real browser.
import { wakeForPacks } from '../../lib/browser/pack-alarm';
import { isAllowed } from '../../lib/browser/permissions';
import { schedule } from '../../lib/browser/schedule';
import type { OpenedMemory } from '../../lib/data/memory';
import { lookAtPack } from '../../lib/packs/look-at-pack';
import { lookDaily } from '../../lib/packs/look-daily';

export function keepPacks(opening: Promise<OpenedMemory>): void {
  const net = { fetch: fetch.bind(globalThis), schedule, isAllowed, subtle: crypto.subtle };
  wakeForPacks(async () => {
    const opened = await opening;
    if (!opened.ok) return;
    const { packs } = opened.memory;
    await lookDaily({ packs, look: (pack) => lookAtPack(pack, net), now: Date.now });
  });
}
