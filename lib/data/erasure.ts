// Erases one customer everywhere: their complaints and conversations, and their name in the rows of others.
import type { IndexableType } from 'dexie';
import type { Complaint } from '../domain/complaint';
import { comparable, createNeedles } from '../domain/trace';
import type { TicketLink } from '../domain/ticket';
import type { ConversationRow, Database } from './db';
import { forgetDerived, tablesOfForgetting } from './forget';
import { removeComplaints, removeConversations, sumRemoved, tablesOfRemoval } from './remove';
import type { Removed } from './remove';
import { walk } from './walk';
import type { Watch } from './walk';

/** Somebody by the name that the log has for them. */
export type Person = { name: string; complaints: number; conversations: number };

export type Traces = {
  /** As they are named and can be reached. */
  names: readonly string[];
  complaintIds: readonly string[];
  /** Numbers of their complaints. */
  numbers: readonly number[];
  conversationIds: readonly string[];
  /** Tickets in other systems: those are erased there. */
  tickets: readonly TicketLink[];
  /** Rows of others that name them. */
  mentions: readonly { table: string; key: IndexableType }[];
};

export type Receipt = {
  at: number;
  numbers: readonly number[];
  removed: Removed;
  /** Rows of others out of which the name was taken. */
  masked: number;
  tickets: readonly TicketLink[];
};

const mostPeople = 50;

export function createErasure(db: Database, now: () => number) {
  return {
    /** Everybody whose name or contact holds these words, most complaints first. */
    async find(query: string, watch: Watch): Promise<Person[]> {
      const wanted = comparable(query);
      const people = new Map<string, Person>();
      const count = (name: string | undefined, what: 'complaints' | 'conversations') => {
        if (name === undefined || !comparable(name).includes(wanted)) return;
        const known = people.get(comparable(name)) ?? { name, complaints: 0, conversations: 0 };
        people.set(comparable(name), { ...known, [what]: known[what] + 1 });
      };
      if (wanted === '') return [];
      for await (const page of walk<Complaint>(db, 'complaints', watch))
        for (const { row } of page)
          for (const name of [row.who, row.contact]) count(name, 'complaints');
      for await (const page of walk<ConversationRow>(db, 'conversations', watch))
        for (const { row } of page) count(row.customer, 'conversations');
      return [...people.values()]
        .toSorted((a, b) => b.complaints - a.complaints)
        .slice(0, mostPeople);
    },

    /** All that the log holds of the people with these names. */
    async trace(names: readonly string[], watch: Watch): Promise<Traces> {
      const theirs = await gather(db, names, watch);
      const mentions = await findMentions(db, theirs, watch);
      return { ...theirs, mentions };
    },

    /** Takes it all out, whole or not at all. */
    erase(traces: Traces): Promise<Receipt> {
      const { complaintIds, conversationIds, numbers, tickets, mentions, names } = traces;
      return db.transaction(
        'rw',
        [...tablesOfRemoval(db), ...tablesOfForgetting(db), db.incoming],
        async () => {
          // A restore that was cut off may have left them here as well.
          await db.incoming.clear();
          const removed = sumRemoved(
            await removeComplaints(db, complaintIds),
            await removeConversations(db, conversationIds),
          );
          const { masked, found } = createNeedles(names);
          const touched = [...numbers, ...(await numbersOf(db, mentions))];
          await forgetDerived(db, touched, found);
          let count = 0;
          for (const { table, key } of mentions) {
            const row: unknown = await db.table(table).get(key);
            if (row === undefined) continue;
            await db.table(table).put(masked(row));
            count++;
          }
          return { at: now(), numbers, removed, masked: count, tickets };
        },
      );
    },
  };
}

type Theirs = Omit<Traces, 'mentions'>;

/** A complaint is theirs by name, contact or conversation; a conversation by name or by a complaint of theirs. */
async function gather(db: Database, asked: readonly string[], watch: Watch): Promise<Theirs> {
  const wanted = new Set(asked.map(comparable));
  const isTheirs = (name: string | undefined) => name !== undefined && wanted.has(comparable(name));
  const conversations = new Set<string>();
  for await (const page of walk<ConversationRow>(db, 'conversations', watch))
    for (const { row } of page) if (isTheirs(row.customer)) conversations.add(row.id);
  const names = new Set(asked);
  const found = new Map<string, { number: number; ticket: TicketLink | undefined }>();
  // Twice: a complaint of theirs may lead to a conversation under another name, and that to other complaints.
  for (let round = 0; round < 2; round++)
    for await (const page of walk<Complaint>(db, 'complaints', watch))
      for (const { row } of page) {
        const { id, number, who, contact, conversationId, ticket } = row;
        const inTheirs = conversationId !== undefined && conversations.has(conversationId);
        if (!inTheirs && !isTheirs(who) && !isTheirs(contact)) continue;
        found.set(id, { number, ticket });
        if (conversationId !== undefined) conversations.add(conversationId);
        for (const name of [who, contact]) if (name !== undefined && name !== '') names.add(name);
      }
  for (const id of conversations) {
    const [conversation, holds] = [
      await db.conversations.get(id),
      await db.holds.where('conversationId').equals(id).toArray(),
    ];
    if (conversation && conversation.customer !== '') names.add(conversation.customer);
    for (const { contact } of holds)
      if (contact !== undefined && contact !== '') names.add(contact);
  }
  return {
    names: [...names],
    complaintIds: [...found.keys()],
    numbers: [...found.values()].map(({ number }) => number).toSorted((a, b) => a - b),
    conversationIds: [...conversations],
    tickets: [...found.values()].flatMap(({ ticket }) => (ticket ? [ticket] : [])),
  };
}

async function findMentions(
  db: Database,
  { names, complaintIds, conversationIds }: Theirs,
  watch: Watch,
): Promise<Traces['mentions']> {
  const needles = createNeedles(names);
  const gone = new Set([...complaintIds, ...conversationIds]);
  const mentions: { table: string; key: IndexableType }[] = [];
  for (const table of tablesOfRemoval(db)) {
    for await (const page of walk<unknown>(db, table.name, watch)) {
      for (const { key, row } of page)
        if (!isOf(row, gone) && needles.found(row)) mentions.push({ table: table.name, key });
    }
  }
  return mentions;
}

async function numbersOf(db: Database, mentions: Traces['mentions']): Promise<number[]> {
  const ids = mentions.flatMap(({ table, key }) =>
    table === 'complaints' && typeof key === 'string' ? [key] : [],
  );
  return (await db.complaints.bulkGet(ids)).flatMap((complaint) => complaint?.number ?? []);
}

function isOf(row: unknown, gone: ReadonlySet<string>): boolean {
  const { id, complaint, conversationId } = row as Record<string, unknown>; // Any of the tables' rows.
  return [id, complaint, conversationId].some((each) => typeof each === 'string' && gone.has(each));
}
