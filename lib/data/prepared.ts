// Keeps prepared packs from one opening of the panel to the next.
import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { KeptPacks } from '../domain/prepared-packs';

/**
 * Of one set of packs; the next set takes its place. A blob is written and read by the browser's own threads; some
 * megabytes in the row itself would keep the panel busy for a frame.
 */
type PreparedRow = { key: string; packs: string; compiled: Blob };

const only = 'built-in';

/**
 * A database of its own: what can be made again must never keep the log from being opened, nor the log's versions
 * count for it. Where the browser refuses it, nothing is kept and nothing fails.
 */
export function createPreparedShelf(indexedDB: IDBFactory, name = 'composure-prepared') {
  const db = new Dexie(name, { indexedDB }) as Dexie & { rows: Table<PreparedRow, string> }; // Added below.
  db.version(1).stores({ rows: '' });
  return {
    /** What was kept last; undefined if there is nothing, or it cannot be read. */
    recall: async (): Promise<KeptPacks | undefined> => {
      try {
        const row = await db.rows.get(only);
        return row && { ...row, compiled: await row.compiled.arrayBuffer() };
      } catch {
        return undefined;
      }
    },
    /** Keeps this, and nothing else. */
    keep: async ({ key, packs, compiled }: KeptPacks): Promise<void> => {
      const row = { key, packs, compiled: new Blob([compiled]) };
      await db.rows.put(row, only).catch(() => undefined);
    },
  };
}
