// Puts drafts of packs from a backup beside those that are here. Call inside a read-write transaction over their tables.
import type { Database } from './db';
import type { Merged, Row } from './merge';
import type { PackDraftRow, PackEditRow } from './pack-drafts';

/**
 * A draft that began with the same text is the same one as long as one of both has all changes of the other: the one
 * that went further stays. Otherwise both do.
 */
export function createDraftMerge(db: Database, merged: Merged) {
  const waiting = new Map<number, PackEditRow[]>();
  const editsOf = (draft: number) =>
    db.packEdits.where('[draft+n]').between([draft, 0], [draft, Infinity]);
  /** @param at its number here; if not given, the next one that is free */
  const put = async (theirs: PackDraftRow, edits: readonly PackEditRow[], at?: number) => {
    const { id: _, ...draft } = theirs;
    const id = await db.packDrafts.put(at === undefined ? draft : { ...draft, id: at });
    await editsOf(id).delete();
    await db.packEdits.bulkAdd(edits.map((edit) => ({ ...edit, draft: id })));
  };
  const takeOne = async (theirs: PackDraftRow, edits: readonly PackEditRow[]) => {
    const mine = await db.packDrafts.get(theirs.id);
    const own = await editsOf(theirs.id).sortBy('n');
    const rows = 1 + edits.length;
    if (mine && mine.text === theirs.text && goesOn(own, edits)) {
      merged.same += rows;
    } else if (mine && mine.text === theirs.text && goesOn(edits, own)) {
      await put(theirs, edits, mine.id);
      merged.replaced += rows;
    } else {
      await put(theirs, edits, mine ? undefined : theirs.id);
      merged.added += rows;
    }
  };
  return {
    takeEdits(rows: readonly Row[]): void {
      for (const row of rows) {
        const edit = row as unknown as PackEditRow; // Of that table.
        const known = waiting.get(edit.draft);
        if (known) known.push(edit);
        else waiting.set(edit.draft, [edit]);
      }
    },
    async takeDrafts(rows: readonly Row[]): Promise<void> {
      for (const row of rows) {
        const draft = row as unknown as PackDraftRow; // Of that table.
        const edits = waiting.get(draft.id) ?? [];
        await takeOne(
          draft,
          edits.toSorted((a, b) => a.n - b.n),
        );
      }
    },
  };
}

/** Whether the first has all changes of the second, and perhaps more behind them. */
function goesOn(longer: readonly PackEditRow[], shorter: readonly PackEditRow[]): boolean {
  return shorter.every(({ edit }, at) => JSON.stringify(longer[at]?.edit) === JSON.stringify(edit));
}
