// The tables that a backup holds, in the order in which they are restored, and by what a row of each is stored.
import * as z from 'zod/mini';
import { upgradeComplaint } from '../domain/complaint-formats';

// What can be made again is left out: how a host is doing, prepared packs, versions that an address offers. So are
// receipts of what went by its age, which tell of one profile alone, and the
// ticket systems with their credentials, which lie elsewhere and never come near this file.
export const keptTables = [
  'conversations',
  'events',
  'holds',
  'promises',
  'complaints',
  'changes',
  'uses',
  'hints',
  'outbox',
  'packTexts',
  'packs',
  'packDraftTexts',
  'packEdits',
  'packDrafts',
] as const;
export type KeptTable = (typeof keptTables)[number];

/** As in lib/domain/pack-document.ts. */
const editSchema = z.enum(['about', 'set', 'insert', 'append', 'remove', 'move']);

/** The least by which a row can be stored and found again. */
const keys: Readonly<Record<KeptTable, z.ZodMiniType>> = {
  conversations: z.looseObject({
    id: z.string(),
    key: z.string(),
    site: z.string(),
    channel: z.string(),
    customer: z.string(),
    startedAt: z.number(),
    events: z.number(),
  }),
  events: z.looseObject({ conversationId: z.string(), n: z.number() }),
  holds: z.looseObject({ id: z.string() }),
  promises: z.looseObject({ id: z.string() }),
  complaints: z.looseObject({ id: z.string(), number: z.number() }),
  changes: z.looseObject({ complaint: z.string(), n: z.number() }),
  uses: z.looseObject({ phrase: z.string(), count: z.number() }),
  hints: z.looseObject({ rule: z.string(), inARow: z.array(z.string()) }),
  outbox: z.looseObject({ id: z.string() }),
  packTexts: z.looseObject({ n: z.number(), pack: z.string(), text: z.string() }),
  packs: z.looseObject({ id: z.string(), text: z.number() }),
  packDraftTexts: z.looseObject({ draft: z.number(), text: z.string() }),
  packEdits: z.looseObject({
    draft: z.number(),
    n: z.number(),
    edit: z.looseObject({ is: editSchema }),
  }),
  packDrafts: z.looseObject({ id: z.number(), done: z.number() }),
};

/** One row of a backup; undefined where it is none. */
export function readRow(
  line: unknown,
): { table: KeptTable; row: Record<string, unknown> } | undefined {
  if (!Array.isArray(line) || line.length !== 2) return undefined;
  const [name, raw]: unknown[] = line;
  const table = keptTables.find((each) => each === name);
  if (table === undefined) return undefined;
  const row = table === 'complaints' ? upgradeComplaint(raw) : raw;
  // The row itself, not what the schema makes of it: what cannot be read is kept as it lies there.
  return keys[table].safeParse(row).success
    ? { table, row: row as Record<string, unknown> } // As its key schema says.
    : undefined;
}
