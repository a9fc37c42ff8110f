import { describe, expect, test } from 'vitest';
import { emptyForm, longestWords } from '../../lib/domain/complaint-form';
import { complaintFormSchema, complaintSchema } from '../../lib/domain/complaint';

const form = { who: 'Dana', what: 'The cup was broken.', feeling: '', request: '' };
const complaint = {
  ...form,
  version: 1,
  id: 'x',
  number: 1,
  channel: 'chat.example.com',
  receivedAt: 0,
  savedAt: 0,
};

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
    ['of a format to come is refused', { ...complaint, version: 2 }, false],
    ['without a format is refused', { ...complaint, version: undefined }, false],
    ['without what happened is refused', { ...complaint, what: '' }, false],
    ['without its number is refused', { ...complaint, number: undefined }, false],
    ['with a time in words is refused', { ...complaint, savedAt: 'today' }, false],
  ])('%s', (_, value, parses) => {
    expect(complaintSchema.safeParse(value).success).toBe(parses);
  });
});
