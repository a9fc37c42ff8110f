// What went out of the log by the rule for how long it is kept: once a day by itself, or by hand; with a receipt each.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import { dailyTurn } from '../domain/retention';
import type { Clearing, Retention } from '../domain/retention';
import type { Database } from './db';
import type { Removed } from './remove';
import type { Past } from './retention';
import type { Watch } from './walk';

type Noted = { at: number; rule: Retention; removed: Removed };

/** Writes what went so far into its receipt, in the transaction that removes it; gives the receipt's row. */
export async function noteRemoved(
  db: Database,
  receipt: number | undefined,
  { at, rule, removed }: Noted,
): Promise<number> {
  if (receipt === undefined)
    return db.clearings.add({ at, is: 'cleared', rule, byHand: true, removed });
  await db.clearings.update(receipt, { removed });
  return receipt;
}

export type ClearingWorld = {
  retention: {
    preview(rule: Retention, watch: Watch): Promise<Past>;
    remove(past: Past, rule: Retention, watch: Watch, receipt: number): Promise<Removed>;
  };
  now: () => number;
};

/** The last turn of the daily look; what went by hand is none. */
const lastTurn = (db: Database) =>
  db.clearings
    .orderBy('n')
    .reverse()
    .filter(({ byHand }) => byHand !== true)
    .first();

/** The daily look: removes what is past its time when a day has gone by, or notes since when the rule holds. */
export async function clearDaily(
  db: Database,
  { retention, now }: ClearingWorld,
  rule: Retention,
  watch: Watch,
): Promise<'arm' | 'wait' | 'clear'> {
  const last = await lastTurn(db);
  const turn = dailyTurn(last, rule, now());
  if (turn === 'arm') await db.clearings.add({ at: now(), is: 'armed', rule, removed: {} });
  if (turn !== 'clear') return turn;
  const past = await retention.preview(rule, watch);
  // A day on which nothing went is no receipt: the next one takes its row.
  const isEmpty = last?.is === 'cleared' && Object.keys(last.removed).length === 0;
  const row = { at: now(), is: 'cleared' as const, rule, removed: {} };
  const receipt = await db.clearings.put(isEmpty ? { ...row, n: last.n } : row);
  await retention.remove(past, rule, watch, receipt);
  return turn;
}

/** Notes that nothing goes by itself any more: a rule that is switched on again first holds for a day. */
export async function endDaily(db: Database, now: () => number): Promise<void> {
  const last = await lastTurn(db);
  if (last && last.is !== 'off') await db.clearings.add({ at: now(), is: 'off', removed: {} });
}

/** The newest receipts of what went, newest first, again on every change. */
export function watchCleared(db: Database, limit: number): Observable<Clearing[]> {
  return liveQuery(() =>
    db.clearings
      .orderBy('n')
      .reverse()
      .filter(({ removed }) => Object.values(removed).some((rows) => rows > 0))
      .limit(limit)
      .toArray(),
  );
}
