import { expect, test } from 'vitest';
import { hasLanded, type Intent } from '../../lib/page/box-text';
import { parseCaret } from './driver/caret';

function intent(marked: string, text: string): Intent {
  const { text: all, start, end } = parseCaret(marked);
  return { head: all.slice(0, start), removed: all.slice(start, end), tail: all.slice(end), text };
}

test.each([
  { from: 'Dear |', text: 'Dana', now: 'Dear Dana', what: 'exactly' },
  { from: 'Dear |', text: 'A\n\nB', now: 'Dear\nA\nB', what: 'with other line breaks' },
  { from: 'Sorry.|', text: 'Sorry.', now: 'Sorry.Sorry.', what: 'beside the same words' },
  { from: '{Hello}', text: 'Hello', now: 'Hello', what: 'over the same words' },
  {
    from: 'a "b" |',
    text: 'new',
    now: 'a “b” new',
    what: 'while the editor mends what stands around',
  },
  { from: 'Dear |', text: 'A\nB', now: 'Dear\nA\nB', what: 'as paragraphs of their own' },
  { from: '{old} text', text: '', now: ' text', what: 'as a deletion' },
  { from: 'an {old} text', text: '', now: 'an text', what: 'as a deletion between words' },
])('a text has landed $what', ({ from, text, now }) => {
  expect(hasLanded(intent(from, text), now)).toBe(true);
});

test.each([
  { from: 'Dear |', text: 'Dana', now: 'Dear ', what: 'when nothing changed' },
  { from: 'Dear |', text: 'Dana', now: 'Dear DanaDana', what: 'when it is there twice' },
  { from: 'Dear |', text: 'Dana', now: 'Dear Da', what: 'when a part is missing' },
  {
    from: 'It is {impossible} now',
    text: 'hard',
    now: 'It is impossible nowhard',
    what: 'beside what it should replace',
  },
  { from: 'Dear |', text: 'Dana', now: 'DanaDear ', what: 'when it stands elsewhere' },
  { from: 'Dear |', text: 'A\nB', now: 'Dear A B', what: 'when its lines are one' },
  {
    from: 'Dana,|',
    text: ' sorry.',
    now: 'Dana,sorry.',
    what: 'when it is glued to what stands before',
  },
  { from: '|Dana', text: 'Dear ', now: 'DearDana', what: 'when it is glued to what follows' },
  { from: 'Dana|', text: ' sorry', now: 'Dana\nsorry', what: 'when it begins a line of its own' },
  { from: '{old} text', text: '', now: 'old text', what: 'when a deletion changed nothing' },
  { from: 'an {old} text', text: '', now: 'antext', what: 'when a deletion took too much' },
])('a text has not landed $what', ({ from, text, now }) => {
  expect(hasLanded(intent(from, text), now)).toBe(false);
});
