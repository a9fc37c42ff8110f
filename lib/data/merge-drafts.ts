// Puts drafts of packs from a backup beside those that are here. Call inside a read-write transaction over their tables.
import type { Database } from './db';
import type { Merged, Row } from './merge';
import type { PackDraftRow, PackDraftTextRow, PackEditRow, RemovedDraft } from './pack-drafts';

/**
 * A draft that began with the same text is the same one as long as one of both has all changes of the other: the one
 * that went further stays. Otherwise both do.
 */
export function createDraftMerge(db: Database, merged: Merged) {
  const texts = new Map<number, string>();
  const edits = new Map<number, PackEditRow[]>();
  const editsOf = (draft: number) =>
    db.packEdits.where('[draft+n]').between([draft, 0], [draft, Infinity]);
  /** @param at its number here; if not given, the next one that is free */
  const put = async ({ row, text, edits: own }: RemovedDraft, at?: number) => {
    const { id: _, ...rest } = row;
    const draft = await db.packDrafts.put(at === undefined ? rest : { ...rest, id: at });
    await editsOf(draft).delete();
    await db.packDraftTexts.put({ draft, text });
    await db.packEdits.bulkAdd(own.map((edit) => ({ ...edit, draft })));
  };
  const takeOne = async (theirs: RemovedDraft) => {
    const { id } = theirs.row;
    const own = await editsOf(id).sortBy('n');
    const isKnown = (await db.packDrafts.get(id)) !== undefined;
    const isSame = isKnown && (await db.packDraftTexts.get(id))?.text === theirs.text;
    const rows = 2 + theirs.edits.length;
    if (isSame && goesOn(own, theirs.edits)) {
      merged.same += rows;
    } else if (isSame && goesOn(theirs.edits, own)) {
      await put(theirs, id);
      merged.replaced += rows;
    } else {
      await put(theirs, isKnown ? undefined : id);
      merged.added += rows;
    }
  };
  return {
    takeTexts(rows: readonly Row[]): void {
      for (const row of rows) {
        const { draft, text } = row as unknown as PackDraftTextRow; // Of that table.
        texts.set(draft, text);
      }
    },
    takeEdits(rows: readonly Row[]): void {
      for (const row of rows) {
        const edit = row as unknown as PackEditRow; // Of that table.
        const known = edits.get(edit.draft);
        if (known) known.push(edit);
        else edits.set(edit.draft, [edit]);
      }
    },
    async takeDrafts(rows: readonly Row[]): Promise<void> {
      for (const each of rows) {
        const row = each as unknown as PackDraftRow; // Of that table.
        const own = (edits.get(row.id) ?? []).toSorted((a, b) => a.n - b.n);
        await takeOne({ row, text: texts.get(row.id) ?? '', edits: own });
      }
    },
  };
}

/** Whether the first has all changes of the second, and perhaps more behind them. */
function goesOn(longer: readonly PackEditRow[], shorter: readonly PackEditRow[]): boolean {
  return shorter.every(({ edit }, at) => JSON.stringify(longer[at]?.edit) === JSON.stringify(edit));
}
