import { describe, expect, test } from 'vitest';
import { factsIn, whenIn } from '../../lib/domain/fact';

test.each([
  ['My order number is A-10442, please look.', { order: 'A-10442' }],
  ['It is about booking 77812345', { order: '77812345' }],
  ['parcel #AB-99812 is lost', { order: 'AB-99812' }],
  ['订单号：20260311A，一直没发货', { order: '20260311A' }],
  ['我的快递单号是SF1234567890', { order: 'SF1234567890' }],
  ['You took $49.90 from my card', { amount: '$49.90' }],
  ['I paid 120 euros', { amount: '120 euros' }],
  ['扣了我199元', { amount: '199元' }],
  ['hello there', {}],
  ['my number is 555', {}],
])('%s', (text, facts) => {
  const { order, amount } = factsIn([text]);
  expect({ ...(order && { order }), ...(amount && { amount }) }).toEqual(facts);
});

describe('when it happened', () => {
  test.each([
    ['It came on Monday, broken.', 'on Monday'],
    ['I wrote to you three days ago.', 'three days ago'],
    ['since yesterday nothing works', 'yesterday'],
    ['I have been waiting for two weeks', 'for two weeks'],
    ['It was charged on 3 March', 'on 3 March'],
    ['昨天收到就是坏的', '昨天'],
    ['我上周三下的单', '上周三'],
    ['三天前就说要退', '三天前'],
    ['It will be here tomorrow at 3 pm, they said.', 'tomorrow at 3 pm'],
    ['It arrived broken.', undefined],
  ])('%s', (text, when) => {
    expect(whenIn(text)).toBe(when);
  });
});

test('what nobody named is not there at all', () => {
  expect(factsIn([])).toStrictEqual({});
  expect(factsIn(['hello', 'order 10442'])).toStrictEqual({ order: '10442' });
  expect(factsIn(['hello', 'I paid 120 euros'])).toStrictEqual({ amount: '120 euros' });
  expect(factsIn(['hello', 'it broke yesterday'])).toStrictEqual({ when: 'yesterday' });
});

test('of several messages the first that names it counts', () => {
  expect(factsIn(['order 10442', 'order 20443'])).toMatchObject({ order: '10442' });
});
