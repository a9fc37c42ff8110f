// What became of the hints on drafts, counted by rule on this machine: a rule that is only dismissed is to go quiet.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import type { LedgerEvent } from '../domain/event';
import type { Database, HintRow } from './db';

export type Hints = ReturnType<typeof createHints>;

export function createHints(db: Database) {
  return {
    /** All rules that were pointed out and answered, again whenever one is. */
    watch(): Observable<readonly HintRow[]> {
      return liveQuery(() => db.hints.toArray());
    },
    /** In how many conversations one after the other the rule was dismissed and not accepted since. */
    async inARow(rule: string): Promise<number> {
      return (await db.hints.get(rule))?.inARow.length ?? 0;
    },
    /** The rule was switched on again: it starts anew. */
    async restart(rule: string): Promise<void> {
      await db.hints.update(rule, { inARow: [] });
    },
  };
}

/** Counts the answers among these events of a conversation. Call inside a read-write transaction over hints. */
export async function countHints(
  db: Database,
  conversationId: string,
  events: readonly LedgerEvent[],
): Promise<void> {
  for (const event of events) {
    const count = 'rewrite' in event ? counts[event.kind] : undefined;
    if (!count || !('rule' in event) || event.rule === undefined) continue;
    const { rule } = event;
    const known = (await db.hints.get(rule)) ?? { rule, accepted: 0, dismissed: 0, inARow: [] };
    await db.hints.put(count(known, conversationId));
  }
}

type Count = (row: HintRow, conversationId: string) => HintRow;

/** A conversation counts once in a row, however often the rule is dismissed in it. */
const counts: Partial<Record<LedgerEvent['kind'], Count>> = {
  rewriteAccepted: (row) => ({ ...row, accepted: row.accepted + 1, inARow: [] }),
  rewriteUndone: (row) => ({ ...row, accepted: Math.max(0, row.accepted - 1) }),
  rewriteDismissed: (row, id) => ({
    ...row,
    dismissed: row.dismissed + 1,
    inARow: [...row.inARow.filter((each) => each !== id), id],
  }),
  rewriteRestored: (row, id) => ({
    ...row,
    dismissed: Math.max(0, row.dismissed - 1),
    inARow: row.inARow.filter((each) => each !== id),
  }),
};
