// Puts a new complaint into the log: its row, its note of change and its event, in one transaction.
//
//   ask for the last number ─► add it under the number that is likely, and tell so
//                           ─► was it another? put it again under the right one
//
// A wait for an answer takes as long as a write: what was likely is nearly always right, and then nothing waits.
import type { Complaint } from '../domain/complaint';
import type { ConversationRow, Database } from './db';
import { notOpened, withEvents } from './ledger';
import { noteOf } from './log-changes';
import { answer, writeRaw } from './write-raw';
import type { Tell, Written } from './write-raw';

/**
 * Adds a complaint under the next free number; resolves to it as it is on the disk. `likely` is the number it bears
 * already. With a conversation, that it was logged goes into its ledger; rejects where there is no such conversation.
 */
export function addComplaint(db: Database, likely: Complaint): Promise<Complaint> {
  const { conversationId } = likely;
  const ofLedger = conversationId === undefined ? [] : ['conversations', 'events'];
  return writeRaw(db, ['complaints', 'logChanges', ...ofLedger], async (transaction, tell) => {
    const [conversation, complaint] = await Promise.all([
      conversationId === undefined ? undefined : readConversation(transaction, conversationId),
      addUnderNext(transaction, likely, tell),
    ]);
    const written = [
      ...(complaint.number === likely.number ? [] : rowsOf(complaint)),
      ...(conversation ? addLogged(transaction, conversation, complaint) : []),
    ];
    return { value: complaint, written };
  });
}

function rowsOf(complaint: Complaint): Written[] {
  return [
    { table: 'complaints', row: complaint },
    { table: 'logChanges', row: noteOf(complaint.number) },
  ];
}

async function addUnderNext(
  transaction: IDBTransaction,
  likely: Complaint,
  tell: Tell,
): Promise<Complaint> {
  const complaints = transaction.objectStore('complaints');
  const notes = transaction.objectStore('logChanges');
  const asked = answer(complaints.index('number').openKeyCursor(null, 'prev'));
  let number = NaN;
  const added = complaints.add(likely);
  // By then the number is known. Where another holds it, it is not the right one.
  added.addEventListener('error', (event) => {
    if (number !== likely.number) event.preventDefault();
  });
  notes.add(noteOf(likely.number));
  tell(rowsOf(likely));
  number = Number((await asked)?.key ?? 0) + 1;
  if (number === likely.number) return likely;
  // A browser that is told to commit forgives no error any more: it has to have come by then.
  const isIn = await answer(added).then(
    () => true,
    () => false,
  );
  const complaint = { ...likely, number };
  if (isIn) complaints.put(complaint);
  else complaints.add(complaint);
  notes.add(noteOf(number));
  return complaint;
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
