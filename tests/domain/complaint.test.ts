import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { emptyForm, longestWords } from '../../lib/domain/complaint-form';
import { newComplaint, upgradeComplaint } from '../../lib/domain/complaint-formats';
import { complaintFormSchema, complaintSchema } from '../../lib/domain/complaint';

const form = { who: 'Dana', what: 'The cup was broken.', feeling: '', request: '' };
const complaint = newComplaint(
  form,
  { channel: 'chat.example.com', receivedAt: 0 },
  { id: 'x', number: 1, at: 0 },
);
const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8'));

describe('the form of a complaint', () => {
  test.each([
    ['what happened is enough', { ...emptyForm, what: 'x' }, true],
    ['without what happened there is no complaint', emptyForm, false],
    ['blanks are not what happened', { ...form, what: ' \n\t　' }, false],
    ['a text may be as long as the longest', { ...form, what: 'x'.repeat(longestWords) }, true],
    ['and no longer', { ...form, what: 'x'.repeat(longestWords + 1) }, false],
    ['in any of the four', { ...form, request: 'x'.repeat(longestWords + 1) }, false],
    ['blanks around do not count', { ...form, what: ` ${'x'.repeat(longestWords)} ` }, true],
    ['a category may be there', { ...form, category: 'delivery' }, true],
    ['a missing part is no form', { who: '', what: 'x', feeling: '' }, false],
    ['a number is no text', { ...form, what: 5 }, false],
    ['nothing is no form', undefined, false],
  ])('%s', (_, value, parses) => {
    expect(complaintFormSchema.safeParse(value).success).toBe(parses);
  });

  test('blanks around the words are taken away', () => {
    expect(complaintFormSchema.parse({ ...form, who: '  Dana\n' })).toEqual(form);
  });
});

describe('a stored complaint', () => {
  test.each([
    ['is read', complaint, true],
    ['may belong to a conversation', { ...complaint, conversationId: 'c1' }, true],
    ['of a format to come is refused', { ...complaint, version: 3 }, false],
    ['of an earlier one is upgraded first', { ...complaint, version: 1 }, false],
    ['without a format is refused', { ...complaint, version: undefined }, false],
    ['without what happened is refused', { ...complaint, what: '' }, false],
    ['without its number is refused', { ...complaint, number: undefined }, false],
    ['at a stage that there is not is refused', { ...complaint, state: 'done' }, false],
    ['with half a star is refused', { ...complaint, satisfaction: 3.5 }, false],
    ['with a time in words is refused', { ...complaint, savedAt: 'today' }, false],
  ])('%s', (_, value, parses) => {
    expect(complaintSchema.safeParse(value).success).toBe(parses);
  });
});

describe('the stored formats', () => {
  test('one of format 1 as it was written then is one of format 2, with all that it held', () => {
    const old = read('complaint-1.json');
    const upgraded = complaintSchema.parse(upgradeComplaint(old));
    expect(upgraded).toMatchObject({ ...(old as object), version: 2 });
    expect(upgraded).toMatchObject({ state: 'recorded', revision: 0, changedAt: 1795254300000 });
  });

  test('one of format 2 as it was written then is read, and nothing of it is lost', () => {
    const kept = read('complaint-2.json');
    expect(upgradeComplaint(kept)).toBe(kept);
    expect(complaintSchema.parse(kept)).toEqual(kept);
  });

  test.each([
    ['of a format to come', { ...complaint, version: 3 }],
    ['that is damaged', { version: 1, id: 'x', number: 'seven' }],
  ])('a row %s is left as it is', (_, row) => {
    expect(upgradeComplaint(row)).toBe(row);
  });
});
