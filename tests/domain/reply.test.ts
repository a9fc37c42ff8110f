import { expect, test } from 'vitest';
import { draftRangeSchema, draftSchema, insertResultSchema } from '../../lib/domain/reply';

test.each([
  { found: true, text: '', focusedAt: 0 },
  { found: true, text: '您好，\n', focusedAt: 1_700_000_000_000 },
  { found: false, reason: 'no-reply-box' },
  { found: false, reason: 'read-only' },
])('what a page says of its reply box is taken: %j', (draft) => {
  expect(draftSchema.safeParse(draft).data).toEqual(draft);
});

test.each([
  { found: true, text: 'Hello' },
  { found: true, text: null, focusedAt: 0 },
  { found: false },
  { found: false, reason: 'shy' },
  { text: 'Hello', focusedAt: 0 },
])('what a page may not say of its reply box is refused: %j', (draft) => {
  expect(draftSchema.safeParse(draft).success).toBe(false);
});

test.each([
  { ok: true, draft: '您好' },
  { ok: false, reason: 'moved' },
])('what came of an insertion is taken: %j', (result) => {
  expect(insertResultSchema.safeParse(result).data).toEqual(result);
});

test.each([{ ok: true }, { ok: false }, { ok: false, reason: '' }, { draft: 'Hello' }])(
  'an insertion is never taken for done, or for failed, by less: %j',
  (result) => {
    expect(insertResultSchema.safeParse(result).success).toBe(false);
  },
);

test('a span of the draft is replaced only with the text that it must still hold', () => {
  const range = { start: 0, end: 2, expected: '您好' };
  expect(draftRangeSchema.safeParse(range).data).toEqual(range);
  expect(draftRangeSchema.safeParse({ start: 0, end: 2 }).success).toBe(false);
});
