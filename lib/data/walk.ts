// Walks through a table a page at a time: the memory needed does not grow with it.
import { Dexie } from 'dexie';
import type { IndexableType } from 'dexie';

export type Watch = {
  signal: AbortSignal;
  /** Rows looked at since the last call. */
  onRows: (rows: number) => void;
};

const pageSize = 1000;

/** All rows with their keys, in the order of the keys or of `by`, a field that no two share. Rejects when aborted. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- What lies in the table is known to who asks.
export async function* walk<T>(
  db: Dexie,
  name: string,
  { signal, onRows }: Watch,
  by = ':id',
): AsyncGenerator<{ key: IndexableType; row: T }[]> {
  const table = db.table<T>(name);
  const { keyPath } = table.schema.primKey;
  let after: IndexableType = Dexie.minKey;
  for (;;) {
    signal.throwIfAborted();
    const rows: T[] = await table.where(by).above(after).limit(pageSize).toArray();
    if (rows.length === 0) return;
    onRows(rows.length);
    yield rows.map((row) => ({ key: keyOf(keyPath, row), row }));
    after = keyOf(by === ':id' ? keyPath : by, rows.at(-1));
  }
}

/** All tables of the log carry their keys in their rows. */
function keyOf(path: string | readonly string[] | undefined, row: unknown): IndexableType {
  const held = row as Record<string, IndexableType>; // As the table's own schema says.
  const parts = [path ?? []].flat().map((name) => held[name] ?? '');
  return typeof path === 'string' ? (parts[0] ?? '') : (parts as (string | number)[]); // See above.
}
