import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '../../lib/domain/event';
import {
  foldWaiting,
  responseGoal,
  stepWaiting,
  viewWaiting,
} from '../../lib/domain/waiting-clock';

type Side = 'customer' | 'agent' | 'system';
const said = (side: Side, at: number): LedgerEvent => ({
  kind: 'said',
  at,
  messageKey: `${side} ${at}`,
  side,
  found: [],
});

describe('the clocks of a conversation', () => {
  test('begin with the customer’s first words and stop with the answer', () => {
    const asked = [said('customer', 10), said('customer', 20)];
    expect(foldWaiting(asked)).toEqual({ askedAt: 10, since: 10 });
    expect(foldWaiting([...asked, said('agent', 70)])).toEqual({
      askedAt: 10,
      answeredAt: 70,
      spokenAt: 70,
    });
  });

  test('run anew when the customer writes again; the first answer stays', () => {
    const told = foldWaiting([said('customer', 10), said('agent', 70), said('customer', 90)]);
    expect(told).toEqual({ askedAt: 10, answeredAt: 70, spokenAt: 70, since: 90 });
  });

  test('a greeting before they wrote is no answer', () => {
    expect(foldWaiting([said('agent', 5), said('customer', 10)])).toMatchObject({
      askedAt: 10,
      since: 10,
    });
    expect(foldWaiting([said('agent', 5), said('customer', 10)])).not.toHaveProperty('answeredAt');
  });

  test('messages of a page without times count in their order', () => {
    const same = [said('customer', 10), said('agent', 10), said('customer', 10)];
    expect(foldWaiting(same)).toMatchObject({ answeredAt: 10, since: 10 });
    expect(foldWaiting(same.slice(0, 2))).not.toHaveProperty('since');
  });

  test('the system says nothing', () => {
    expect(foldWaiting([said('system', 3)])).toEqual({});
  });

  test('older messages that come later change nothing of who waits', () => {
    const now = [said('customer', 50), said('agent', 60)];
    const scrolled = foldWaiting([...now, said('customer', 10), said('agent', 20)]);
    expect(scrolled).toEqual({ askedAt: 10, answeredAt: 20, spokenAt: 60 });
    expect(foldWaiting([...now, said('customer', 10)])).not.toHaveProperty('since');
  });

  test('an older message of the agent neither answers nor ends the wait', () => {
    expect(foldWaiting([said('customer', 10), said('agent', 5)])).toEqual({
      askedAt: 10,
      spokenAt: 5,
      since: 10,
    });
  });

  test('a second answer changes nothing but when the agent wrote last', () => {
    const answered = [said('customer', 10), said('agent', 70), said('agent', 80)];
    expect(foldWaiting(answered)).toStrictEqual({ askedAt: 10, answeredAt: 70, spokenAt: 80 });
  });

  test('what happens beside the messages changes nothing', () => {
    const asked = foldWaiting([said('customer', 10)]);
    expect(stepWaiting(asked, { kind: 'handedOver', at: 30, to: '售后' })).toBe(asked);
  });

  test('who spoke last tells who waits, whatever came before', () => {
    const sides = fc.constantFrom<Side>('customer', 'agent', 'system');
    fc.assert(
      fc.property(fc.array(sides), (all) => {
        const told = foldWaiting(all.map((side, index) => said(side, index)));
        const last = all.findLast((side) => side !== 'system');
        expect(told.since !== undefined).toBe(last === 'customer');
      }),
    );
  });
});

describe('what is shown', () => {
  const goals = { chatSeconds: 60, mailMinutes: 90 };

  test('the first answer is expected in a minute in chats, in an hour or two in mails (P4)', () => {
    expect(responseGoal('converse', goals)).toBe(60_000);
    expect(responseGoal('request-tracker', goals)).toBe(90 * 60_000);
    expect(responseGoal('osticket', goals)).toBe(90 * 60_000);
  });

  test('is what is left of it, then how long they have waited', () => {
    expect(viewWaiting({ askedAt: 0, since: 0 }, 60_000, 45_000)).toEqual({
      waitedMs: 45_000,
      isFirst: true,
      leftMs: 15_000,
    });
    expect(viewWaiting({ askedAt: 0, answeredAt: 9, since: 10 }, 60_000, 70)).toEqual({
      waitedMs: 60,
      isFirst: false,
      leftMs: undefined,
    });
    expect(viewWaiting({ askedAt: 0, answeredAt: 9 }, 60_000, 70)).toBeUndefined();
  });

  test('is never negative when the clock is set back', () => {
    expect(viewWaiting({ since: 100 }, 60_000, 0)).toMatchObject({ waitedMs: 0 });
  });
});
