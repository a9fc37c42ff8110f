// The organisation's policy, followed by the Desk and by the panel, whichever is open.
import { effect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { t } from '../../components/ui/texts';
import { keepPolicy, loadPolicy, watchPolicy } from '../../lib/browser/policy';
import { memoryOf } from '../../lib/panel/live';
import type { MemoryState } from '../../lib/panel/live';
import type { Notices } from '../../lib/panel/notices';
import { createPolicyPacks } from '../../lib/panel/policy-packs';
import { reviewWorld } from './pack-ways';

type World = {
  memory: ReadonlySignal<MemoryState>;
  /** Where the agent is told of a pack that waits for a click of theirs. */
  notices?: Notices;
};

export function followPolicy({ memory, notices }: World) {
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
  effect(() => {
    const waiting = packs.missing.value.find(({ is }) => is === 'waits');
    if (waiting) notices?.show({ about: 'told', text: t('policyPackNotice', waiting.name) });
  });
  return { missing: packs.missing, apply };
}
