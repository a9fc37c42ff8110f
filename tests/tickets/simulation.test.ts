// Many agents and one host with a limit, through an outage: `npm run sim -- outbox` plays the same at full size.
import { expect, test } from 'vitest';
import { simulateOutbox } from '../support/sim/outbox-sim';
import { seeded } from '../support/sim/seeded.mjs';

test.each([1, 2, 3])(
  'all tickets arrive once, and the host sees no more than its limit (%i)',
  async (seed) => {
    const random = seeded(seed);
    const outage = { from: 20, to: 40 };
    const host = { agents: 5000, minutes: 60, limit: 400, outage, lossy: 0.01 };
    const { curve, copies, unsure } = await simulateOutbox({ ...host, random });
    expect(copies.filter((count) => count !== 1)).toEqual([]);
    expect(unsure).toBe(0);
    expect(Math.max(...curve.map(({ seen }) => seen))).toBeLessThanOrEqual(400);
    // The outage was one, and the world is not made of good answers alone.
    expect(curve.slice(20, 40).every(({ made, unanswered }) => made === 0 && unanswered > 0)).toBe(
      true,
    );
  },
);

test('a host that is asked too much by all at once still gets each ticket once', async () => {
  const options = { agents: 300, minutes: 1, limit: 40, outage: { from: 0, to: 0 }, lossy: 0.02 };
  const { curve, copies, unsure } = await simulateOutbox({ ...options, random: seeded(4) });
  expect(curve[0]?.limited).toBeGreaterThan(0);
  expect(copies.filter((count) => count !== 1)).toEqual([]);
  expect(unsure).toBe(0);
});
