// Which fields of a ticket get what from a complaint, besides subject and text: as the agent has set it.
import * as z from 'zod/mini';
import type { Complaint } from './complaint';

/** What a field can get: something of the complaint, or always the same. */
export const mapSources = [
  'fixed',
  'category',
  'severity',
  'impact',
  'product',
  'who',
  'contact',
  'what',
  'feeling',
  'request',
  'decision',
  'cause',
  'remedy',
  'outcome',
  'immediate',
  'permanent',
  'department',
  'person',
  'state',
  'channel',
  'number',
  'receivedAt',
  'dueAt',
] as const;
export type MapSource = (typeof mapSources)[number];

export const mapRowSchema = z.object({
  /** The field's name in the ticket system. */
  to: z.string(),
  from: z.enum(mapSources),
  /** What it always gets, where `from` is `fixed`. */
  value: z.string(),
});
export type MapRow = z.infer<typeof mapRowSchema>;

/**
 * The fields of one complaint by their names there; what the complaint does not have is left out. A fixed value that
 * reads as JSON is that (`2`, `true`, `{"id":"7"}`), any other is text.
 */
export function mapFields(rows: readonly MapRow[], complaint: Complaint): Record<string, unknown> {
  const given = rows
    .filter(({ to }) => to.trim() !== '')
    .map(({ to, from, value }) => [
      to.trim(),
      from === 'fixed' ? fixed(value) : told(complaint, from),
    ]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ''));
}

function told(
  complaint: Complaint,
  from: Exclude<MapSource, 'fixed'>,
): string | number | undefined {
  if (from !== 'receivedAt' && from !== 'dueAt') return complaint[from];
  const at = complaint[from];
  return at === undefined ? undefined : new Date(at).toISOString();
}

function fixed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown; // The agent's own; it goes on as it is.
  } catch {
    return value;
  }
}
