// What the log's bench measures of saving a complaint, beside the same rows put raw into the same database.
import { createComplaints } from '../../lib/data/complaints';
import type { Database } from '../../lib/data/db';
import { createLedger } from '../../lib/data/ledger';
import { createRecords } from './log-records';
import { medians, timed } from './log-timing';

/**
 * A complaint into the log, by itself and with the event in its conversation, beside the same record, and all four rows
 * of the latter, put into the same tables, which have them no longer in the end.
 */
export async function saves(db: Database, records: number, rounds: number) {
  let id = 0;
  const createId = () => `bench-${++id}`;
  const none = { sound: <T>(_: string, __: unknown, rows: readonly T[]) => [...rows] };
  const complaints = createComplaints(db, Date.now, createId, none);
  const ledger = createLedger(db, Date.now, createId, none);
  const facts = { key: 'bench', site: 'bench', channel: 'help.example', customer: '' };
  const { id: conversationId } = await ledger.open(facts);
  const rival = createRival(db);
  const record = createRecords(records);
  const times: Record<'ours' | 'logged' | 'theirs' | 'four', number[]> = {
    ours: [],
    logged: [],
    theirs: [],
    four: [],
  };
  for (let round = -5; round < rounds; round++) {
    const { conversationId: _, ...row } = record(records + round + 10);
    // Numbers that the log never gives: it goes on as if they were not there.
    const one = { ...row, id: `raw-${row.id}`, number: -2 * row.number };
    const other = { ...row, id: `four-${row.id}`, number: one.number - 1 };
    const mine = await timed(() => complaints.add(row, row));
    const logged = await timed(() => complaints.add(row, { ...row, conversationId }));
    const put = await timed(() => rival.put({ complaints: one }));
    const four = await timed(() =>
      rival.put({
        complaints: other,
        logChanges: { from: other.number, to: other.number },
        events: { conversationId: 'raw', n: round, event: { kind: 'logged', at: 1 } },
        conversations: { ...facts, id: 'raw', key: 'raw', startedAt: 1, events: round },
      }),
    );
    if (round < 0) continue;
    times.ours.push(mine.ms);
    times.logged.push(logged.ms);
    times.theirs.push(put.ms);
    times.four.push(four.ms);
  }
  await rival.removeAll();
  return medians(times);
}

/** Puts rows as they are, each into its table, and waits until they are on the disk. */
function createRival(db: Database) {
  const written: { table: string; key: IDBValidKey }[] = [];
  const change = (tables: string[], work: (transaction: IDBTransaction) => void) => {
    const transaction = db.backendDB().transaction(tables, 'readwrite', { durability: 'strict' });
    work(transaction);
    return new Promise((resolve) => transaction.addEventListener('complete', resolve));
  };
  return {
    put: (rows: Record<string, object>) =>
      change(Object.keys(rows), (transaction) => {
        for (const [table, row] of Object.entries(rows)) {
          const request = transaction.objectStore(table).put(row);
          request.addEventListener('success', () => written.push({ table, key: request.result }));
        }
      }),
    removeAll: () =>
      change([...new Set(written.map(({ table }) => table))], (transaction) => {
        for (const { table, key } of written) transaction.objectStore(table).delete(key);
      }),
  };
}
