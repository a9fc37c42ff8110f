import { useSignal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Note, NoteKind } from '../../lib/domain/note';
import type { NotesStore } from '../../lib/panel/notes';
import { Key } from '../ui/key';
import { t } from '../ui/texts';
import type { TextKey } from '../ui/texts';

const kinds: Record<NoteKind, TextKey> = {
  fact: 'note_fact',
  opinion: 'note_opinion',
  promised: 'note_promised',
};

const mostProposed = 3;

type NoteHelpProps = { notes: NotesStore; writing: Signal<'note' | 'plan' | undefined> };

/** Notes while listening (L7): facts told from opinions, and what was promised before. */
export function NoteHelp({ notes, writing }: NoteHelpProps) {
  const text = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const wanted = writing.value === 'note';
  useLayoutEffect(() => {
    if (!wanted) return;
    field.current?.focus();
    writing.value = undefined;
  }, [wanted, writing]);
  const proposed = notes.proposed.value;
  return (
    <section class="help" aria-label={t('notes')}>
      {notes.all.value.length > 0 && (
        <ul class="notes">
          {notes.all.value.map((note) => (
            <NoteLine key={note.id} note={note} notes={notes} />
          ))}
        </ul>
      )}
      {proposed.slice(0, mostProposed).map((note, index) => (
        <Proposed key={note.id} note={note} first={index === 0} notes={notes} />
      ))}
      {proposed.length > mostProposed && (
        <small>{t('notesMore', proposed.length - mostProposed)}</small>
      )}
      <form
        class="field note-field"
        onSubmit={(event) => {
          event.preventDefault();
          notes.write(text.value);
          text.value = '';
        }}
      >
        <label for={id}>{t('noteWrite')}</label>
        <input
          ref={field}
          id={id}
          type="text"
          maxLength={500}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
        <Key name="W" />
      </form>
    </section>
  );
}

function NoteLine({ note, notes }: { note: Note; notes: NotesStore }) {
  return (
    <li>
      <button
        type="button"
        class={`kind ${note.is}`}
        title={t('noteMark')}
        onClick={() => notes.mark(note)}
      >
        {t(kinds[note.is])}
      </button>
      <span>{note.text}</span>
      <button
        type="button"
        class="link"
        aria-label={t('noteDrop', note.text)}
        title={t('noteDrop', note.text)}
        onClick={() => notes.drop(note)}
      >
        ×
      </button>
    </li>
  );
}

/** What the customer said, waiting to be taken. */
function Proposed({ note, first, notes }: { note: Note; first: boolean; notes: NotesStore }) {
  return (
    <div class="proposed">
      <button
        type="button"
        title={t('noteTake')}
        aria-keyshortcuts={first ? 'T' : undefined}
        onClick={() => notes.take(note)}
      >
        <small>{t(kinds[note.is])}</small> <q>{note.text}</q>
      </button>
      {first && <Key name="T" />}
      <button
        type="button"
        class="link"
        aria-label={t('notePass', note.text)}
        title={t('notePass', note.text)}
        onClick={() => notes.pass(note)}
      >
        ×
      </button>
    </div>
  );
}
