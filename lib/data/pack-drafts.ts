// Packs that are being written: the text each began with, and every change since, so that a closed tab loses nothing.
import { liveQuery } from 'dexie';
import type { Observable } from 'dexie';
import type { PackEdit } from '../domain/pack-document';
import type { Database } from './db';

export type PackDraftRow = {
  id: number;
  title: string;
  editedAt: number;
  /** How many of its changes are in force; those behind were undone. */
  done: number;
};
/** What a draft began with, byte by byte. */
export type PackDraftTextRow = { draft: number; text: string };
/** The change that was made as the n-th, counted from 1. */
export type PackEditRow = { draft: number; n: number; edit: PackEdit };

export type PackDraft = PackDraftRow & { text: string; edits: readonly PackEdit[] };
export type RemovedDraft = { row: PackDraftRow; text: string; edits: readonly PackEditRow[] };
export type PackDraftTitle = Pick<PackDraftRow, 'id' | 'title' | 'editedAt'>;
export type PackDrafts = ReturnType<typeof createPackDrafts>;

export function createPackDrafts(db: Database, now: () => number) {
  const tables = [db.packDrafts, db.packDraftTexts, db.packEdits];
  const editsOf = (draft: number) =>
    db.packEdits.where('[draft+n]').between([draft, 0], [draft, Infinity]);
  /** Gives false, and changes nothing, where another tab has changed the draft meanwhile. */
  const change = (
    id: number,
    knownDone: number,
    work: (row: PackDraftRow) => Promise<Partial<PackDraftRow>>,
  ) =>
    db.transaction('rw', [db.packDrafts, db.packEdits], async () => {
      const row = await db.packDrafts.get(id);
      if (row?.done !== knownDone) return false;
      await db.packDrafts.put({ ...row, ...(await work(row)), editedAt: now() });
      return true;
    });

  return {
    /** All of them, the newest first, again on every change. */
    watch: (): Observable<PackDraftTitle[]> =>
      liveQuery(async () => {
        const rows = await db.packDrafts.reverse().toArray();
        return rows.map(({ id, title, editedAt }) => ({ id, title, editedAt }));
      }),

    start: (title: string, text: string): Promise<number> =>
      db.transaction('rw', tables, async () => {
        const draft = await db.packDrafts.add({ title, editedAt: now(), done: 0 });
        await db.packDraftTexts.add({ draft, text });
        return draft;
      }),

    open: (id: number): Promise<PackDraft | undefined> =>
      db.transaction('r', tables, async () => {
        const row = await db.packDrafts.get(id);
        const rows = await editsOf(id).sortBy('n');
        const { text = '' } = (await db.packDraftTexts.get(id)) ?? {};
        return row && { ...row, text, edits: rows.map(({ edit }) => edit) };
      }),

    /**
     * Puts a change behind the first `after` ones, or in place of the last of them; what was undone is gone then.
     * @param knownDone how many were in force when it was made
     */
    append: (
      id: number,
      {
        edit,
        after,
        knownDone,
        title,
      }: { edit: PackEdit; after: number; knownDone: number; title: string },
    ): Promise<boolean> =>
      change(id, knownDone, async () => {
        await db.packEdits
          .where('[draft+n]')
          .between([id, after + 1], [id, Infinity])
          .delete();
        await db.packEdits.put({ draft: id, n: after + 1, edit });
        return { title, done: after + 1 };
      }),

    /** Undoes or does again: from now on so many changes are in force. */
    setDone: (id: number, done: number, knownDone: number): Promise<boolean> =>
      change(id, knownDone, async () => ({ done })),

    /** Takes a draft out; gives what brings it back. */
    remove: (id: number): Promise<RemovedDraft | undefined> =>
      db.transaction('rw', tables, async () => {
        const row = await db.packDrafts.get(id);
        if (!row) return undefined;
        const edits = await editsOf(id).toArray();
        const { text = '' } = (await db.packDraftTexts.get(id)) ?? {};
        await editsOf(id).delete();
        await db.packDraftTexts.delete(id);
        await db.packDrafts.delete(id);
        return { row, text, edits };
      }),

    restore: ({ row, text, edits }: RemovedDraft): Promise<void> =>
      db.transaction('rw', tables, async () => {
        await db.packDrafts.put(row);
        await db.packDraftTexts.put({ draft: row.id, text });
        await db.packEdits.bulkPut([...edits]);
      }),
  };
}
