// The history of a complaint: who changed what and when, and how the last change is taken back.
import * as z from 'zod/mini';
import { complaintSchema } from './complaint';
import type { Complaint } from './complaint';

/** What a field held; null where it held nothing. */
const valueSchema = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);
const valuesSchema = z.record(z.string(), valueSchema);
export type Values = z.infer<typeof valuesSchema>;

const changeKinds = ['edited', 'moved', 'reopened', 'undone', 'merged'] as const;

export const changeSchema = z.object({
  complaint: z.string(),
  /** Counts the changes of one complaint. */
  n: z.number(),
  at: z.number(),
  /** As the agent signs; empty where nobody said. */
  by: z.string(),
  kind: z.enum(changeKinds),
  before: valuesSchema,
  after: valuesSchema,
  /** The change that was taken back. */
  of: z.optional(z.number()),
});
export type Change = z.infer<typeof changeSchema>;

/** What everybody may look up but nobody changes; `ticket` is of the outbox. */
const fixed = new Set(['version', 'id', 'number', 'revision', 'changedAt', 'savedAt', 'ticket']);

const versionedFields = Object.keys(complaintSchema.shape).filter((key) => !fixed.has(key));

/** The fields in which two states of a complaint differ, with what each holds; undefined if in none. */
export function differ(
  before: Complaint,
  after: Complaint,
): { before: Values; after: Values } | undefined {
  const fields = versionedFields.filter(
    (field) => !isSame(valueOf(before, field), valueOf(after, field)),
  );
  if (fields.length === 0) return undefined;
  const values = (of: Complaint) =>
    Object.fromEntries(fields.map((field) => [field, valueOf(of, field)]));
  return { before: values(before), after: values(after) };
}

/** The complaint with these values, null taking one away; undefined if that is no complaint. */
export function withValues(complaint: Complaint, values: Values): Complaint | undefined {
  const merged: Record<string, unknown> = { ...complaint, ...values };
  const held = Object.entries(merged).filter(([, value]) => value !== null && value !== undefined);
  const parsed = complaintSchema.safeParse(Object.fromEntries(held));
  return parsed.success ? parsed.data : undefined;
}

/** The change that an undo takes back: the last one that still holds. */
export function lastStanding(history: readonly Change[]): Change | undefined {
  const undone = new Set(history.flatMap(({ of }) => of ?? []));
  return history.findLast(({ kind, n }) => kind !== 'undone' && !undone.has(n));
}

function valueOf(complaint: Complaint, field: string): Values[string] {
  const { [field]: value } = complaint as Record<string, unknown>; // By the names of its schema.
  const parsed = valueSchema.safeParse(value ?? null);
  return parsed.success ? parsed.data : null;
}

function isSame(one: Values[string], other: Values[string]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
