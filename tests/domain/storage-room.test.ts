import { expect, test } from 'vitest';
import { isNearlyFull } from '../../lib/domain/storage-room';

test.each([
  [79, 100, false],
  [80, 100, true],
  [100, 100, true],
  // Some browsers do not tell.
  [0, 0, false],
])('%i of %i is nearly full: %s', (used, quota, near) => {
  expect(isNearlyFull({ used, quota })).toBe(near);
});
