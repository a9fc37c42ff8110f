// Promised times in the time zones of the world, over the changes of their clocks.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minuteOfDay, nextWorkingDay, promiseTimes } from '../../lib/domain/promise-time';
import { sayMoment } from '../../lib/domain/say-time';

// Half hours, quarter hours, changes at midnight and by half an hour only, the date line.
const zones = [
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Europe/London',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
] as const;
const minute = 60_000;
const formats = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    }),
  ]),
);
type Zone = (typeof zones)[number];

/** What the wall shows there, as if it were UTC. */
function wall(zone: Zone, at: number): number {
  const [day = 0, month = 0, year = 0, hour = 0, minutes = 0] = (
    formats.get(zone)?.format(at) ?? ''
  )
    .split(/\D+/)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minutes);
}

function offsetIn(zone: Zone) {
  return (at: number) => (wall(zone, at) - Math.floor(at / minute) * minute) / minute;
}

const anywhere = fc.record({
  zone: fc.constantFrom(...zones),
  now: fc
    .integer({ min: Date.UTC(2015, 0, 1) / minute, max: Date.UTC(2035, 0, 1) / minute })
    .map((minutes) => minutes * minute),
});
const runs = { numRuns: 2000 };

describe('in every zone', () => {
  test('“tomorrow by …” is that hour on the wall the day after, where the wall shows it', () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 0, max: 23 }), ({ zone, now }, hour) => {
        const here = { now, offset: offsetIn(zone) };
        const [time] = promiseTimes(`tomorrow by ${String(hour).padStart(2, '0')}:30`, here);
        const wanted = Math.floor(wall(zone, now) / 86_400_000 + 1) * 86_400_000;
        const shown = wall(zone, time?.due ?? 0) - (wanted + (hour * 60 + 30) * minute);
        // An hour that is left out in spring is promised an hour beside it, never more.
        expect(Math.abs(shown)).toBeLessThanOrEqual(60 * minute);
        const skipped = wall(zone, (time?.due ?? 0) - 120 * minute);
        const jumps = wall(zone, (time?.due ?? 0) + 120 * minute) - skipped !== 240 * minute;
        if (!jumps) expect(shown).toBe(0);
      }),
      runs,
    );
  });

  test('“within so many minutes” is so many minutes, whatever the wall does', () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 2, max: 900 }), ({ zone, now }, amount) => {
        const [time] = promiseTimes(`within ${amount} minutes`, { now, offset: offsetIn(zone) });
        expect(time?.due).toBe(now + amount * minute);
      }),
      runs,
    );
  });

  test('every moment is promised for later, but for a day that was named', () => {
    const words = fc.constantFrom(
      'by 3 pm',
      'by noon',
      'before 16:30',
      'tomorrow morning',
      'within two working days',
      'within 5 working hours',
      'next week',
      '明天中午前',
      '15:30前',
      '3个工作日内',
    );
    fc.assert(
      fc.property(anywhere, words, ({ zone, now }, text) => {
        const [time] = promiseTimes(text, { now, offset: offsetIn(zone) });
        expect(time?.due).toBeGreaterThan(now);
      }),
      runs,
    );
  });

  test('“tomorrow morning” falls into the working hours', () => {
    const hours = fc.record({
      from: fc.integer({ min: 0, max: 700 }),
      to: fc.integer({ min: 701, max: 1439 }),
    });
    fc.assert(
      fc.property(anywhere, hours, ({ zone, now }, working) => {
        const here = { now, offset: offsetIn(zone), working };
        const [time] = promiseTimes('tomorrow morning', here);
        const at = minuteOfDay(time?.due ?? 0, here);
        expect(at).toBeGreaterThanOrEqual(working.from - 60);
        expect(at).toBeLessThanOrEqual(working.to + 60);
      }),
      runs,
    );
  });

  test('the next working day is one, at the same hour', () => {
    fc.assert(
      fc.property(anywhere, ({ zone, now }) => {
        const here = { now, offset: offsetIn(zone) };
        const shown = new Date(wall(zone, nextWorkingDay(here)));
        expect(nextWorkingDay(here)).toBeGreaterThan(now);
        expect([0, 6]).not.toContain(shown.getUTCDay());
        const by = shown.getTime() - wall(zone, now);
        expect(Math.abs((by % 86_400_000) / minute)).toBeLessThanOrEqual(60);
      }),
      runs,
    );
  });

  test('what is said of a moment is understood as that moment', () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 1, max: 2000 }), ({ zone, now }, ahead) => {
        const here = { now, offset: offsetIn(zone) };
        const at = now + ahead * minute;
        const [time] = promiseTimes(`You'll hear from me by ${sayMoment(at, here, 'en')}.`, here);
        // The hour that the wall shows twice in autumn cannot be told apart by words.
        expect(wall(zone, time?.due ?? 0)).toBe(wall(zone, at));
      }),
      runs,
    );
  });
});
