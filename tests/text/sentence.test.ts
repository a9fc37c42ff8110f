import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedWords } from '../../lib/text/echo';
import { questionsOf } from '../../lib/text/question';
import { clausesOf, sentenceAround, sentencesOf } from '../../lib/text/sentence';

function sentences(text: string): string[] {
  return sentencesOf(text).map(({ start, end }) => text.slice(start, end));
}

describe('sentences', () => {
  test.each([
    ['It broke. Now what?', ['It broke.', 'Now what?']],
    ['It costs 10.50 in all', ['It costs 10.50 in all']],
    ['Ask Mr. Hale about it.', ['Ask Mr. Hale about it.']],
    ['Bring e.g. a lamp. Or two.', ['Bring e.g. a lamp.', 'Or two.']],
    ['See www.lamp.example for more', ['See www.lamp.example for more']],
    ['He said “no!” Then left.', ['He said “no!”', 'Then left.']],
    ['好的~ 请稍等 我看看', ['好的~ 请稍等 我看看']],
    ['one\ntwo', ['one', 'two']],
    ['Wait... really?!', ['Wait...', 'really?!']],
    ['收到了。怎么退？', ['收到了。', '怎么退？']],
    ['  ', []],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test.each([
    ['Why? Ok.', [true, false]],
    ['He asked “why?” Then left.', [true, false]],
    ['退了吗？好。', [true, false]],
    ['Is that all', [false]],
  ])('%j: which of them ask', (text, asked) => {
    expect(sentencesOf(text).map((each) => each.asked)).toEqual(asked);
  });

  test('have clauses of their own, whatever stands around them', () => {
    const text = 'No, 10. 3,abc and a,5 too, 7 more';
    const [, { start, end } = { start: 0, end: 0 }] = sentencesOf(text);
    const clauses = clausesOf(text, { start, end }).map((each) => text.slice(each.start, each.end));
    expect(clauses).toEqual(['3', 'abc and a', '5 too', '7 more']);
  });

  test('fall into clauses at commas, and at spaces between Chinese, not inside a number', () => {
    const clauses = (text: string) =>
      clausesOf(text, { start: 0, end: text.length }).map(({ start, end }) =>
        text.slice(start, end),
      );
    expect(clauses('First, it is 1,200 at 10:30')).toEqual(['First', 'it is 1,200 at 10:30']);
    expect(clauses('好的亲 我看看，稍等')).toEqual(['好的亲', '我看看', '稍等']);
  });
});

describe('the sentence around words of a draft', () => {
  test.each([
    ['It broke. You *must* pay! Now', 'You must pay', '!'],
    ['It costs 10.50, *and* e.g. a lamp more', 'It costs 10.50, and e.g. a lamp more', ''],
    ['one\nyou *must*\nthree', 'you must', ''],
    ['好的 您*必须*付款 谢谢', '您必须付款', ' '],
    ['您*必须*付款~谢谢', '您必须付款', '~'],
    ['好的　您*必须*付款　谢谢', '您必须付款', '　'],
    ['You *must* pay 谢谢 now', 'You must pay 谢谢 now', ''],
    ['one\ryou *must*\rthree', 'you must', ''],
    ['  You *must* pay  !! ', 'You must pay', '  !!'],
    ['*Must*', 'Must', ''],
  ])('%s', (marked, sentence, marks) => {
    const [before = '', words = ''] = marked.split('*');
    const text = marked.replaceAll('*', '');
    const around = sentenceAround(text, before.length, before.length + words.length);
    expect(text.slice(around.start, around.end)).toBe(sentence);
    expect(text.slice(around.end, around.close)).toBe(marks);
  });
});

describe('questions', () => {
  test.each([
    ['What colour is the lamp?', 'open'],
    ['And which of the two doors sticks?', 'open'],
    ['what is your postcode', 'open'],
    ['Is the lid still on?', 'closed'],
    ['do you have the receipt', 'closed'],
    ['Any luck with the second key?', 'said'],
    ['You want the green one, right?', 'said'],
    ["It is the lid, isn't it?", 'said'],
    ['It is the lid isn’t it?', 'said'],
    ["You would rather have the money back, wouldn't you?", 'said'],
    ['You have not had the parcel yet, have you?', 'said'],
    ["It won't close, will it?", 'said'],
    ["Did it leak before, didn't it?", 'closed'],
    ['If it is late, will you?', 'closed'],
    ["Isn't it?", 'closed'],
    ['灯是什么颜色', 'open'],
    ['请问您住在哪里', 'open'],
    ['盖子还在吗', 'closed'],
    ['您有没有收据', 'closed'],
    ['您是要绿色的，对吧？', 'said'],
  ])('%s asks: %s', (text, form) => {
    expect(questionsOf(text).map((question) => question.form)).toContain(form);
  });

  test.each([
    'When you have the receipt, send it over.',
    'What a lovely colour.',
    'Do not open the lid.',
    'Have a good day.',
    '有什么问题都可以联系我们',
    '什么颜色都有',
    '没什么，应该的',
  ])('%s asks nothing', (text) => {
    expect(questionsOf(text)).toEqual([]);
  });

  test.each([
    ['The lid is off and do you have another?', 'do you have another?', 'closed'],
    ['It leaks so what can you do about it?', 'what can you do about it?', 'open'],
    ['No, it is late but which day will it come?', 'which day will it come?', 'open'],
    [
      'I see it, but the lamp is what you mean?',
      'I see it, but the lamp is what you mean?',
      'said',
    ],
    ['Is it the lid, right?', 'Is it the lid, right?', 'closed'],
  ])('in %j: %j', (text, asked, form) => {
    const [question] = questionsOf(text);
    expect(text.slice(question?.start, question?.end)).toBe(asked);
    expect(question?.form).toBe(form);
  });

  test('begin where the clause begins that asks', () => {
    const text = 'I see the order, when did it arrive?';
    const [question] = questionsOf(text);
    expect(text.slice(question?.start, question?.end)).toBe('when did it arrive?');
  });

  test('stand inside any text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { start, end } of [...sentencesOf(text), ...questionsOf(text)]) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('an echo', () => {
  test.each([
    ['so you want the blue kettle exchanged', ['my blue kettle leaks, exchange it'], 3],
    ['thank you for the order', ['where is my order, please help'], 0],
    ['您是想退掉蓝色水壶', ['蓝色的水壶漏水，我想退掉'], 4],
    ['好的您请稍等', ['你好，请问在吗'], 0],
    ['退款', ['退款'], 1],
    ['the tv', ['a tv'], 0],
    ['the cup', ['a cup'], 1],
    ['two sofas and chips', ["the sofa's chip"], 2],
    ['deliveries', ['delivery'], 1],
    ['cables', ['cable'], 1],
    ['anything', [], 0],
  ])('%s', (passage, before, shared) => {
    expect(sharedWords(passage, before)).toBe(shared);
  });
});
