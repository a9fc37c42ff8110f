import { expect, test } from 'vitest';
import { differ, lastStanding, withValues } from '../../lib/domain/complaint-change';
import type { Change } from '../../lib/domain/complaint-change';
import { newComplaint } from '../../lib/domain/complaint-formats';

const complaint = newComplaint(
  { who: 'Dana', what: 'It leaks.', feeling: 'angry' },
  { channel: 'chat.example', receivedAt: 1000 },
  { id: 'x', number: 7, at: 3000 },
);
const change = (n: number, more: Partial<Change> = {}): Change => ({
  complaint: 'x',
  n,
  at: n,
  by: '',
  kind: 'edited',
  before: {},
  after: {},
  ...more,
});

test('a change tells the fields that differ, and null where one held nothing', () => {
  const after = { ...complaint, what: 'It leaks a lot.', person: 'Kim', tags: ['kettle'] };
  expect(differ(complaint, after)).toEqual({
    before: { what: 'It leaks.', person: null, tags: [] },
    after: { what: 'It leaks a lot.', person: 'Kim', tags: ['kettle'] },
  });
  expect(differ(complaint, { ...complaint })).toBeUndefined();
});

test('what nobody changes by hand is no change', () => {
  expect(differ(complaint, { ...complaint, number: 8, revision: 9, changedAt: 5 })).toBeUndefined();
});

test('values are put back, and what held nothing is taken away', () => {
  const edited = { ...complaint, what: 'Other.', person: 'Kim' };
  expect(withValues(edited, { what: 'It leaks.', person: null })).toEqual(complaint);
  expect(withValues(edited, { what: 7 })).toBeUndefined();
});

test('the change that stands last is neither an undo nor undone', () => {
  expect(lastStanding([])).toBeUndefined();
  expect(lastStanding([change(1), change(2)])?.n).toBe(2);
  expect(lastStanding([change(1), change(2), change(3, { kind: 'undone', of: 2 })])?.n).toBe(1);
  expect(lastStanding([change(1), change(2, { kind: 'undone', of: 1 })])).toBeUndefined();
});
