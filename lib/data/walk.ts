// Walks through a table a page at a time: the memory needed does not grow with it.
import { Dexie } from 'dexie';
import type { IndexableType } from 'dexie';

export type Watch = {
  signal: AbortSignal;
  /** Rows looked at since the last call. */
  onRows: (rows: number) => void;
};

const pageSize = 500;

/** All rows with their keys, in the order of the keys. Rejects when aborted. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- What lies in the table is known to who asks.
export async function* walk<T>(
  db: Dexie,
  name: string,
  { signal, onRows }: Watch,
): AsyncGenerator<{ key: IndexableType; row: T }[]> {
  const table = db.table<T>(name);
  let after: IndexableType = Dexie.minKey;
  for (;;) {
    signal.throwIfAborted();
    const keys: IndexableType[] = await table
      .where(':id')
      .above(after)
      .limit(pageSize)
      .primaryKeys();
    const last = keys.at(-1);
    if (last === undefined) return;
    const rows = await table.bulkGet(keys);
    onRows(keys.length);
    // A row may have gone between the two questions.
    yield keys.flatMap((key, index) => {
      const row = rows[index];
      return row === undefined ? [] : [{ key, row }];
    });
    after = last;
  }
}
