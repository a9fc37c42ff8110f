// How often a rule was dismissed one after the other, counted from the ledger alone.
import type { LedgerEvent } from '../../lib/domain/event';

/** As far as one conversation can tell: each dismissal counts. */
export function dismissedInARow(rule: string, events: readonly LedgerEvent[]): number {
  return events.reduce((sum, event) => {
    if (!('rewrite' in event) || event.rule !== rule) return sum;
    if (event.kind === 'rewriteAccepted') return 0;
    return (
      sum + Number(event.kind === 'rewriteDismissed') - Number(event.kind === 'rewriteRestored')
    );
  }, 0);
}
