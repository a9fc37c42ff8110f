import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Complaint } from '../../lib/domain/complaint';
import { holdsEach, rangesOf, searchTextOf, termsOf } from '../../lib/domain/log-search';
import { newComplaint } from '../../lib/domain/new-complaint';

const told = {
  who: 'Dana Reyes',
  contact: 'dana@mail.example',
  what: 'The kettle leaks.',
  feeling: 'disappointed',
  request: 'replacement',
  category: 'quality',
  product: 'KX-200',
};
const judged = {
  department: '售后部',
  person: 'Noor',
  cause: 'a worn seal',
  rootCause: '供应商换料',
  options: 'repair instead',
  decisionReason: 'within warranty',
  remedy: 'voucher',
};
const done = {
  immediate: 'courier booked',
  permanent: 'tighter inspection',
  lessons: '先问型号',
  tags: ['spring-batch', '茶具'],
};
const origin = { channel: 'help.example', receivedAt: 1 };
const complaint = {
  ...newComplaint({ ...told, ...judged, ...done }, origin, { id: 'c', number: 4711, at: 1 }),
  ticket: { id: 'RT-90210', url: '', connection: 'rt' },
};
const short = newComplaint({ who: '', what: '水壶漏水了' }, origin, { id: 'd', number: 8, at: 1 });
const finds = (query: string, record: Complaint = complaint) =>
  holdsEach(termsOf(record), rangesOf(query));

describe('a record is found', () => {
  const fields = Object.entries({ ...told, ...judged, ...done, ...origin });
  const words = fields.flatMap(([field, value]) =>
    [value].flat().flatMap((text) => (typeof text === 'string' ? [[field, text] as const] : [])),
  );

  test.each(words)('by its %s, “%s”', (_, text) => {
    expect(finds(text)).toBe(true);
    expect(finds(text, short)).toBe(text === origin.channel);
  });

  test('by its number, and by that of its ticket', () => {
    expect(finds('4711')).toBe(true);
    expect(finds('90210')).toBe(true);
    expect(finds('4711', short)).toBe(false);
  });

  test('by words of several fields, and by beginnings of words', () => {
    expect(finds('kett 售后 voucher')).toBe(true);
  });

  test.each(['kettles', 'kettle 退款', '壶水', 'zebra', '9021099'])(
    'not by “%s”, of which it does not hold everything',
    (query) => {
      expect(finds(query)).toBe(false);
    },
  );
});

test('what is searched is what is known, each on a line of its own', () => {
  expect(searchTextOf(short)).toBe('8\n水壶漏水了\nhelp.example');
});

test('the terms of a record are whole numbers, ascending', () => {
  const terms = [...termsOf(complaint)];
  expect(terms.every(Number.isSafeInteger)).toBe(true);
  expect(terms).toEqual(terms.toSorted((a, b) => a - b));
});

describe('terms hold ranges', () => {
  const terms = Float64Array.of(3, 5, 5, 9);

  test.each([
    [[{ from: 5, to: 5 }], true],
    [[{ from: 3, to: 3 }], true],
    [[{ from: 9, to: 9 }], true],
    [[{ from: 6, to: 9 }], true],
    [[{ from: 6, to: 8 }], false],
    [[{ from: 0, to: 2 }], false],
    [[{ from: 10, to: 99 }], false],
    [
      [
        { from: 3, to: 4 },
        { from: 6, to: 7 },
      ],
      false,
    ],
    [[], true],
  ])('%j: %s', (ranges, holds) => {
    expect(holdsEach(terms, ranges)).toBe(holds);
  });

  test('exactly where one of the terms lies in each of them', () => {
    const number = fc.nat(40);
    const range = fc.tuple(number, fc.nat(6)).map(([from, more]) => ({ from, to: from + more }));
    fc.assert(
      fc.property(fc.array(number), fc.array(range, { maxLength: 3 }), (all, ranges) => {
        const sorted = Float64Array.from(all).toSorted();
        expect(holdsEach(sorted, ranges)).toBe(
          ranges.every(({ from, to }) => all.some((term) => from <= term && term <= to)),
        );
      }),
    );
  });
});
