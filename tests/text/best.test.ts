import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBest, offer } from '../../lib/text/best';

test('of all that was offered the best are kept: each number once, of equals the smaller number first', () => {
  const offers = fc.array(fc.tuple(fc.nat({ max: 12 }), fc.integer({ min: -2, max: 6 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(offers, fc.nat({ max: 6 }), (all, most) => {
      const best = createBest(most);
      const highest = new Map<number, number>();
      for (const [number, score] of all) {
        offer(best, number, score);
        highest.set(number, Math.max(score, highest.get(number) ?? -Infinity));
        const wanted = [...highest].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
        expect([...best.numbers.subarray(0, best.count)]).toEqual(wanted.map(([one]) => one));
        expect([...best.scores.subarray(0, best.count)]).toEqual(wanted.map(([, one]) => one));
        // What is below this is passed by before anything is looked at.
        const isFull = wanted.length === most;
        expect(best.least).toBe(isFull ? (wanted.at(-1)?.[1] ?? Infinity) : -Infinity);
      }
    }),
  );
});
