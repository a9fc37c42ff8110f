// Tells whether anything of the log has changed since it was read. Every count asks this first, so the browser is asked
// itself, three questions at once: the same through Dexie takes several times as long as the count.
import type { Database } from './db';

/** Another after each change and each fold. */
export const stampOf = (fold: number, notes: number, lastNote: number) =>
  `${fold} ${notes} ${lastNote}`;

export async function readStamp(db: Database): Promise<string> {
  if (!db.isOpen()) await db.open();
  const transaction = db.backendDB().transaction(['logState', 'logChanges']);
  // As log-rows.ts has it.
  const state: IDBRequest<{ fold: number } | undefined> = transaction
    .objectStore('logState')
    .get('log');
  const changes = transaction.objectStore('logChanges');
  const count = changes.count();
  const last = changes.openKeyCursor(null, 'prev');
  return new Promise((resolve, reject) => {
    // The last question is answered last.
    last.addEventListener('success', () =>
      resolve(stampOf(state.result?.fold ?? 0, count.result, Number(last.result?.key ?? 0))),
    );
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('The log was closed.')),
    );
  });
}
