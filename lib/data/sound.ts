// Rows that cannot be read (a damaged disk, a faulty version): kept as they are, told, and the rest goes on.

/** A row as it lies in the database. */
export type BrokenRow = { table: string; key: string; raw: string };
export type Broken = ReturnType<typeof createBroken>;

/** What it needs of a zod schema. */
type Schema = { safeParse(value: unknown): { success: boolean } };

export function createBroken() {
  const found = new Map<string, BrokenRow>();
  const listeners = new Set<(rows: readonly BrokenRow[]) => void>();
  const tell = (listener: (rows: readonly BrokenRow[]) => void) => listener([...found.values()]);

  return {
    /** Those of the rows that can be worked with; the others are noted under their table. */
    sound<T>(table: string, schema: Schema, rows: readonly T[]): T[] {
      const before = found.size;
      const good = rows.filter((row) => {
        if (schema.safeParse(row).success) return true;
        const raw = JSON.stringify(row);
        found.set(`${table} ${raw}`, { table, key: keyOf(row), raw });
        return false;
      });
      if (found.size > before) for (const listener of listeners) tell(listener);
      return good;
    },

    /** All that was met so far, again whenever one more is. */
    watch: () => ({
      subscribe(next: (rows: readonly BrokenRow[]) => void) {
        listeners.add(next);
        tell(next);
        return { unsubscribe: () => listeners.delete(next) };
      },
    }),
  };
}

function keyOf(row: unknown): string {
  return row !== null && typeof row === 'object' && 'id' in row ? String(row.id) : '';
}
