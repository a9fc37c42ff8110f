// Tells whether anything of the log has changed since it was read; every count asks this first.
import type { Database } from './db';
import { readRaw } from './read-raw';

/** Another after each change and each fold. */
export const stampOf = (fold: number, notes: number, lastNote: number) =>
  `${fold} ${notes} ${lastNote}`;

export async function readStamp(db: Database): Promise<string> {
  let [fold, notes] = [0, 0];
  const last = await readRaw(db, ['logState', 'logChanges'], (transaction) => {
    // As log-rows.ts has it.
    const state: IDBRequest<{ fold: number } | undefined> = transaction
      .objectStore('logState')
      .get('log');
    state.addEventListener('success', () => (fold = state.result?.fold ?? 0));
    const changes = transaction.objectStore('logChanges');
    const count = changes.count();
    count.addEventListener('success', () => (notes = count.result));
    return changes.openKeyCursor(null, 'prev');
  });
  return stampOf(fold, notes, Number(last?.key ?? 0));
}
