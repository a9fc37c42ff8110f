import { expect, test } from 'vitest';
import type { Side } from '../../lib/domain/conversation';
import { firstUnanswered } from '../../lib/domain/waiting';

const talk = (...sides: Side[]) =>
  sides.map((side, index) => ({ key: `m${index}`, side, text: 'x' }));

test.each<[string, Side[], string | undefined]>([
  ['nobody has written', [], undefined],
  ['the agent had the last word', ['customer', 'agent'], undefined],
  ['the customer wrote once', ['agent', 'customer'], 'm1'],
  ['they wrote again: the wait began before', ['agent', 'customer', 'customer'], 'm1'],
  ['what the system says is no answer', ['customer', 'system', 'customer'], 'm0'],
  ['sides that are not told apart wait for nobody', ['unknown', 'unknown'], undefined],
])('%s', (_, sides, key) => {
  expect(firstUnanswered(talk(...sides))?.key).toBe(key);
});
