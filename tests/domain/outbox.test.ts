import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterAnswer,
  afterEvent,
  deliverySchema,
  isOver,
  mayRemove,
} from '../../lib/domain/outbox';
import type { Delivery, OutboxEvent, OutboxWorld } from '../../lib/domain/outbox';

const second = 1000;
const minute = 60 * second;
const now = 7_000_000;
const link = { id: '7', url: 'https://rt.example/7' };
const row = (more: Partial<Delivery> = {}): Delivery => ({
  version: 1,
  id: 'ticket:c1',
  complaint: 'c1',
  connection: 'rt',
  ticket: { mark: 'cmp-c1', subject: '壶坏了', body: 'The kettle broke.' },
  state: 'waiting',
  inDoubt: false,
  failures: 0,
  since: 1,
  waitMs: 0,
  queuedAt: 1,
  ...more,
});
/** By chance nothing is taken off a wait, unless a test says so. */
const world = (more: Partial<OutboxWorld> = {}): OutboxWorld => ({
  now,
  random: () => 0,
  again: 'look-up',
  ...more,
});
const refusal = { is: 'refused', why: 'not-allowed', said: 'no rights' } as const;
const events = {
  begun: { is: 'begun' },
  created: { is: 'created', link },
  limited: { is: 'limited' },
  refused: refusal,
  lost: { is: 'lost' },
  found: { is: 'found', link },
  notFound: { is: 'notFound' },
  notAnswered: { is: 'notAnswered' },
  retried: { is: 'retried' },
} as const satisfies Record<string, OutboxEvent>;
type Name = keyof typeof events;

describe('a delivery', () => {
  const leadsTo: Record<Delivery['state'], Partial<Record<Name, Delivery['state']>>> = {
    waiting: { begun: 'sending', created: 'sent', found: 'sent', refused: 'refused' },
    sending: {
      created: 'sent',
      found: 'sent',
      limited: 'waiting',
      lost: 'unknown',
      refused: 'refused',
    },
    unknown: {
      created: 'sent',
      found: 'sent',
      notFound: 'waiting',
      notAnswered: 'unknown',
      refused: 'refused',
    },
    refused: { created: 'sent', found: 'sent', retried: 'waiting' },
    sent: {},
  };
  const states = Object.keys(leadsTo) as Delivery['state'][]; // As written above.
  const names = Object.keys(events) as Name[]; // As written above.
  const pairs = states.flatMap((state) =>
    names.map((name) => ({ state, name, next: leadsTo[state][name] })),
  );

  test.each(pairs)('that is “$state” and hears “$name” is then: $next', ({ state, name, next }) => {
    const before = row({ state });
    const after = afterEvent(before, events[name], world());
    if (next === undefined) return expect(after).toBe(before);
    expect(after).not.toBe(before);
    expect(after).toMatchObject({ id: 'ticket:c1', state: next });
  });

  test('that was sent keeps its link and nothing of the trouble before', () => {
    const before = row({ state: 'refused', inDoubt: true, why: 'in-doubt', said: 'late' });
    expect(afterEvent(before, events.created, world())).toEqual(
      row({ state: 'sent', inDoubt: false, link }),
    );
  });

  test('that was refused tells why, in the server’s own words', () => {
    expect(afterEvent(row({ state: 'sending' }), refusal, world())).toMatchObject({
      why: 'not-allowed',
      said: 'no rights',
    });
  });
});

describe('a request of which nobody knows what became', () => {
  const lost = (again: OutboxWorld['again']) =>
    afterEvent(row({ state: 'sending', failures: 1 }), events.lost, world({ again }));

  test('is looked up at once where the system can be asked', () => {
    expect(lost('look-up')).toMatchObject({ state: 'unknown', inDoubt: true, waitMs: 0 });
    expect(lost('look-up')).toMatchObject({ failures: 2, since: now });
  });

  test('is sent again after a while where the system knows it by its key', () => {
    expect(lost('same-key')).toMatchObject({ state: 'waiting', inDoubt: true, failures: 2 });
    expect(lost('same-key').waitMs).toBe(2 * minute);
  });

  test('is the agent’s to look after where neither is possible', () => {
    expect(lost('ask')).toMatchObject({
      state: 'refused',
      inDoubt: true,
      why: 'in-doubt',
      said: '',
      failures: 1,
    });
  });

  test('is sent again without a wait when it was not found', () => {
    const sure = afterEvent(
      row({ state: 'unknown', inDoubt: true, failures: 1, waitMs: 9 }),
      events.notFound,
      world({ random: () => 0.9 }),
    );
    expect(sure).toEqual(row({ failures: 1, since: now }));
  });

  test.each([
    [0, 0],
    [0.5, 0.5 * 0.75 * 2 * minute],
    [0.25, 0.25 * 0.875 * 2 * minute],
  ])('takes its time after trouble that lasted: by chance %d, %d ms', (chance, waitMs) => {
    const before = row({ state: 'unknown', inDoubt: true, failures: 2 });
    const after = afterEvent(before, events.notFound, world({ random: () => chance }));
    expect(after).toMatchObject({ state: 'waiting', inDoubt: false, waitMs });
  });

  const why = { why: 'not-taken', said: 'subject too long' } as const;
  test.each([
    ['look-up', true, 'unknown', true],
    ['look-up', false, 'waiting', false],
    ['same-key', true, 'waiting', true],
    ['same-key', false, 'waiting', false],
    ['ask', true, 'waiting', false],
  ] as const)('retried with “%s”, in doubt %s, is %s, in doubt %s', (again, was, state, is) => {
    const before = row({ state: 'refused', inDoubt: was, failures: 4, waitMs: 9, ...why });
    expect(afterEvent(before, events.retried, world({ again }))).toEqual(
      row({ state, inDoubt: is, since: now }),
    );
  });

  test.each([
    ['waiting', false, true],
    ['refused', false, true],
    ['sending', false, false],
    ['unknown', false, false],
    ['sent', false, false],
    ['waiting', true, false],
    ['refused', true, false],
  ] as const)('“%s”, in doubt %s, may be taken out: %s', (state, inDoubt, may) => {
    expect(mayRemove({ ...row(), state, inDoubt })).toBe(may);
  });
});

