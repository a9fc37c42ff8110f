// The promises of the log's complaints, a page at a time in the order of the complaints.
import type { Complaint } from '../domain/complaint';
import { complaintSchema } from '../domain/complaint';
import { complaintOf, maskFollowUp } from '../domain/follow-up';
import type { FollowUp } from '../domain/follow-up';
import { promisedSchema } from '../domain/stored-times';
import type { Database } from './db';
import type { Broken } from './sound';

const pageSize = 1000;

/** Each promise once, with the complaint it belongs to; those of conversations without a complaint are left out. */
export async function* readFollowUps(
  db: Database,
  mask: boolean,
  { sound }: Pick<Broken, 'sound'>,
): AsyncGenerator<FollowUp[]> {
  for (let after = 0; ;) {
    const rows = await db.complaints.where('number').above(after).limit(pageSize).toArray();
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
    const found = await followUpsOf(db, sound('complaints', complaintSchema, rows), { sound });
    yield mask ? found.map(maskFollowUp) : found;
  }
}

async function followUpsOf(
  db: Database,
  complaints: readonly Complaint[],
  { sound }: Pick<Broken, 'sound'>,
): Promise<FollowUp[]> {
  const conversations = [
    ...new Set(complaints.flatMap(({ conversationId }) => conversationId ?? [])),
  ];
  if (conversations.length === 0) return [];
  const [kept, made] = await Promise.all([
    db.complaints.where('conversationId').anyOf(conversations).toArray(),
    db.promises.where('conversationId').anyOf(conversations).toArray(),
  ]);
  const siblings = groupBy(kept, ({ conversationId }) => conversationId);
  const promises = groupBy(
    sound('promises', promisedSchema, made),
    (each) => complaintOf(each, siblings.get(each.conversationId) ?? [])?.id,
  );
  return complaints.flatMap((complaint) =>
    (promises.get(complaint.id) ?? [])
      .toSorted((a, b) => a.madeAt - b.madeAt)
      .map((promised) => ({ complaint, promised })),
  );
}

function groupBy<T>(all: readonly T[], keyOf: (each: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each) ?? '';
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}
