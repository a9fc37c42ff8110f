import { describe, expect, test } from 'vitest';
import { dominantFeeling, shoutIn } from '../../lib/domain/feeling';
import type { Felt } from '../../lib/domain/feeling';

let at = 0;
function felt(is: Felt['is'], weight: number): Felt {
  at += 10;
  return { is, weight, start: at, end: at + 5 };
}

describe('the feeling that counts', () => {
  test.each<[string, Felt[], string | undefined]>([
    ['none', [], undefined],
    ['the heavier cue', [felt('disappointed', 2), felt('angry', 3)], 'angry'],
    ['the one told twice', [felt('angry', 2), felt('sad', 2), felt('sad', 2)], 'sad'],
    ['of equals the one that asks most', [felt('disappointed', 2), felt('anxious', 2)], 'anxious'],
    ['not two hints', [felt('angry', 1), felt('angry', 1)], undefined],
    ['three hints', [felt('sad', 1), felt('sad', 1), felt('sad', 1)], 'sad'],
  ])('is %s', (_, all, is) => {
    expect(dominantFeeling(all, undefined)?.is).toBe(is);
  });

  test('a shout makes anger of hints, but not of joy', () => {
    const shout = { start: 0, end: 2 };
    const hints = [felt('angry', 1), felt('angry', 1)];
    expect(dominantFeeling(hints, shout)?.is).toBe('angry');
    expect(dominantFeeling([felt('positive', 2)], shout)?.is).toBe('positive');
  });
});

test.each([
  ['Where is it!!', '!!'],
  ['什么？？？', '？？？'],
  ['THIS TOOK A WEEK', 'THIS TOOK'],
  ['really?!', '?!'],
])('%s shouts', (text, words) => {
  const shout = shoutIn(text);
  expect(text.slice(shout?.start, shout?.end)).toBe(words);
});

test.each(['Thanks!', 'Order AB 12 CD', 'why?', '好的！'])('%s does not shout', (text) => {
  expect(shoutIn(text)).toBeUndefined();
});
