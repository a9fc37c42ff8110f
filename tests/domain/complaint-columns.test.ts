// What the log sorts and counts a complaint by, and what its cells hold in a file.
import { describe, expect, test } from 'vitest';
import type { Complaint } from '../../lib/domain/complaint';
import { newComplaint } from '../../lib/domain/complaint-formats';
import {
  exportCell,
  exportColumns,
  isExportColumn,
  isNumberColumn,
} from '../../lib/domain/export-column';
import { customerKey, minuteOf, orderOf, wordOf } from '../../lib/domain/log-column';
import type { WordColumnId } from '../../lib/domain/log-column';

const minute = 60_000;
const received = 1_000 * minute;
const complaint = newComplaint(
  { who: 'Dana Reyes', what: 'It leaks.', feeling: 'angry' },
  { channel: 'chat.example', receivedAt: received },
  { id: 'x', number: 7, at: received + minute },
);
const word = (id: WordColumnId, more: Partial<Complaint>) => wordOf({ ...complaint, ...more }, id);

describe('the word of a complaint', () => {
  test.each([
    [undefined, undefined],
    [-5, 'hour'],
    [60, 'hour'],
    [61, 'fourHours'],
    [240, 'fourHours'],
    [1_440, 'day'],
    [4_320, 'threeDays'],
    [4_321, 'longer'],
  ])('answered after %s minutes: %s', (minutes, step) => {
    const at = minutes === undefined ? {} : { acknowledgedAt: received + minutes * minute };
    expect(word('answeredIn', at)).toBe(step);
  });

  test.each([
    [1_440, 'day'],
    [4_320, 'threeDays'],
    [10_080, 'week'],
    [43_200, 'month'],
    [43_201, 'longer'],
  ])('resolved after %s minutes: %s', (minutes, step) => {
    expect(word('resolvedIn', { resolvedAt: received + minutes * minute })).toBe(step);
  });

  test('a promise is kept within its minute, late behind it, and neither before the answer', () => {
    const dueAt = received + 10 * minute;
    expect(word('promise', { dueAt, resolvedAt: dueAt + minute - 1 })).toBe('kept');
    expect(word('promise', { dueAt, resolvedAt: dueAt + minute })).toBe('late');
    expect(word('promise', { dueAt })).toBeUndefined();
    expect(word('promise', { resolvedAt: dueAt })).toBeUndefined();
    expect(orderOf('promise')).toEqual(['kept', 'late']);
    expect(orderOf('category')).toEqual([]);
  });

  test('a cause is told by its beginning, the root of it first', () => {
    expect(word('cause', { cause: 'late', rootCause: ` ${'a'.repeat(100)}` })).toBe('a'.repeat(80));
    expect(word('cause', { cause: 'late', rootCause: ' ' })).toBe('late');
    expect(word('cause', {})).toBeUndefined();
  });
});

test('a moment counts in whole minutes, none and what lies before 1970 as zero', () => {
  expect(minuteOf({ ...complaint, receivedAt: received + minute - 1 }, 'receivedAt')).toBe(1_000);
  expect(minuteOf(complaint, 'closedAt')).toBe(0);
  expect(minuteOf({ ...complaint, receivedAt: -minute }, 'receivedAt')).toBe(0);
});

test('a customer is the same however the name is written, and nobody is zero', () => {
  const key = (who: string) => customerKey({ ...complaint, who });
  expect(key(' ｄana   REYES\n')).toBe(key('Dana Reyes'));
  expect(key('DanaReyes')).not.toBe(key('Dana Reyes'));
  expect(key('Dana Reyed')).not.toBe(key('Dana Reyes'));
  expect(key(' \t')).toBe(0);
  expect(Number.isSafeInteger(key('陈晓明'))).toBe(true);
});

describe('the cell of an exported file', () => {
  const cell = (column: Parameters<typeof exportCell>[1], more: Partial<Complaint> = {}) =>
    exportCell({ ...complaint, ...more }, column);

  test('holds moments as ISO 8601, tags in one cell, and nothing for nothing', () => {
    expect(cell('receivedAt')).toBe('1970-01-01T16:40:00.000Z');
    expect(cell('dueAt', { dueAt: received })).toBe('1970-01-01T16:40:00.000Z');
    expect(cell('dueAt')).toBe('');
    expect(cell('tags', { tags: ['kettle', 'late'] })).toBe('kettle, late');
    expect(cell('number')).toBe('7');
    expect(cell('what')).toBe('It leaks.');
  });

  test('of a ticket holds its address, else its number', () => {
    const ticket = { connection: 'jira', id: 'K-1', url: 'https://j.example/K-1' };
    expect(cell('ticket', { ticket })).toBe('https://j.example/K-1');
    expect(cell('ticket', { ticket: { ...ticket, url: '' } })).toBe('K-1');
    expect(cell('ticket')).toBe('');
  });

  test('is known by the name of its column', () => {
    expect(exportColumns.every((column) => isExportColumn(column))).toBe(true);
    expect(isExportColumn('secret')).toBe(false);
    expect(exportColumns.filter((column) => isNumberColumn(column))).toEqual([
      'number',
      'satisfaction',
      'reopened',
    ]);
  });
});
