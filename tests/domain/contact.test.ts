import { expect, test } from 'vitest';
import { contactIn } from '../../lib/domain/contact';
import type { Side } from '../../lib/domain/conversation';

const from = (text: string, side: Side = 'customer') => ({ side, text });

test.each([
  ['You can call me at 020 7946 0018.', '020 7946 0018'],
  ['+49 151 23456789 is best', '+49 151 23456789'],
  ['我的手机是13800138000，谢谢', '13800138000'],
  ['13800138000', '13800138000'],
  ['mail dana.reyes@example.org please', 'dana.reyes@example.org'],
  ['请发到chen@example.com谢谢', 'chen@example.com'],
])('%s', (text, contact) => {
  expect(contactIn([from(text)])).toBe(contact);
});

test.each([
  'My order is 20461170381',
  'It was 24.99 on 2026-11-21',
  'order #4455667788',
  'AB1234567890',
])('%s gives none', (text) => {
  expect(contactIn([from(text)])).toBe('');
});

test('the last one counts, and only what the customer wrote', () => {
  const talk = [
    from('call 020 7946 0018'),
    from('no, call 020 7946 0999'),
    from('Our number is +44 20 7946 0000', 'agent'),
  ];
  expect(contactIn(talk)).toBe('020 7946 0999');
});
