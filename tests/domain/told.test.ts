import { describe, expect, test } from 'vitest';
import { answeredIn, createSigns, kindOf, tellNotes } from '../../lib/domain/told';
import type { Pack } from '../../lib/domain/pack';
import { smallPack } from '../packs/small-pack';

const english = smallPack({
  signs: [
    { is: 'promised', words: ['promised me', 'said you would'] },
    { is: 'happened', words: ['arrived', 'broke'] },
    { is: 'opinion', words: ['i think', 'rude'] },
    { is: 'where', words: ['at home'] },
    { is: 'why', words: ['because'] },
  ],
});
const chinese = smallPack({
  language: 'zh-CN',
  signs: [
    { is: 'promised', words: ['答应我'] },
    { is: 'happened', words: ['收到'] },
    { is: 'opinion', words: ['我觉得'] },
    { is: 'who', words: ['快递员'] },
  ],
});
const signs = createSigns([english, chinese]);

describe('what one sentence is', () => {
  test.each([
    ['a promise goes before all else', 'You promised me $20 when it arrived, rude.', 'promised'],
    ['an order number makes a fact even of an opinion', 'I think it is order A-10442.', 'fact'],
    ['an amount does too', 'I think it was $49.90', 'fact'],
    ['what happened is a fact', 'The lamp arrived in pieces.', 'fact'],
    ['unless it is told as an opinion', 'I think it arrived late.', 'opinion'],
    ['an opinion by itself', 'That was rude.', 'opinion'],
    ['a place alone is nothing to note', 'I am at home.', undefined],
    ['nor is a time alone', 'Yesterday.', undefined],
    ['in Chinese, a promise', '客服答应我三天内退款', 'promised'],
    ['a fact', '杯子收到就是碎的', 'fact'],
    ['an amount', '我觉得是199元', 'fact'],
    ['an opinion', '我觉得收到太晚', 'opinion'],
    ['small talk', '好的谢谢您', undefined],
  ] as const)('%s', (_, text, kind) => {
    expect(kindOf(text, signs)).toBe(kind);
  });

  test('packs without signs tell nothing but order numbers and amounts', () => {
    const { signs: _, ...silent } = english;
    const none = createSigns([silent satisfies Pack]);
    expect(kindOf('The lamp arrived.', none)).toBeUndefined();
    expect(kindOf('The lamp cost $5.', none)).toBe('fact');
  });
});

describe('notes from messages', () => {
  const notes = (...texts: string[]) =>
    tellNotes(
      texts.map((text, at) => ({ key: `m${at}`, text })),
      signs,
    );

  test('each is called by its message and by its place among all the sentences of that message', () => {
    expect(notes('Hello. The lamp arrived broken. Really?', '你好。我觉得太慢了。')).toEqual([
      { id: 'm0.1', is: 'fact', text: 'The lamp arrived broken.' },
      { id: 'm1.1', is: 'opinion', text: '我觉得太慢了。' },
    ]);
  });

  test('a question is none, whatever is told in it', () => {
    expect(notes('You promised me a refund, right?', '你们答应我退款的吧？')).toEqual([]);
  });

  const ofLength = (count: number) => `It arrived ${'x'.repeat(count - 12)}.`;

  test.each([
    ['of twelve signs is taken in English', 'It arrived..', 1],
    ['of eleven is a cry', 'It arrived.', 0],
    ['of five signs is taken in Chinese', '收到了吧。', 1],
    ['of four is a cry', '收到了。', 0],
    ['of 240 signs is taken', ofLength(240), 1],
    ['of more is better read in the page', ofLength(241), 0],
  ])('a sentence %s', (_, text, count) => {
    expect(notes(text)).toHaveLength(count);
  });
});

describe('open questions that are answered', () => {
  const answered = (...texts: string[]) => [...answeredIn(texts, signs)].toSorted();

  test.each([
    ['what happened', ['The lamp broke.'], ['what']],
    ['a place, and the reason', ['It broke at home because of heat.'], ['what', 'where', 'why']],
    ['a time', ['Since yesterday.'], ['when']],
    ['a person, in Chinese', ['昨天快递员来过'], ['when', 'who']],
    ['several messages together', ['I was at home.', '收到了'], ['what', 'where']],
    ['a promise and an opinion answer nothing', ['I think you promised me that.'], []],
    ['nothing said', [], []],
  ])('%s', (_, texts, asks) => {
    expect(answered(...texts)).toEqual(asks);
  });
});
