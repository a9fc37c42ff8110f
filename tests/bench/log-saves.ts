// What the log's bench measures of saving a complaint, beside the same rows put raw.
import { Dexie } from 'dexie';
import { createComplaints } from '../../lib/data/complaints';
import type { Database } from '../../lib/data/db';
import { createLedger } from '../../lib/data/ledger';
import { createRecords } from './log-records';
import { medians, timed } from './log-timing';

/**
 * A complaint into the log, by itself and with the event in its conversation, beside the same record, and all four rows
 * of the latter, put into tables with the same indexes.
 */
export async function saves(db: Database, records: number, rounds: number) {
  let id = 0;
  const createId = () => `bench-${++id}`;
  const none = { sound: <T>(_: string, __: unknown, rows: readonly T[]) => [...rows] };
  const complaints = createComplaints(db, Date.now, createId, none);
  const ledger = createLedger(db, Date.now, createId, none);
  const facts = { key: 'bench', site: 'bench', channel: 'help.example', customer: '' };
  const { id: conversationId } = await ledger.open(facts);
  const rival = new Dexie('raw');
  rival.version(1).stores({
    complaints: 'id, &number, savedAt, closedAt, conversationId',
    logChanges: '++seq',
    events: '[conversationId+n], [conversationId+event.messageKey]',
    conversations: 'id, &key, startedAt, waiting.since',
  });
  await rival.open();
  const raw = rival.backendDB();
  const putAll = (rows: Record<string, object>) => {
    const change = raw.transaction(Object.keys(rows), 'readwrite', { durability: 'strict' });
    for (const [name, row] of Object.entries(rows)) change.objectStore(name).put(row);
    return new Promise((resolve) => change.addEventListener('complete', resolve));
  };
  const record = createRecords(records);
  const times: Record<'ours' | 'logged' | 'theirs' | 'four', number[]> = {
    ours: [],
    logged: [],
    theirs: [],
    four: [],
  };
  for (let round = -5; round < rounds; round++) {
    const { conversationId: _, ...row } = record(records + round + 10);
    const mine = await timed(() => complaints.add(row, row));
    const logged = await timed(() => complaints.add(row, { ...row, conversationId }));
    const put = await timed(() => putAll({ complaints: row }));
    const four = await timed(() =>
      putAll({
        complaints: { ...row, id: `four-${row.id}`, number: -row.number },
        logChanges: { from: row.number, to: row.number },
        events: { conversationId, n: round, event: { kind: 'logged', at: 1, complaint: row.id } },
        conversations: { ...facts, id: conversationId, startedAt: 1, events: round },
      }),
    );
    if (round < 0) continue;
    times.ours.push(mine.ms);
    times.logged.push(logged.ms);
    times.theirs.push(put.ms);
    times.four.push(four.ms);
  }
  await rival.delete();
  return medians(times);
}
