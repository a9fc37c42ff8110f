import { expect, test } from 'vitest';
import { newComplaint } from '../../lib/domain/complaint-formats';
import {
  complaintOf,
  followUpCell,
  followUpColumns,
  maskFollowUp,
} from '../../lib/domain/follow-up';
import type { FollowUpColumn } from '../../lib/domain/follow-up';
import { endPromise, makePromise, renewPromise } from '../../lib/domain/promise';

const complaint = (number: number, receivedAt: number) =>
  newComplaint(
    { who: 'Dana Reyes', what: 'x', feeling: '', request: '' },
    { channel: 'c', receivedAt, conversationId: 'talk' },
    { id: `c${number}`, number, at: receivedAt },
  );
const made = makePromise(
  'p1',
  {
    conversationId: 'talk',
    customer: 'Dana',
    kind: 'follow-up',
    owner: 'Noor',
    what: 'call Ms Reyes on 020 7946 0018',
    warnMs: 0,
    due: 5_000,
  },
  1_000,
);

test('it belongs to the complaint that was at hand when it was made', () => {
  const [first, second] = [complaint(1, 500), complaint(2, 2_000)];
  expect(complaintOf({ madeAt: 1_999 }, [second, first])).toBe(first);
  expect(complaintOf({ madeAt: 2_000 }, [second, first])).toBe(second);
  expect(complaintOf({ madeAt: 1 }, [second, first])).toBe(first);
  expect(complaintOf({ madeAt: 1 }, [])).toBeUndefined();
});

test('it tells who does what by when, and what came of it', () => {
  const renewed = renewPromise(made, 9_000, true, 4_000);
  const promised = endPromise(renewed, 'broken', 'sent an apology', 12_000);
  const row = followUpColumns.map((column) =>
    followUpCell({ complaint: complaint(3, 0), promised }, column),
  );
  expect(row).toEqual([
    '3',
    'c3',
    'p1',
    'follow-up',
    'Noor',
    'call Ms Reyes on 020 7946 0018',
    '1970-01-01T00:00:01.000Z',
    '1970-01-01T00:00:05.000Z',
    '1970-01-01T00:00:09.000Z',
    '1',
    'broken',
    '1970-01-01T00:00:12.000Z',
    'sent an apology',
  ]);
});

test('of what is still open, nothing came yet', () => {
  const cell = (column: FollowUpColumn) =>
    followUpCell({ complaint: complaint(3, 0), promised: made }, column);
  expect([cell('renewed'), cell('ending'), cell('endedAt'), cell('done')]).toEqual([
    '0',
    '',
    '',
    '',
  ]);
});

test('masked, a promise that is open stays open, and whose it is stays told', () => {
  const asked = { ...made, owner: '陈明（陈先生）', what: '给陈明回电话13800138000' };
  const masked = maskFollowUp({
    complaint: { ...complaint(1, 0), who: '陈明' },
    promised: asked,
  });
  expect(masked.promised).toStrictEqual({
    ...made,
    owner: '●●（●●）',
    what: '给●●回电话●●●●00',
  });
  expect(masked.complaint.id).toBe('c1');
});

test('masked, neither the name of the record nor a number stands in it', () => {
  const promised = endPromise(made, 'kept', 'Dana confirmed', 2_000);
  const masked = maskFollowUp({ complaint: complaint(1, 0), promised });
  expect(masked.promised.what).toBe('call Ms ●● on ●●●●18');
  expect(masked.promised.end?.done).toBe('●● confirmed');
  expect(masked.promised.owner).toBe('Noor');
});
