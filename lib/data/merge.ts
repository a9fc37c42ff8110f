// Puts the rows of a backup beside those that are there: the same ids, newer wins, and what loses is kept in the history.
// Call inside a read-write transaction over the tables of a backup.
import { Dexie } from 'dexie';
import type { Complaint } from '../domain/complaint';
import { differ } from '../domain/complaint-change';
import type { Change } from '../domain/complaint-change';
import type { Delivery } from '../domain/outbox';
import type { Promised } from '../domain/promise';
import type { Hold } from '../domain/hold';
import type { KeptTable } from './backup-tables';
import { createDraftMerge } from './merge-drafts';
import { createPackMerge } from './merge-packs';
import type { Database, EventRow, HintRow, UseRow } from './db';

/** What became of the rows, counted. */
export type Merged = { added: number; replaced: number; same: number; conflicts: number };
export type Row = Record<string, unknown>;

export type Merge = {
  take(table: KeptTable, rows: readonly Row[]): Promise<void>;
  /** After the last row: what was set aside is appended, and counts are right again. */
  finish(): Promise<Merged>;
};

export function createMerge(db: Database, now: number): Merge {
  const merged: Merged = { added: 0, replaced: 0, same: 0, conflicts: 0 };
  const spilt: { events: EventRow[]; changes: Change[]; lost: [Complaint, Complaint][] } = {
    events: [],
    changes: [],
    lost: [],
  };
  /** Sequences that went on in both places after the backup. */
  const parted = new Set<string>();
  const grown = new Set<string>();
  const emptyBefore = new Map<KeptTable, boolean>();
  /** Into an empty table nothing needs to be looked for. */
  const isNew = async (table: KeptTable): Promise<boolean> => {
    const known = emptyBefore.get(table) ?? (await db.table(table).count()) === 0;
    emptyBefore.set(table, known);
    return known;
  };
  const lookUp = async (table: KeptTable, keys: readonly (string | [string, number])[]) => {
    const none: (Row | undefined)[] = [];
    return (await isNew(table))
      ? none
      : ((await db.table(table).bulkGet([...keys])) as typeof none); // Rows of its own.
  };

  /** Of a row that is there already: which of the two stays. */
  const choose = async (
    table: KeptTable,
    rows: readonly Row[],
    keyOf: (row: Row) => string | [string, number],
    pick: (mine: Row, theirs: Row) => Row,
  ): Promise<void> => {
    const known = await lookUp(table, rows.map(keyOf));
    const put = rows.flatMap((row, index) => {
      const mine = known[index];
      if (mine === undefined) merged.added++;
      else if (isSame(mine, row)) merged.same++;
      if (mine === undefined) return [row];
      if (isSame(mine, row)) return [];
      const chosen = pick(mine, row);
      if (chosen === mine) return [];
      merged.replaced++;
      return [chosen];
    });
    await db.table(table).bulkPut(put);
  };
  const packs = createPackMerge(db, merged);
  const drafts = createDraftMerge(db, merged);
  const byId = (row: Row) => String(row['id']);

  const takeComplaints = async (rows: readonly Row[]) => {
    const numbers = rows.map((row) => Number(row['number']));
    const there = (await isNew('complaints'))
      ? []
      : await db.complaints.where('number').anyOf(numbers).toArray();
    const holders = new Map(there.map(({ number, id }) => [number, id]));
    const last = await db.complaints.orderBy('number').last();
    let next = Math.max(last?.number ?? 0, ...numbers) + 1;
    const free = rows.map((row) => {
      const holder = holders.get(Number(row['number']));
      if (holder === undefined || holder === row['id']) return row;
      merged.conflicts++;
      return { ...row, number: next++ };
    });
    await choose('complaints', free, byId, (mine, theirs) => {
      const [one, other] = [mine, theirs] as unknown as [Complaint, Complaint]; // Of that table.
      const isNewer = other.changedAt > one.changedAt;
      const winner = isNewer ? { ...other, number: one.number } : one;
      spilt.lost.push([isNewer ? one : other, winner]);
      return isNewer ? { ...theirs, number: one.number } : mine;
    });
  };

  const takeSequence = async (table: 'events' | 'changes', rows: readonly Row[]) => {
    const owner = table === 'events' ? 'conversationId' : 'complaint';
    const keyOf = (row: Row): [string, number] => [String(row[owner]), Number(row['n'])];
    const known = await lookUp(table, rows.map(keyOf));
    const put = rows.filter((row, index) => {
      const id = String(row[owner]);
      const mine = known[index];
      if (table === 'events') grown.add(id);
      if (mine !== undefined && !isSame(mine, row)) parted.add(id);
      // From where they part on, theirs comes after mine.
      if (parted.has(id)) {
        merged.conflicts++;
        if (table === 'events')
          spilt.events.push(row as unknown as EventRow); // Of that table.
        else spilt.changes.push(row as unknown as Change); // See above.
        return false;
      }
      if (mine === undefined) merged.added++;
      else merged.same++;
      return mine === undefined;
    });
    await db.table(table).bulkPut(put);
  };

  const takeConversations = async (rows: readonly Row[]) => {
    for (const row of rows) grown.add(byId(row));
    const places = rows.map((row) => String(row['key']));
    const there = await db.conversations.where('key').anyOf(places).toArray();
    const holders = new Map(there.map(({ key, id }) => [key, id]));
    // The same conversation was begun here as well: both stay, and the page goes on in the one that is here.
    const free = rows.map((row) => {
      const holder = holders.get(String(row['key']));
      if (holder === undefined || holder === row['id']) return row;
      return { ...row, key: `${String(row['key'])} ${byId(row)}` };
    });
    await choose('conversations', free, byId, (mine, theirs) =>
      Number(theirs['events']) > Number(mine['events']) ? { ...theirs, key: mine['key'] } : mine,
    );
  };

  return {
    take: async (table, rows) => {
      if (table === 'packTexts') return packs.takeTexts(rows);
      if (table === 'packs') return packs.takePacks(rows);
      if (table === 'packDraftTexts') return drafts.takeTexts(rows);
      if (table === 'packEdits') return drafts.takeEdits(rows);
      if (table === 'packDrafts') return drafts.takeDrafts(rows);
      if (table === 'conversations') return takeConversations(rows);
      if (table === 'events' || table === 'changes') return takeSequence(table, rows);
      if (table === 'complaints') return takeComplaints(rows);
      if (table === 'uses')
        return choose(table, rows, (row) => String(row['phrase']), more('count'));
      if (table === 'hints')
        return choose(
          table,
          rows,
          (row) => String(row['rule']),
          (mine, theirs) => (answers(theirs) > answers(mine) ? theirs : mine),
        );
      if (table === 'outbox') return choose(table, rows.map(atRest), byId, further);
      return choose(table, rows, byId, further);
    },
    finish: async () => {
      await appendEvents(db, spilt.events, grown);
      const lost = spilt.lost.filter(([{ id }]) => parted.has(id));
      await appendChanges(db, spilt.changes, lost, now);
      return merged;
    },
  };
}

