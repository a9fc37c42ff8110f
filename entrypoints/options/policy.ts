// The organisation's policy, followed by the Desk and by the panel, whichever is open.
import { effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { keepPolicy, loadPolicy, watchPolicy } from '../../lib/browser/policy';
import { memoryOf } from '../../lib/panel/live';
import type { MemoryState } from '../../lib/panel/live';
import { createPolicyPacks } from '../../lib/panel/policy-packs';
import { reviewWorld } from './pack-ways';

export function followPolicy(memory: ReadonlySignal<MemoryState>) {
  const packs = createPolicyPacks(reviewWorld(memory));
  const apply = () =>
    // Of several pages that are open, one after the other: each pack is taken once.
    navigator.locks.request('policy', async () => {
      const policy = await loadPolicy();
      await keepPolicy(policy);
      await packs.apply(policy);
    });
  effect(() => {
    if (memoryOf(memory.value)) void apply();
  });
  watchPolicy(() => void apply());
  return { missing: packs.missing, apply };
}
