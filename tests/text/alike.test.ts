import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAlike } from '../../lib/text/alike';

test('the same words, and nearly the same, are told apart from others', () => {
  const texts = [
    'One moment please, I am looking into your order.',
    'Thank you for waiting.',
    'One moment, please: I am looking into your order',
    'One moment please, I am looking into your orders now.',
    '',
    '',
    '请您稍等，我马上为您查询订单。',
    '请您稍等，我马上为您查询订单！',
    '非常抱歉让您久等了。',
  ];
  expect(findAlike(texts)).toEqual([
    { one: 0, other: 2, same: true },
    { one: 0, other: 3, same: false },
    { one: 2, other: 3, same: false },
    { one: 6, other: 7, same: true },
  ]);
});

test('of many that are the same the first two hundred pairs are told', () => {
  const found = findAlike(Array.from({ length: 40 }, () => 'Thank you for waiting.'));
  expect(found).toHaveLength(200);
  expect(found.slice(0, 4)).toEqual([
    { one: 0, other: 1, same: true },
    { one: 0, other: 2, same: true },
    { one: 1, other: 2, same: true },
    { one: 0, other: 3, same: true },
  ]);
});

test.each([
  [['a', 'b', 'A!'], [{ one: 0, other: 2, same: true }]],
  [['ab', 'ab', 'ba'], [{ one: 0, other: 1, same: true }]],
  [['好', '好。', '坏'], [{ one: 0, other: 1, same: true }]],
])('short texts %j', (texts, wanted) => expect(findAlike(texts)).toEqual(wanted));

test('nothing is missed that comparing each with each would find', () => {
  const word = fc.constantFrom(
    'sorry',
    'order',
    'your',
    'late',
    'we',
    'refund',
    'today',
    '请',
    '稍等',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 14 }), (texts) => {
      const found = findAlike(texts).map(({ one, other }) => `${one} ${other}`);
      expect(found).toEqual(likeEachOther(texts));
    }),
    { numRuns: 500 },
  );
});

function likeEachOther(texts: readonly string[]): string[] {
  const pairs = texts.map((text) => {
    const line = text.replaceAll(' ', '');
    const all = Array.from({ length: line.length - 1 }, (_, at) => line.slice(at, at + 2));
    return new Set(line.length < 2 ? [line] : all);
  });
  return texts.flatMap((_, other) =>
    texts.slice(0, other).flatMap((__, one) => {
      const [a, b] = [pairs[one] ?? new Set(), pairs[other] ?? new Set()];
      const shared = [...a].filter((pair) => b.has(pair)).length;
      return 2 * shared >= 0.82 * (a.size + b.size) ? [`${one} ${other}`] : [];
    }),
  );
}
