// Writes into the browser's database itself where Dexie's transaction would take as long as the write, and tells every
// window of it by Dexie's own event (https://dexie.org/docs/Dexie/Dexie.on.storagemutated, seen 2026-11-22).
import { Dexie, RangeSet } from 'dexie';
import type { DBCoreIndex, IndexableType, ObservabilitySet } from 'dexie';
import type { Database } from './db';

/** A row as it is written, and as it was before; one that gets its key from the browser is written without. */
export type Written = { table: string; row: object; before?: object };

/** The answer to a request. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('The log did not answer.')),
    );
  });
}

/** Tells every window what is written. Who asks again is answered when the transaction has ended, whichever way. */
export type Tell = (written: readonly Written[]) => void;

/**
 * Does a work in one transaction; resolves when it is on the disk (`strict`), or rejects and leaves nothing. The work
 * waits for nothing but answers of the transaction, and has asked for its last when it resolves. It may tell of
 * what it has asked for while it waits; the rest of what it has written is told while the disk is at work.
 */
export async function writeRaw<T>(
  db: Database,
  tables: readonly string[],
  work: (
    transaction: IDBTransaction,
    tell: Tell,
  ) => Promise<{ value: T; written: readonly Written[] }>,
): Promise<T> {
  if (!db.isOpen()) await db.open();
  const options = { durability: 'strict' } as const;
  const transaction = db.backendDB().transaction([...tables], 'readwrite', options);
  const ended = endOf(transaction);
  try {
    const tell: Tell = (rows) => Dexie.on.storagemutated.fire(partsOf(db, rows));
    const { value, written } = await work(transaction, tell);
    if (written.length > 0) tell(written);
    await ended;
    return value;
  } catch (error) {
    abort(transaction);
    await ended.catch(() => undefined);
    // Where the browser ended it, the work was told only that it was cut off.
    throw transaction.error ?? error;
  }
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('The log was closed.')),
    );
  });
}

/** One that has ended by itself cannot be aborted any more. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    return;
  }
}

/** As Dexie names what changes: a table's keys, or those of an index of it. */
export function partName(db: Database, table: string, index = ''): string {
  return `idb://${db.name}/${table}/${index}`;
}

/**
 * Which keys changed, in the table and in each of its indexes: who asked for these asks again. As Dexie has it, `:dels`
 * too holds a key that was written: who asked for keys alone is told by that.
 */
function partsOf(db: Database, written: readonly Written[]): ObservabilitySet {
  const parts: Record<string, RangeSet> = {};
  for (const { table, row, before } of written) {
    const { primaryKey, indexes } = db.table(table).core.schema;
    const note = (name: string, keys: RangeSet) =>
      (parts[partName(db, table, name)] ??= new RangeSet()).add(keys);
    const own = keysOf(primaryKey, [row], everyKey);
    note('', own);
    note(':dels', own);
    for (const index of indexes)
      note(index.name ?? '', keysOf(index, before ? [before, row] : [row]));
  }
  return parts;
}

const everyKey = new RangeSet(Dexie.minKey, Dexie.maxKey);

function keysOf(
  { extractKey }: DBCoreIndex,
  rows: readonly object[],
  none = new RangeSet(),
): RangeSet {
  const keys: (IndexableType | undefined)[] = rows.map((row) => extractKey?.(row));
  const known = keys.filter((key) => key !== undefined);
  return known.length > 0 ? new RangeSet().addKeys(known) : none;
}
