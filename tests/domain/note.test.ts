import { expect, test } from 'vitest';
import { answeredNotes, foldNotes } from '../../lib/domain/note';
import type { NoteKind } from '../../lib/domain/note';
import { inOrder, said } from '../support/story';
import type { Told } from '../support/story';

const noted = (id: string, text: string, is: NoteKind = 'fact'): Told => ({
  kind: 'noted',
  note: { id, is, text },
});
const dropped = (note: string): Told => ({ kind: 'noteDropped', note });

test('notes stand in the order in which they were first written, as they were written last', () => {
  const events = inOrder([
    said('customer', 'angry'),
    noted('a', 'The cup broke.'),
    noted('b', 'They find it rude.', 'opinion'),
    noted('a', 'The cup broke on Monday.'),
    noted('c', 'A call by noon.', 'promised'),
    dropped('b'),
  ]);
  expect(foldNotes(events)).toEqual([
    { id: 'a', is: 'fact', text: 'The cup broke on Monday.' },
    { id: 'c', is: 'promised', text: 'A call by noon.' },
  ]);
  expect(answeredNotes(events)).toEqual(new Set(['a', 'b', 'c']));
});

test('a note that was dropped can be written again; one that was never written is only answered', () => {
  const events = inOrder([noted('a', 'One.'), dropped('a'), noted('a', 'Two.'), dropped('x')]);
  expect(foldNotes(events)).toEqual([{ id: 'a', is: 'fact', text: 'Two.' }]);
  expect(answeredNotes(events)).toEqual(new Set(['a', 'x']));
  expect(foldNotes([])).toEqual([]);
});
