import { expect, test } from 'vitest';
import { dayOf } from '../../lib/domain/day';

test.each([
  ['the first moment of a day', new Date(2026, 0, 5), '2026-01-05'],
  ['the last moment of a day', new Date(2026, 8, 9, 23, 59, 59, 999), '2026-09-09'],
  ['numbers of two digits', new Date(2026, 10, 22, 12), '2026-11-22'],
  ['the last day of a year', new Date(2027, 11, 31, 23), '2027-12-31'],
  ['the day that is not in every year', new Date(2028, 1, 29), '2028-02-29'],
])('a day is that of the agent’s own calendar: %s', (_, moment, day) => {
  expect(dayOf(moment.getTime())).toBe(day);
});
