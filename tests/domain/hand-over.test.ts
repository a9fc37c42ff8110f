import { describe, expect, test } from 'vitest';
import type { LedgerEvent } from '../../lib/domain/event';
import { composeHandOver, countHandOvers } from '../../lib/domain/hand-over';
import type { HandOverFacts, HandOverTitles } from '../../lib/domain/hand-over';

const facts: HandOverFacts = {
  to: 'Ana',
  customer: 'Dana Reyes',
  contact: 'dana@mail.example',
  channel: 'help.example',
  feeling: 'angry (“wrote to dana@mail.example”)',
  purpose: 'her money back on 6222 0212 3456 7890',
  facts: ['The kettle leaks.', 'She rang from 0151 234 567 89.'],
  promised: ['A call at 0151 234 567 89 by noon'],
  tried: ['Wrote to dana@mail.example'],
  next: 'call 0151 234 567 89',
  transfers: 2,
  time: '2026-11-21 09:00',
  author: 'Sam',
};
const titles: HandOverTitles = {
  to: 'To',
  customer: 'Who',
  contact: 'Contact',
  channel: 'Channel',
  feeling: 'Feels',
  purpose: 'Wants',
  facts: 'What',
  promised: 'Promised',
  tried: 'Tried',
  next: 'Next step',
  transfers: 'Handed over before',
  time: 'Time',
  author: 'From',
};
const none: HandOverFacts = {
  to: '',
  customer: '',
  contact: '',
  channel: '',
  feeling: '',
  purpose: '',
  facts: [],
  promised: [],
  tried: [],
  next: '',
  transfers: 0,
  time: '',
  author: '',
};

describe('the note', () => {
  test('has the recipient first and the author last, a line for each part and each fact', () => {
    expect(composeHandOver(facts, titles, false).split('\n')).toEqual([
      'To: Ana',
      'Who: Dana Reyes',
      'Contact: dana@mail.example',
      'Channel: help.example',
      'Feels: angry (“wrote to dana@mail.example”)',
      'Wants: her money back on 6222 0212 3456 7890',
      'What:',
      '- The kettle leaks.',
      '- She rang from 0151 234 567 89.',
      'Promised:',
      '- A call at 0151 234 567 89 by noon',
      'Tried:',
      '- Wrote to dana@mail.example',
      'Next step: call 0151 234 567 89',
      'Handed over before: 2',
      'Time: 2026-11-21 09:00',
      'From: Sam',
    ]);
  });

  test('masked, has no name, address or long number of the customer, and all of the rest', () => {
    const note = composeHandOver(facts, titles, true);
    expect(note).not.toMatch(/Reyes|dana@|6222|0151|234 567/);
    expect(note).toMatch(
      /To: Ana[^]*Who: Dana R●+[^]*- The kettle leaks\.[^]*by noon[^]*From: Sam/,
    );
    for (const part of ['Contact', 'Feels', 'Wants', 'Next step'])
      expect(note).toMatch(new RegExp(`^${part}: .*●`, 'm'));
    expect(note.match(/^- .*●/gm)).toHaveLength(3);
  });

  test('leaves out what is not known', () => {
    expect(composeHandOver(none, titles, false)).toBe('');
    expect(composeHandOver({ ...none, to: '  ', next: ' wait ' }, titles, true)).toBe(
      'Next step: wait',
    );
  });

  test('under Chinese headings has a Chinese colon', () => {
    const chinese = { ...titles, to: '交给', facts: '事' };
    const note = composeHandOver({ ...none, to: '小林', facts: ['漏水'] }, chinese, false);
    expect(note).toBe('交给：小林\n事：\n- 漏水');
  });
});

const events = {
  given: { kind: 'handedOver', at: 1, to: 'Ana' },
  back: { kind: 'handOverTakenBack', at: 2 },
  logged: { kind: 'logged', at: 3, complaint: 'a' },
} satisfies Record<string, LedgerEvent>;

test.each([
  [[], 0],
  [['given', 'logged', 'given'], 2],
  [['given', 'back'], 0],
  [['back', 'given', 'back'], 0],
] as const)('%j: handed over %d times', (names, times) =>
  expect(countHandOvers(names.map((name) => events[name]))).toBe(times),
);
