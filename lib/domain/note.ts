// The agent's notes on what the customer tells (L7): facts, opinions, and what was promised to them before.
import * as z from 'zod/mini';
import type { LedgerEvent } from './event';

/** Facts are told from opinions (L9); `promised`: what the customer says they were promised earlier. */
const noteKindSchema = z.enum(['fact', 'opinion', 'promised']);
export type NoteKind = z.infer<typeof noteKindSchema>;

export const noteSchema = z.object({
  /** Of a note that was taken from a message: the message's key and the sentence's number. */
  id: z.string(),
  is: noteKindSchema,
  text: z.string(),
});
export type Note = z.infer<typeof noteSchema>;

export const noteKinds = noteKindSchema.options;

/** The notes of a conversation in the order in which they were first written, without those dropped since. */
export function foldNotes(events: readonly LedgerEvent[]): Note[] {
  const notes = new Map<string, Note | undefined>();
  for (const event of events) {
    if (event.kind === 'noted') notes.set(event.note.id, event.note);
    if (event.kind === 'noteDropped') notes.set(event.note, undefined);
  }
  return [...notes.values()].flatMap((note) => note ?? []);
}

/** Ids of everything that was taken or dropped: it is not proposed again. */
export function answeredNotes(events: readonly LedgerEvent[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) => {
      if (event.kind === 'noted') return [event.note.id];
      return event.kind === 'noteDropped' ? [event.note] : [];
    }),
  );
}
