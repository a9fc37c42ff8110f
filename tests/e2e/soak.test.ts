// Browsers killed at random moments of their use: what was acknowledged is there, once. The long one: npm run soak.
import { expect, test } from 'vitest';
import { soak, soakTable } from '../support/soak/soak.mjs';

test.each([
  { browser: 'chromium', kills: 6 },
  { browser: 'firefox', kills: 3 },
] as const)(
  '$browser, killed $kills times, loses nothing and doubles nothing',
  async (each) => {
    const found = await soak(each.browser, each.kills);
    console.log(soakTable([found]));
    expect(found.lost).toEqual([]);
    expect(found.doubled).toEqual([]);
    expect(found.inconsistent).toEqual([]);
    expect(found.acknowledged).toBeGreaterThan(0);
  },
  180_000,
);
