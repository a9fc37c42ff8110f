// Asks the browser's database itself, for what is asked so often that Dexie's share would be the most of it. Reads only:
// what is written goes through Dexie, which tells every window of it.
import type { Database } from './db';

/** Asks several things at once; resolves with what the last one gives, when all are answered. */
export async function readRaw<T>(
  db: Database,
  tables: readonly string[],
  ask: (transaction: IDBTransaction) => IDBRequest<T>,
): Promise<T> {
  if (!db.isOpen()) await db.open();
  const transaction = db.backendDB().transaction([...tables]);
  const last = ask(transaction);
  return new Promise((resolve, reject) => {
    // The browser answers in the order in which it was asked.
    last.addEventListener('success', () => resolve(last.result));
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('The log was closed.')),
    );
  });
}
