// What is applied of the organisation's policy, for the Desk to show.
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { loadApplied, watchApplied } from '../../lib/browser/policy';
import { noPolicy } from '../../lib/domain/policy';
import type { AppliedPolicy } from '../../lib/domain/policy';

export function followApplied(): ReadonlySignal<AppliedPolicy> {
  const applied = signal(noPolicy);
  const show = (next: AppliedPolicy) => (applied.value = next);
  watchApplied(show);
  void loadApplied().then(show);
  return applied;
}
