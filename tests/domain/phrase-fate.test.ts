import { expect, test } from 'vitest';
import type { Message } from '../../lib/domain/conversation';
import type { LedgerEvent } from '../../lib/domain/event';
import type { Phrase } from '../../lib/domain/pack';
import { fateOf } from '../../lib/domain/phrase-fate';
import { countsFile, readCounts, sumCounts, usedPhrases } from '../../lib/domain/use-counts';
import { fatesIn } from '../../lib/panel/phrase-fates';

const phrase = 'I am sorry about the delay, {customer}. Your order {order} goes out today.';

test.each([
  ['whole', 'I am sorry about the delay, Mara. Your order 17 goes out today.'],
  [
    'whole',
    'Hello! I am sorry about the delay,  Mara.\nYour order A-9 goes out today. Anything else?',
  ],
  ['edited', 'I am so sorry about the long delay, Mara. Your order 17 goes out tomorrow.'],
  ['dropped', 'Could you tell me the number, please?'],
] as const)('%s: %s', (fate, sent) => expect(fateOf(phrase, sent)).toBe(fate));

test.each([
  ['whole', '非常抱歉让您久等了，李女士，我马上为您处理。'],
  ['edited', '真的非常抱歉让您久等了，李女士，我现在处理。'],
  ['dropped', '请问订单号是多少？'],
] as const)('%s: %s', (fate, sent) =>
  expect(fateOf('非常抱歉让您久等了，{customer}，我马上为您处理。', sent)).toBe(fate),
);

const phrases = new Map<string, Phrase>([
  ['a', { id: 'a', text: phrase, places: ['greet'] }],
  ['b', { id: 'b', text: 'Anything else that I can do?', places: ['close.else'] }],
]);
const sent = (key: string, text: string): Message => ({ key, text, side: 'agent' });
const inserted = (id: string): LedgerEvent => ({ kind: 'inserted', at: 1, phrase: id });
const judged = (id: string, messageKey: string, how: 'whole' | 'edited' | 'dropped') =>
  ({ kind: 'phraseSent', at: 5, phrase: id, messageKey, how }) as const;

test('all that was inserted since the last judged message is judged by the next one, once', () => {
  const first = sent('m1', 'I am sorry about the delay, Mara. Your order 17 goes out today.');
  const before = [inserted('a'), inserted('b'), inserted('a'), inserted('own-refusal')];
  const fates = fatesIn(first, before, phrases, 5);
  expect(fates).toEqual([judged('a', 'm1', 'whole'), judged('b', 'm1', 'dropped')]);
  const after = [...before, ...fates];
  expect(fatesIn(first, after, phrases, 6)).toEqual([]);
  expect(fatesIn(sent('m2', 'Fine.'), after, phrases, 6)).toEqual([]);
  const next = sent('m3', 'Anything else I can do?');
  expect(fatesIn(next, [...after, inserted('b')], phrases, 5)).toEqual([
    judged('b', 'm3', 'edited'),
  ]);
});

test('files of several people are counted together; what nobody uses is there too', () => {
  const one = [
    { phrase: 'b', inserted: 2, edited: 1, dropped: 0 },
    { phrase: 'a', inserted: 3, edited: 0, dropped: 1 },
  ];
  const other = [{ phrase: 'b', inserted: 4, edited: 0, dropped: 2 }];
  const read = [one, other].map((counts) => readCounts(countsFile(counts)) ?? []);
  expect(read[0]?.map((count) => count.phrase)).toEqual(['a', 'b']);
  const pack = [
    { id: 'c', text: 'C.' },
    { id: 'a', text: 'A.' },
    { id: 'b', text: 'B.' },
  ];
  expect(usedPhrases(pack, sumCounts(read))).toEqual([
    { phrase: 'b', text: 'B.', inserted: 6, edited: 1, dropped: 2 },
    { phrase: 'a', text: 'A.', inserted: 3, edited: 0, dropped: 1 },
    { phrase: 'c', text: 'C.', inserted: 0, edited: 0, dropped: 0 },
  ]);
});

test('a file of counts holds counts and nothing else; anything else is none', () => {
  expect(Object.keys(JSON.parse(countsFile([])))).toEqual(['format', 'version', 'counts']);
  const bad = { phrase: 'a', inserted: -1, edited: 0, dropped: 0 };
  for (const text of [
    '',
    '{}',
    countsFile([bad]),
    countsFile([{ ...bad, inserted: 1, who: 'Kim' } as typeof bad]),
  ])
    expect(readCounts(text)).toBeUndefined();
});
