import { describe, expect, test } from 'vitest';
import { dominantFeeling, shoutIn } from '../../lib/domain/feeling';
import type { Felt } from '../../lib/domain/feeling';

let at = 0;
function felt(is: Felt['is'], weight: number): Felt {
  at += 10;
  return { is, weight, start: at, end: at + 5 };
}

function many(is: Felt['is'], weight: number, times: number): Felt[] {
  return Array.from({ length: times }, () => felt(is, weight));
}

describe('the feeling that counts', () => {
  test.each<[string, Felt[], string | undefined]>([
    ['none', [], undefined],
    ['the heavier cue', [felt('disappointed', 2), felt('angry', 3)], 'angry'],
    ['the one told twice', [felt('angry', 2), felt('sad', 2), felt('sad', 2)], 'sad'],
    ['of equals the one that asks most', [felt('disappointed', 2), felt('anxious', 2)], 'anxious'],
    ['not two hints', [felt('angry', 1), felt('angry', 1)], undefined],
    [
      'more of the lighter where they weigh as much',
      [felt('sad', 3), ...many('angry', 2, 4)],
      'sad',
    ],
    ['three hints', [felt('sad', 1), felt('sad', 1), felt('sad', 1)], 'sad'],
  ])('is %s', (_, all, is) => {
    expect(dominantFeeling(all, undefined)?.is).toBe(is);
  });

  test('a shout makes anger of hints, but not of joy', () => {
    const shout = { start: 0, end: 2 };
    const hints = [felt('angry', 1), felt('angry', 1)];
    expect(dominantFeeling(hints, shout)?.is).toBe('angry');
    expect(dominantFeeling([felt('positive', 2)], shout)?.is).toBe('positive');
    expect(dominantFeeling([felt('positive', 2), felt('sad', 1)], shout)?.is).toBe('positive');
  });

  test('a shout tips the scales where something disappoints', () => {
    const shout = { start: 0, end: 2 };
    const all = [felt('disappointed', 2), felt('angry', 2), felt('positive', 2)];
    expect(dominantFeeling(all, undefined)?.is).toBe('angry');
    expect(dominantFeeling([felt('disappointed', 2), felt('sad', 2)], shout)?.is).toBe('sad');
    const hints = [felt('disappointed', 1), felt('angry', 1), felt('angry', 1)];
    expect(dominantFeeling(hints, shout)?.is).toBe('angry');
    expect(dominantFeeling([felt('disappointed', 1), ...many('anxious', 1, 2)], shout)).toBe(
      undefined,
    );
  });

  test('is told by its plainest words', () => {
    const [hint, plain, strong] = [felt('angry', 1), felt('angry', 2), felt('angry', 3)];
    expect(dominantFeeling([hint, plain, strong], undefined)).toBe(strong);
    expect(dominantFeeling([plain, felt('angry', 2)], undefined)).toBe(plain);
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
