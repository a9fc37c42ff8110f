import { describe, expect, test } from 'vitest';
import { newComplaint } from '../../lib/domain/complaint-formats';
import { emptyForm } from '../../lib/domain/complaint-form';
import {
  dailyTurn,
  firstRetention,
  isConversationPast,
  isPast,
  retentionSchema,
} from '../../lib/domain/retention';
import type { Retention } from '../../lib/domain/retention';

const day = 86_400_000;
const now = 1000 * day;
const rule: Retention = { days: 30, states: ['recorded', 'reviewed'], daily: true };
const received = newComplaint(
  { ...emptyForm, what: 'It leaks.' },
  { channel: '', receivedAt: now - 30 * day },
  { id: 'a', number: 1, at: now },
);

describe('a rule', () => {
  test.each([30, 36_500])('may keep things %d days', (days) =>
    expect(retentionSchema.safeParse({ ...rule, days }).success).toBe(true),
  );
  test.each([29, 36_501, 30.5])('may not keep them %d days', (days) =>
    expect(retentionSchema.safeParse({ ...rule, days }).success).toBe(false),
  );
  test('is offered for three years of what is closed', () =>
    expect(firstRetention).toEqual({ days: 1095, states: ['followedUp', 'reviewed'] }));
});

describe('a complaint is past', () => {
  test.each([
    ['as old as the rule says', {}, true],
    ['younger', { receivedAt: now - 30 * day + 1 }, false],
    ['closed later', { closedAt: now - 29 * day }, false],
    ['closed as long ago', { receivedAt: now - 90 * day, closedAt: now - 30 * day }, true],
    ['at another stage', { state: 'judged' }, false],
    ['at the other stage of the rule', { state: 'reviewed' }, true],
    ['to be kept until then', { retainUntil: now }, true],
    ['to be kept longer', { retainUntil: now + 1 }, false],
  ] as const)('%s: %j', (_, more, is) =>
    expect(isPast({ ...received, ...more }, rule, now)).toBe(is),
  );
});

test('a conversation is past by its beginning', () => {
  expect(isConversationPast(now - 30 * day, rule, now)).toBe(true);
  expect(isConversationPast(now - 30 * day + 1, rule, now)).toBe(false);
});

describe('a daily look', () => {
  const last = { at: now - day, is: 'cleared', rule } as const;
  test.each([
    ['arms a new rule', undefined, 'arm'],
    ['arms one after another was switched off', { ...last, is: 'off' }, 'arm'],
    ['arms one where the last had none', { at: now - day, is: 'cleared' }, 'arm'],
    ['clears after a day', last, 'clear'],
    ['clears a day after it was armed', { ...last, is: 'armed' }, 'clear'],
    ['waits within the day', { ...last, at: now - day + 1 }, 'wait'],
    ['waits at once', { ...last, at: now }, 'wait'],
    ['arms anew where the clock went back', { ...last, at: now + 1 }, 'arm'],
    ['clears after a month away', { ...last, at: now - 31 * day }, 'clear'],
    ['arms anew after longer', { ...last, at: now - 31 * day - 1 }, 'arm'],
    ['arms one of other days', { ...last, rule: { ...rule, days: 31 } }, 'arm'],
    ['arms one of more stages', { ...last, rule: { ...rule, states: ['recorded'] } }, 'arm'],
    [
      'arms one of other stages',
      { ...last, rule: { ...rule, states: ['recorded', 'judged'] } },
      'arm',
    ],
    [
      'takes the order of stages for nothing',
      { ...last, rule: { ...rule, states: ['reviewed', 'recorded'] } },
      'clear',
    ],
  ] as const)('%s', (_, before, turn) => expect(dailyTurn(before, rule, now)).toBe(turn));
});
