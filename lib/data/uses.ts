// How often each phrase was put into a reply on this machine: what is used much is found first.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import type { PhraseCount } from '../domain/use-counts';
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

    /** All counts, again whenever one changes. */
    watchCounts(): Observable<PhraseCount[]> {
      return liveQuery(async () => {
        const rows = await db.uses.toArray();
        return rows.map(({ phrase, count, edited = 0, dropped = 0 }) => ({
          phrase,
          inserted: count,
          edited,
          dropped,
        }));
      });
    },
  };
}

type FateCount = 'edited' | 'dropped';
const countOf = { whole: undefined, edited: 'edited', dropped: 'dropped' } as const;

async function countFate(db: Database, phrase: string, what: FateCount): Promise<void> {
  const known = await db.uses.get(phrase);
  const row = known ?? { phrase, count: 0 };
  await db.uses.put({ ...row, [what]: (row[what] ?? 0) + 1 });
}

/** Counts the insertions among these events, and what became of them. Call inside a read-write transaction over uses. */
export async function countUses(db: Database, events: readonly LedgerEvent[]): Promise<void> {
  for (const event of events) {
    const what = event.kind === 'phraseSent' ? countOf[event.how] : undefined;
    if (event.kind === 'phraseSent' && what) await countFate(db, event.phrase, what);
    if (event.kind !== 'inserted') continue;
    const { phrase } = event;
    const known = await db.uses.get(phrase);
    await db.uses.put({ ...known, phrase, count: (known?.count ?? 0) + 1 });
  }
}