async function appendEvents(
  db: Database,
  events: readonly EventRow[],
  grown: ReadonlySet<string>,
): Promise<void> {
  for (const { conversationId, event } of events) {
    const n = await nextOf(db, 'events', conversationId);
    await db.events.add({ conversationId, n, event });
  }
  for (const id of grown) {
    const next = await nextOf(db, 'events', id);
    const row = await db.conversations.get(id);
    if (row && row.events !== next) await db.conversations.update(id, { events: next });
  }
}

async function appendChanges(
  db: Database,
  changes: readonly Change[],
  lost: readonly (readonly [Complaint, Complaint])[],
  at: number,
): Promise<void> {
  const touched = new Set<string>();
  // What a change took back may have another number now.
  const moved = new Map<string, number>();
  for (const change of changes) {
    const { complaint, of } = change;
    const n = await nextOf(db, 'changes', complaint);
    moved.set(`${complaint} ${change.n}`, n);
    const back = of === undefined ? {} : { of: moved.get(`${complaint} ${of}`) ?? of };
    await db.changes.add({ ...change, ...back, n });
    touched.add(complaint);
  }
  for (const [loser, { id: complaint }] of lost) {
    touched.add(complaint);
    const winner = await db.complaints.get(complaint);
    const values = winner && differ(loser, winner);
    const n = await nextOf(db, 'changes', complaint);
    if (values) await db.changes.add({ complaint, n, at, by: '', kind: 'merged', ...values });
  }
  for (const id of touched)
    await db.complaints.update(id, { revision: await nextOf(db, 'changes', id) });
}

/** The number behind the last of a sequence. */
async function nextOf(db: Database, table: 'events' | 'changes', id: string): Promise<number> {
  const index = table === 'events' ? '[conversationId+n]' : '[complaint+n]';
  const last: { n: number } | undefined = await db
    .table<{ n: number }>(table)
    .where(index)
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .last();
  return (last?.n ?? -1) + 1;
}

/** Nobody knows whether the other machine sent it meanwhile: the agent looks before it is sent again. */
function atRest(row: Row): Row {
  const isOpen = ['waiting', 'sending', 'unknown'].includes(String(row['state']));
  return isOpen ? { ...row, state: 'refused', why: 'in-doubt', said: '' } : row;
}

/** Of two states of one thing the one that went further. */
function further(mine: Row, theirs: Row): Row {
  return lengthOf(theirs) > lengthOf(mine) ? theirs : mine;
}

function lengthOf(row: Row): number {
  const { endedAt, startedAt, answeredAt, checkIns } = row as Partial<Hold>; // Whichever it is.
  const { end, terms } = row as Partial<Promised>; // See above.
  const { state } = row as Partial<Delivery>; // See above.
  if (endedAt !== undefined || end !== undefined || state === 'sent') return 1e9;
  const steps = [startedAt, answeredAt].filter((each) => each !== undefined).length;
  return steps * 1e6 + (checkIns?.length ?? 0) + (terms?.length ?? 0);
}

function more(field: keyof UseRow) {
  return (mine: Row, theirs: Row) => (Number(theirs[field]) > Number(mine[field]) ? theirs : mine);
}

function answers(row: Row): number {
  const { accepted, dismissed } = row as Partial<HintRow>; // Of that table.
  return (accepted ?? 0) + (dismissed ?? 0);
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return false;
  const [mine, theirs] = [one, other].map((each) =>
    Object.entries(each).filter(([, value]) => value !== undefined),
  );
  if (!mine || !theirs || mine.length !== theirs.length) return false;
  const others = new Map(theirs);
  return mine.every(([key, value]) => others.has(key) && isSame(value, others.get(key)));
}
