// How often each phrase was put into a reply on this machine: what is used much is found first.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import type { LedgerEvent } from '../domain/event';
import type { Database } from './db';

export type Uses = ReturnType<typeof createUses>;

export function createUses(db: Database) {
  return {
    /** Counts by the phrases' ids, again whenever one changes. */
    watch(): Observable<ReadonlyMap<string, number>> {
      return liveQuery(async () => {
        const rows = await db.uses.toArray();
        return new Map(rows.map(({ phrase, count }) => [phrase, count]));
      });
    },
  };
}

/** Counts the insertions among these events. Call inside a read-write transaction over uses. */
export async function countUses(db: Database, events: readonly LedgerEvent[]): Promise<void> {
  for (const event of events) {
    if (event.kind !== 'inserted') continue;
    const { phrase } = event;
    const known = await db.uses.get(phrase);
    await db.uses.put({ phrase, count: (known?.count ?? 0) + 1 });
  }
}
