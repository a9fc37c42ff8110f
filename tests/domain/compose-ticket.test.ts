import { describe, expect, test } from 'vitest';
import type { Complaint } from '../../lib/domain/complaint';
import { composeTicket } from '../../lib/domain/compose-ticket';
import type { TicketTitles } from '../../lib/domain/compose-ticket';
import { newComplaint } from '../../lib/domain/new-complaint';

const english: TicketTitles = {
  subject: (number, what) => `Complaint ${number}: ${what}`,
  receivedAt: 'Received',
  channel: 'Channel',
  category: 'Kind',
  who: 'Customer',
  what: 'What happened',
  feeling: 'Feels',
  request: 'Asks for',
  immediate: 'Done at once',
  permanent: 'Prevented by',
};
const complaint = (more: Partial<Complaint> = {}): Complaint => ({
  ...newComplaint(
    { who: 'Dana Reyes', what: 'The kettle leaks.' },
    { channel: 'help.example', receivedAt: Date.UTC(2026, 2, 9, 8, 30) },
    { id: '5F0C-11aa-99de-77', number: 12, at: 0 },
  ),
  ...more,
});
const open = { mask: false };
const subjectOf = (what: string) => composeTicket(complaint({ what }), english, open).subject;

test('a ticket has a line for each thing that is known, in the order in which it is read', () => {
  const full = complaint({
    feeling: 'let down',
    request: 'a new one',
    category: 'quality',
    immediate: 'sent a label',
    permanent: 'a tighter seal',
  });
  expect(composeTicket(full, english, open)).toEqual({
    mark: 'cmp-5f0c11aa99de',
    subject: 'Complaint 12: The kettle leaks. [cmp-5f0c11aa99de]',
    body: [
      'Customer: Dana Reyes',
      'What happened: The kettle leaks.',
      'Feels: let down',
      'Asks for: a new one',
      'Kind: quality',
      'Done at once: sent a label',
      'Prevented by: a tighter seal',
      'Channel: help.example',
      'Received: 2026-03-09T08:30:00.000Z',
    ].join('\n'),
  });
});

test('what is not known has no line', () => {
  expect(composeTicket(complaint({ who: '', channel: '' }), english, open).body).toBe(
    'What happened: The kettle leaks.\nReceived: 2026-03-09T08:30:00.000Z',
  );
});

describe('the subject', () => {
  test.each([
    ['eighty letters stand whole', 'k'.repeat(80), 'k'.repeat(80)],
    ['more than eighty are cut', 'k'.repeat(81), `${'k'.repeat(79)}…`],
    ['Chinese is counted by its signs', '壶'.repeat(81), `${'壶'.repeat(79)}…`],
    ['a picture is one letter, and never halved', '🫖'.repeat(81), `${'🫖'.repeat(79)}…`],
    ['many lines are one', '  壶漏水\r\n\t底座生锈 \n', '壶漏水 底座生锈'],
  ])('%s', (_, what, shown) => {
    expect(subjectOf(what)).toBe(`Complaint 12: ${shown} [cmp-5f0c11aa99de]`);
  });

  test('of a long text leaves the body whole', () => {
    const what = `It leaks.\n${'drip '.repeat(40)}`;
    expect(composeTicket(complaint({ what }), english, open).body).toContain(what);
  });
});

describe('masked', () => {
  const told = complaint({
    who: '陈明',
    contact: '13800138000',
    what: '陈明说壶坏了，请打13800138000。',
  });
  const mapping = [
    { to: 'caller', from: 'who', value: '' },
    { to: 'phone', from: 'contact', value: '' },
  ] as const;

  test('neither subject, body nor the agent’s own fields tell who the customer is', () => {
    const sent = JSON.stringify(composeTicket(told, english, { mask: true, mapping }));
    expect(sent).toContain('陈●●');
    expect(sent).not.toContain('陈明');
    expect(sent).not.toContain('13800138000');
  });

  test('is only what is asked to be', () => {
    const ticket = composeTicket(told, english, { mask: false, mapping });
    expect(ticket.more).toEqual({ caller: '陈明', phone: '13800138000' });
    expect(ticket.subject).toContain('请打13800138000');
  });
});

test('a ticket without anything for the agent’s own fields has none', () => {
  const mapping = [{ to: 'cause', from: 'cause', value: '' }] as const;
  expect(composeTicket(complaint(), english, { mask: false, mapping })).not.toHaveProperty('more');
});
