import { expect, test } from 'vitest';
import { derivedSchema, pickedSchema, taughtSchema } from '../../lib/domain/taught';

const site = {
  id: 'own.desk',
  title: 'Own desk',
  seen: '2026-11-20',
  marks: '#desk',
  list: '.talk',
  row: '.message',
  customer: '.from-客户',
};
const origin = 'https://desk.example';

test.each([
  ['nothing yet', { origin }],
  ['the reply box alone', { origin, replyBox: '#answer' }],
  ['the whole page', { origin, site, replyBox: '#answer' }],
])('a page of which the agent has shown %s is read as it was kept', (_, taught) => {
  expect(taughtSchema.safeParse(structuredClone(taught)).data).toEqual(taught);
});

test.each([
  ['a page without its place', { site }],
  ['a description with something that nobody asks for', { origin, site: { ...site, run: 'x()' } }],
  ['a description that matches nothing', { origin, site: { ...site, row: '' } }],
  ['a description without its rows', { origin, site: { ...site, row: undefined } }],
])('%s is not taken', (_, taught) => {
  expect(taughtSchema.safeParse(taught).success).toBe(false);
});

test('what was made of three things is a description or the reason why there is none', () => {
  const read = (answer: unknown) => derivedSchema.safeParse(answer).data;
  expect(read({ ok: true, site })).toEqual({ ok: true, site });
  for (const reason of ['same-message', 'same-look', 'disconnected'])
    expect(read({ ok: false, reason })).toEqual({ ok: false, reason });
  expect(read({ ok: true })).toBeUndefined();
  expect(read({ ok: false })).toBeUndefined();
  expect(read({ ok: false, reason: 'tired' })).toBeUndefined();
});

test('nothing pointed at is not the same as no answer', () => {
  expect(pickedSchema.safeParse({ selector: null }).data).toEqual({ selector: null });
  expect(pickedSchema.safeParse({}).success).toBe(false);
});
