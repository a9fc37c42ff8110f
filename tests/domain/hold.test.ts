import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerHold,
  askHold,
  beginHold,
  checkIn,
  endHold,
  fireHold,
  settleHold,
  snoozeHold,
  startHold,
  stateOf,
  viewHold,
} from '../../lib/domain/hold';
import type { Hold } from '../../lib/domain/hold';

const plan = {
  conversationId: 'c1',
  customer: 'Li',
  reason: 'asking the warehouse',
  announcedMs: 120_000,
  pulseMs: 30_000,
};
const start = 1_000_000;
const running = startHold('h1', plan, start);

describe('a hold', () => {
  test('runs from its start, and the first check-in is due a pulse later (H4)', () => {
    expect(running).toEqual({
      id: 'h1',
      ...plan,
      openSince: start,
      answer: 'yes',
      answeredAt: start,
      startedAt: start,
      checkIns: [],
      dueAt: start + 30_000,
    });
  });

  test('a check-in is kept, and the next one is due a pulse after it (H4)', () => {
    const once = checkIn(running, start + 20_000);
    expect(once).toEqual({ ...running, checkIns: [start + 20_000], dueAt: start + 50_000 });
    const late = checkIn(once, start + 90_000);
    expect(late).toMatchObject({
      checkIns: [start + 20_000, start + 90_000],
      dueAt: start + 120_000,
    });
  });

  test('once over, nothing is due any more', () => {
    const over = endHold(running, start + 40_000);
    expect(over).not.toHaveProperty('dueAt');
    expect(over).not.toHaveProperty('openSince');
    expect(over.endedAt).toBe(start + 40_000);
  });

  test('ended twice, it ended the first time', () => {
    const over = endHold(running, start + 40_000);
    expect(endHold(over, start + 99_000)).toEqual(over);
  });

  test('a check-in after the end changes nothing', () => {
    const over = endHold(running, start + 40_000);
    expect(checkIn(over, start + 50_000)).toEqual(over);
  });
});

describe('before a hold runs', () => {
  const asked = askHold('h1', plan, start);

  test('the customer is asked, and nothing is due (H1)', () => {
    expect(stateOf(asked)).toBe('asked');
    expect(asked).toEqual({ id: 'h1', ...plan, openSince: start, askedAt: start, checkIns: [] });
    expect(asked).not.toHaveProperty('dueAt');
    expect(beginHold(asked, 'x', start + 1)).toEqual(asked);
    expect(checkIn(asked, start + 1)).toEqual(asked);
  });

  test('with a yes it may begin, with the contact that they gave (H2)', () => {
    const agreed = answerHold(asked, 'yes', start + 5000);
    expect([stateOf(agreed), agreed.answeredAt]).toEqual(['agreed', start + 5000]);
    const begun = beginHold(agreed, '+44 20 7946 0018', start + 9000);
    expect(begun).toMatchObject({ contact: '+44 20 7946 0018', startedAt: start + 9000 });
    expect(begun.dueAt).toBe(start + 39_000);
    expect(beginHold(agreed, undefined, start + 9000)).not.toHaveProperty('contact');
  });

  test.each(['no', 'call-back'] as const)('%s ends it, and the answer stays (H3)', (answer) => {
    const over = answerHold(asked, answer, start + 5000);
    expect([stateOf(over), over.answer]).toEqual(['over', answer]);
    expect(over).not.toHaveProperty('openSince');
    expect(answerHold(over, 'yes', start + 6000)).toEqual(over);
  });

  test('it has no length, however long the answer takes', () => {
    expect(viewHold(asked, start + 600_000)).toMatchObject({ elapsedMs: 0, missed: 0 });
  });
});

