// The notes of this conversation: written, taken from what the customer said, marked, dropped and brought back.
import { computed } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { answeredNotes, foldNotes, noteKinds } from '../domain/note';
import type { Message } from '../domain/conversation';
import type { Note } from '../domain/note';
import { kindOf, tellNotes } from '../domain/told';
import type { SignsIn } from '../domain/told';
import type { Conversation } from './conversation';
import type { Notices } from './notices';
import type { Session } from './session';

export type NotesStore = {
  all: ReadonlySignal<readonly Note[]>;
  /** What the customer said that may be worth a note, in their words; none is proposed twice. */
  proposed: ReadonlySignal<readonly Note[]>;
  write(text: string): void;
  take(note: Note): void;
  /** Not worth a note. */
  pass(note: Note): void;
  /** The next kind: fact, opinion, promised before. */
  mark(note: Note): void;
  drop(note: Note): void;
};

export type NotesWorld = {
  conversation: Pick<Conversation, 'events' | 'append'>;
  session: Pick<Session, 'reading'>;
  signs: ReadonlySignal<SignsIn>;
  notices: Notices;
  createId: () => string;
  now: () => number;
};

export function createNotes(world: NotesWorld): NotesStore {
  const { conversation, session, signs, notices, createId, now } = world;
  const all = computed(() => foldNotes(conversation.events.value));
  // A message stays the same object as long as it says the same: only what is new is looked at.
  const tell = computed(() => {
    const known = new WeakMap<Message, readonly Note[]>();
    const look = (message: Message) => {
      const found = known.get(message) ?? tellNotes([message], signs.value);
      known.set(message, found);
      return found;
    };
    return (messages: readonly Message[]) => messages.flatMap(look);
  });
  const told = computed(() => {
    const messages = session.reading.value?.messages ?? [];
    return tell.value(messages.filter(({ side }) => side === 'customer'));
  });
  const keep = (note: Note) => void conversation.append([{ kind: 'noted', at: now(), note }]);
  const leave = ({ id }: Note) =>
    void conversation.append([{ kind: 'noteDropped', at: now(), note: id }]);
  return {
    all,
    proposed: computed(() => {
      const answered = answeredNotes(conversation.events.value);
      return told.value.filter(({ id }) => !answered.has(id));
    }),
    write: (text) => {
      const kept = text.trim();
      if (kept !== '')
        keep({ id: createId(), is: kindOf(kept, signs.value) ?? 'fact', text: kept });
    },
    take: keep,
    pass: leave,
    mark: (note) => {
      const next = noteKinds[(noteKinds.indexOf(note.is) + 1) % noteKinds.length] ?? 'fact';
      keep({ ...note, is: next });
    },
    drop: (note) => {
      leave(note);
      const undo = () => {
        keep(note);
        notices.dismiss();
      };
      notices.show({ about: 'note-dropped', text: note.text, undo });
    },
  };
}
