// The plan of a conversation, apart from its schema: the complaint form is there with the first paint.
import type { LedgerEvent } from './event';
import type { Plan } from './plan';

/** The plan as it was last written or said; undefined where there is none. */
export function lastPlan(events: readonly LedgerEvent[]): Plan | undefined {
  const last = events.findLast(({ kind }) => kind === 'planned' || kind === 'proposed');
  return last && 'plan' in last ? last.plan : undefined;
}