describe('a due time', () => {
  test('is announced once, and not before', () => {
    expect(fireHold(running, start + 29_999)).toEqual(running);
    const fired = fireHold(running, start + 30_000);
    expect(fired.firedFor).toBe(running.dueAt);
    expect(fireHold(fired, start + 40_000)).toBe(fired);
  });

  test('is put off by a pulse, and that is no sign of life', () => {
    const later = snoozeHold(fireHold(running, start + 31_000), start + 31_000);
    expect(later).toMatchObject({ dueAt: start + 61_000, checkIns: [] });
    expect(fireHold(later, start + 61_000).firedFor).toBe(start + 61_000);
  });

  test('comes within a pulse where somebody has set the clock back', () => {
    const back = start - 3_600_000;
    expect(settleHold(running, back).dueAt).toBe(back + 30_000);
    expect(settleHold(running, start)).toBe(running);
  });

  test('there is none of a hold that does not run', () => {
    const over = endHold(running, start + 40_000);
    for (const hold of [over, askHold('h1', plan, start)]) {
      expect(snoozeHold(hold, start + 90_000)).toBe(hold);
      expect(fireHold(hold, start + 90_000)).toBe(hold);
      expect(settleHold(hold, 0)).toBe(hold);
    }
  });
});

describe('what is shown of a hold', () => {
  test.each([
    ['at its start', 0, { elapsedMs: 0, leftMs: 120_000, checkInMs: 30_000, share: 0, missed: 0 }],
    [
      'in the middle',
      60_000,
      { elapsedMs: 60_000, leftMs: 60_000, checkInMs: -30_000, share: 0.5, missed: 1 },
    ],
    [
      'when due',
      30_000,
      { elapsedMs: 30_000, leftMs: 90_000, checkInMs: 0, share: 0.25, missed: 0 },
    ],
    [
      'at its end',
      120_000,
      { elapsedMs: 120_000, leftMs: 0, checkInMs: -90_000, share: 1, missed: 3 },
    ],
    [
      'overrun',
      180_000,
      { elapsedMs: 180_000, leftMs: -60_000, checkInMs: -150_000, share: 1, missed: 5 },
    ],
    [
      'with the clock set back an hour',
      -3_600_000,
      { elapsedMs: 0, leftMs: 120_000, checkInMs: 3_630_000, share: 0, missed: 0 },
    ],
  ])('%s', (_, passed, view) => {
    expect(viewHold(running, start + passed)).toEqual(view);
  });

  test('a hold that is over stands still, and nothing is due', () => {
    const over = endHold(running, start + 60_000);
    const view = { elapsedMs: 60_000, leftMs: 60_000, checkInMs: 0, share: 0.5, missed: 1 };
    expect(viewHold(over, start + 60_000)).toEqual(view);
    expect(viewHold(over, start + 9_000_000)).toEqual(view);
  });

  test('a hold of no length is full from the start', () => {
    expect(viewHold({ ...running, announcedMs: 0 }, start).share).toBe(1);
  });
});

// Each step: how far the clock moved (back, too), and what the agent did.
const stepArbitrary = fc.record({
  ms: fc.integer({ min: -100_000, max: 100_000 }),
  act: fc.constantFrom('look', 'checkIn', 'end'),
});

describe('whatever agent and clock do', () => {
  test('share stays between 0 and 1, and no wait is negative', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary), (steps) => {
        for (const { hold, now } of play(steps)) {
          const { share, elapsedMs, leftMs } = viewHold(hold, now);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          expect(elapsedMs).toBeGreaterThanOrEqual(0);
          expect(elapsedMs + leftMs).toBe(hold.announcedMs);
        }
      }),
    );
  });

  test('a hold is due or over, never both', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary), (steps) => {
        for (const { hold } of play(steps))
          expect([hold.dueAt === undefined, hold.endedAt === undefined]).toContain(false);
        for (const { hold } of play(steps))
          expect(hold.dueAt === undefined).toBe(hold.endedAt !== undefined);
      }),
    );
  });
});

function play(steps: readonly { ms: number; act: string }[]): { hold: Hold; now: number }[] {
  let hold = running;
  let now = start;
  return steps.map(({ ms, act }) => {
    now += ms;
    if (act === 'checkIn') hold = checkIn(hold, now);
    if (act === 'end') hold = endHold(hold, now);
    return { hold, now };
  });
}
