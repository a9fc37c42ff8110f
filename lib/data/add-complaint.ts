// Puts a new complaint into the log: its row, its note of change and its event, in one transaction.
//
//   the number that is likely ─► add under it
//                             ─► is it taken? nothing was left: again, and ask for the last number first
//
// A wait for an answer takes as long as a write. What was likely is nearly always right: then nothing is waited for.
import type { Complaint } from '../domain/complaint';
import type { ConversationRow, Database } from './db';
import { notOpened, withEvents } from './ledger';
import { noteOf } from './log-changes';
import { answer, writeRaw } from './write-raw';
import type { Written } from './write-raw';

/**
 * Adds a complaint under the number it bears, or under the next one where that is taken or is 0; resolves to it as it
 * is on the disk. With a conversation, that it was logged goes into its ledger; rejects where there is no such
 * conversation.
 */
export async function addComplaint(db: Database, complaint: Complaint): Promise<Complaint> {
  try {
    return await add(db, complaint);
  } catch (error) {
    const isTaken = error instanceof Error && error.name === 'ConstraintError';
    if (!isTaken || complaint.number === 0) throw error;
    return add(db, { ...complaint, number: 0 });
  }
}

/** Rejects with a `ConstraintError` where the number is taken, or the id. */
function add(db: Database, likely: Complaint): Promise<Complaint> {
  const { conversationId } = likely;
  const ofLedger = conversationId === undefined ? [] : ['conversations', 'events'];
  return writeRaw(db, ['complaints', 'logChanges', ...ofLedger], async (transaction, tell) => {
    const complaint =
      likely.number === 0 ? { ...likely, number: (await lastNumber(transaction)) + 1 } : likely;
    const note = noteOf(complaint.number);
    const added = answer(transaction.objectStore('complaints').add(complaint));
    transaction.objectStore('logChanges').add(note);
    // Nothing more is asked: the browser need not find that out by itself.
    if (conversationId === undefined) transaction.commit();
    tell([
      { table: 'complaints', row: complaint },
      { table: 'logChanges', row: note },
    ]);
    const [conversation] = await Promise.all([
      conversationId === undefined ? undefined : readConversation(transaction, conversationId),
      // Firefox (153, seen 2026-11-23) completes what it is told to commit without a row that cannot be added. What stays
      // then is a note of a number that is another's: that one is looked at once more.
      added,
    ]);
    const written = conversation ? addLogged(transaction, conversation, complaint) : [];
    return { value: complaint, written };
  });
}

async function lastNumber(transaction: IDBTransaction): Promise<number> {
  const numbers = transaction.objectStore('complaints').index('number');
  const last = await answer(numbers.openKeyCursor(null, 'prev'));
  return Number(last?.key ?? 0);
}

async function readConversation(transaction: IDBTransaction, id: string): Promise<ConversationRow> {
  // As the table has it.
  const asked: IDBRequest<ConversationRow | undefined> = transaction
    .objectStore('conversations')
    .get(id);
  const row = await answer(asked);
  if (!row) throw notOpened(id);
  return row;
}

function addLogged(
  transaction: IDBTransaction,
  before: ConversationRow,
  { id, savedAt: at }: Complaint,
): Written[] {
  const { rows, conversation } = withEvents(before, [{ kind: 'logged', at, complaint: id }]);
  for (const row of rows) transaction.objectStore('events').add(row);
  transaction.objectStore('conversations').put(conversation);
  return [
    ...rows.map((row) => ({ table: 'events', row })),
    { table: 'conversations', row: conversation, before },
  ];
}
