// Puts the packs of a backup beside those that are there. Call inside a read-write transaction over their tables.
import type { KeptPack } from '../domain/kept-pack';
import type { Database } from './db';
import type { Merged, Row } from './merge';
import type { PackTextRow } from './packs';

/** Packs that are not known here come with their texts; one that is known stays as it is, with its own versions. */
export function createPackMerge(db: Database, merged: Merged) {
  const waiting = new Map<string, PackTextRow[]>();
  const place = async (text: PackTextRow): Promise<number> => {
    const { n: _, ...rest } = text;
    const isFree = text.n !== undefined && (await db.packTexts.get(text.n)) === undefined;
    return db.packTexts.add(isFree ? text : rest);
  };
  return {
    takeTexts(rows: readonly Row[]): void {
      for (const row of rows) {
        const text = row as unknown as PackTextRow; // Of that table.
        waiting.set(text.pack, [...(waiting.get(text.pack) ?? []), text]);
      }
    },
    async takePacks(rows: readonly Row[]): Promise<void> {
      for (const row of rows) {
        const pack = row as unknown as KeptPack; // Of that table.
        const texts = waiting.get(pack.id) ?? [];
        const isKnown = (await db.packs.get(pack.id)) !== undefined;
        if (isKnown) merged.same += 1 + texts.length;
        if (isKnown) continue;
        let inUse = pack.text;
        for (const text of texts) {
          const n = await place(text);
          if (text.n === pack.text) inUse = n;
        }
        await db.packs.add({ ...pack, text: inUse });
        merged.added += 1 + texts.length;
      }
    },
  };
}