describe('a wait', () => {
  const limited = (failures: number, chance = 0, retryAfterMs?: number) =>
    afterEvent(
      row({ state: 'sending', failures }),
      { is: 'limited', retryAfterMs },
      world({ random: () => chance }),
    );

  test.each([
    [0, 40 * second],
    [1, 2 * minute],
    [2, 6 * minute],
    [3, 18 * minute],
    [4, 54 * minute],
    [5, 60 * minute],
    [90, 60 * minute],
  ])('after %d failures before this one is %d ms', (failures, waitMs) => {
    expect(limited(failures)).toMatchObject({ failures: failures + 1, since: now, waitMs });
  });

  test('is by chance up to half of it shorter', () => {
    expect(limited(0, 0.5).waitMs).toBe(30 * second);
    expect(limited(0, 0.999_99).waitMs).toBe(20 * second);
  });

  test('is as long as the server asks for, and by chance up to twice that, never shorter', () => {
    expect(limited(0, 0, 5 * minute).waitMs).toBe(5 * minute);
    expect(limited(0, 0.5, 5 * minute).waitMs).toBe(7.5 * minute);
    expect(limited(0, 0, second).waitMs).toBe(40 * second);
  });

  test('follows where a question for the ticket was not answered, too', () => {
    const asked = row({ state: 'unknown', inDoubt: true, failures: 1 });
    const after = (retryAfterMs?: number) =>
      afterEvent(asked, { is: 'notAnswered', retryAfterMs }, world());
    expect(after()).toMatchObject({ inDoubt: true, failures: 2, since: now, waitMs: 2 * minute });
    expect(after(9 * minute).waitMs).toBe(9 * minute);
  });

  test.each([
    ['a moment before its end', 149, false],
    ['at its end', 150, true],
    ['at its beginning', 100, false],
    ['on a clock that was set back', 99, true],
  ])('%s', (_, at, over) => {
    expect(isOver({ since: 100, waitMs: 50 }, at)).toBe(over);
  });
});

describe('a host', () => {
  const at = { now, random: () => 0 };
  const host = (failures: number) => ({ host: 'rt.example', failures });

  test('that answered is asked again at once, whatever was before', () => {
    expect(afterAnswer(host(5), { ok: true, retryAfterMs: minute }, at)).toEqual({
      host: 'rt.example',
      failures: 0,
      since: now,
      waitMs: 0,
    });
  });

  test.each([
    [0, 0],
    [1, 0],
    [2, 6 * minute],
    [3, 18 * minute],
  ])('that failed after %d failures is left alone for %d ms', (failures, waitMs) => {
    expect(afterAnswer(host(failures), { ok: false }, at)).toEqual({
      host: 'rt.example',
      failures: failures + 1,
      since: now,
      waitMs,
    });
  });

  test('is left alone for as long as it asks, or longer', () => {
    const wait = (failures: number, retryAfterMs: number) =>
      afterAnswer(host(failures), { ok: false, retryAfterMs }, at).waitMs;
    expect(wait(0, 5 * minute)).toBe(5 * minute);
    expect(wait(2, 5 * minute)).toBe(6 * minute);
  });
});

test('whatever befalls it, what may have arrived is not sent again by a system that would make two', () => {
  const name = fc.constantFrom(...(Object.keys(events) as Name[])); // As written above.
  const again = fc.constantFrom<OutboxWorld['again']>('look-up', 'ask');
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), again, (story, how) => {
      let each = row();
      for (const next of story) {
        each = afterEvent(each, events[next], world({ again: how }));
        if (each.state === 'sending' || each.state === 'waiting') expect(each.inDoubt).toBe(false);
        expect(deliverySchema.safeParse(each).data).toEqual(each);
      }
    }),
  );
});
