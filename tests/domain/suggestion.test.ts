import { expect, test } from 'vitest';
import { offerPhrase } from '../../lib/domain/suggestion';

const phrase = {
  id: 'a',
  text: '{customer}您好，订单{order}我来看。{minutes:5}分钟可以吗？',
  places: ['greet' as const],
};

test('a phrase by itself is offered with what is known in it, and for no special reason', () => {
  expect(offerPhrase(phrase, { customer: '李女士', order: 'A-1' })).toEqual({
    phrase,
    text: '李女士您好，订单A-1我来看。5分钟可以吗？',
    missing: [],
    why: [],
  });
});

test('what is not known stays visible in it and is named', () => {
  expect(offerPhrase(phrase, { customer: ' ', minutes: '10' })).toMatchObject({
    text: '{customer}您好，订单{order}我来看。10分钟可以吗？',
    missing: ['customer', 'order'],
  });
});
